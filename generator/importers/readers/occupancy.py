"""Cells put on the grid in the order of their rows, as web pages and workbooks say them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.importers.outline import Cell, Table

_WIDEST = 1_000
"""More columns or rows than that no form has: a span may say anything."""


Stretch = tuple[float, float]
"""From where to where something stands across a page or a line."""


class Spanning(NamedTuple):
    """A cell with its spans; its column follows from those before it."""

    text: str
    rows: int = 1
    columns: int = 1


def placed(rows: Iterable[Iterable[Spanning]], name: str) -> Table:
    """The table of these rows: a cell takes the next place that none above reaches down to."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    lines = [list(row) for row in rows]
    for n, row in enumerate(lines):
        column = 0
        for cell in row:
            while (n, column) in taken:
                column += 1
            height = min(max(cell.rows, 1), len(lines) - n)
            width = _free(taken, n, column, min(max(cell.columns, 1), _WIDEST))
            cells.append(Cell(cell.text, at(name, n, column), n, column, height, width))
            taken.update(_covered(n, column, height, width))
            column += width
    return Table(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), name)


def at(name: str, row: int, column: int) -> str:
    """A place on a grid as people count."""
    return f"{name}第{row + 1}行第{column + 1}列"


def _free(taken: set[tuple[int, int]], row: int, column: int, width: int) -> int:
    """So much of a width as nothing from above lies in."""
    return next((n for n in range(1, width) if (row, column + n) in taken), width)


def _covered(row: int, column: int, height: int, width: int) -> Iterator[tuple[int, int]]:
    for down in range(height):
        for right in range(width):
            yield row + down, column + right


def stretches(places: Iterable[Stretch]) -> list[Stretch]:
    """What texts take of the width together, those that touch as one, from the left."""
    found: list[Stretch] = []
    for left, right in sorted(places):
        if found and left <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found
