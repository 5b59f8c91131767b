"""The cells of a table on its grid, a row at a time."""

import re
from collections.abc import Sequence

from generator.importers.outline import Cell
from generator.values.money import NUMBER
from generator.values.text import half_width

Grid = Sequence[Sequence[Cell | None]]


def is_figure(text: str) -> bool:
    """Whether a text is one number, perhaps with a sign and a unit."""
    return _FIGURE.fullmatch(half_width(text).strip()) is not None


_FIGURE = re.compile(rf"[≥≤><=]?\s?{NUMBER}\s?(?:亿元|万元|元|%|分)?", re.ASCII)


def starting(grid: Grid, row: int) -> list[Cell]:
    """The cells that begin in a row and hold text."""
    return [cell for cell in distinct(grid[row]) if cell.row == row and cell.text]


def distinct(row: Sequence[Cell | None]) -> list[Cell]:
    """The cells of a row, each once."""
    found: list[Cell] = []
    for cell in row:
        if cell is not None and (not found or found[-1] is not cell):
            found.append(cell)
    return found


def are_below_wide(grid: Grid, row: int, below: Sequence[Cell]) -> bool:
    """Whether names stand below wider cells of the row above, each of them."""
    return all((c := grid[row][one.column]) is not None and c.columns > 1 for one in below)
