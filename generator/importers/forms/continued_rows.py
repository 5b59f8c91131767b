"""The first rows of a score table that goes on from another page.

Where a cell of a level reaches over the end of the page, the rows behind it begin with the next
level, and end a column or two before the others.
"""

import re
from collections.abc import Sequence

from generator.importers.forms.columns import POINTS
from generator.importers.forms.grids import Grid, is_figure
from generator.importers.forms.headers import Header
from generator.importers.outline import Cell

Row = Sequence[Cell | None]
_VALUE = re.compile(r"[≥≤＞＜><=＝].{1,20}|[\d,.]{1,12}\s?[^\d\s]{0,4}")
"""What a target or an actual value may be, and the name of a row is not."""


def aligned(grid: Grid, header: Header) -> Grid:
    """The grid with such rows below the columns that they are of; else as it is."""
    known: dict[Cell, Cell] = {}
    found: list[Row] = []
    for row in grid:
        by = _columns_short(row, header)
        if not by:
            break
        found.append(_moved(row, by, known))
    return [*found, *grid[len(found) :]]


def _columns_short(row: Row, header: Header) -> int:
    """By how many columns the cells of a row stand before their own; 0 where they do not."""
    levels = [column for column, name in header.fields.items() if name.startswith("level.")]
    if not any(_is_value(row[column]) for column in levels):
        return 0
    for by in range(1, len(levels)):
        is_free = not any(cell is not None and cell.text for cell in row[-by:])
        if is_free and by in levels and _fits([*[None] * by, *row[:-by]], header):
            return by
    return 0


def _fits(row: Row, header: Header) -> bool:
    """Whether names stand below levels, and numbers below points."""
    for column, cell in enumerate(row):
        name = header.fields.get(column, "").partition("@")[0]
        if name.startswith("level.") and _is_value(cell):
            return False
        if name in POINTS and not (cell is not None and is_figure(cell.text)):
            return False
    return True


def _is_value(cell: Cell | None) -> bool:
    return cell is not None and _VALUE.fullmatch(cell.text.strip()) is not None


def _moved(row: Row, by: int, known: dict[Cell, Cell]) -> Row:
    """A row with its cells that much behind, empty ones before: what they name goes on."""
    for cell in row[:-by]:
        if cell is not None and cell not in known:
            known[cell] = cell._replace(column=cell.column + by)
    first = next(cell for cell in row if cell is not None)
    open_ = [first._replace(text="", column=n, rows=1, columns=1) for n in range(by)]
    return [*open_, *(known[cell] if cell is not None else None for cell in row[:-by])]
