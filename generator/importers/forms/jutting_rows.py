"""Rows that jut out of their table, since the name of their block is too wide beside them.

Programs and pages write a name over several columns, reaching down, where it is that wide beside
its head alone: the rows below begin behind it, and all their cells stand too far behind.
"""

from collections.abc import Sequence

from generator.importers.forms.grids import Grid, distinct
from generator.importers.outline import Cell

Row = Sequence[Cell | None]


def fitted(grid: Grid) -> Grid:
    """The grid with such rows below the columns that they are of; else as it is."""
    wide = {c for line in grid for c in line if c is not None and c.rows > 1 < c.columns}
    for side in sorted(wide, key=lambda cell: cell.row):
        if side.column == 0 and side.text:
            grid = _beside(grid, side)
    return grid


def _beside(grid: Grid, side: Cell) -> Grid:
    """The grid with the rows beside a name moved, where they jut out as far as it is wide.

    The rows around them, that of the head among them, are as wide as one another.
    """
    by = side.columns - 1
    below = range(side.row + 1, side.last_row + 1)
    others = [_width(line) for n, line in enumerate(grid) if n not in below]
    usual = max(others, default=0)
    widest = max((_width(grid[n]) for n in below), default=0)
    if _width(grid[side.row]) != usual or widest != usual + by:
        return grid
    known: dict[Cell, Cell] = {}
    return [_moved(line, by, known) if n in below else line[:usual] for n, line in enumerate(grid)]


def _width(row: Row) -> int:
    """How many columns the cells of a row take that hold text."""
    return max((cell.last_column + 1 for cell in distinct(row) if cell.text), default=0)


def _moved(row: Row, by: int, known: dict[Cell, Cell]) -> Row:
    """A row with the cells behind its first one that much before."""
    for cell in row[by + 1 :]:
        if cell is not None and cell not in known:
            known[cell] = cell._replace(column=cell.column - by)
    return [row[0], *(known[cell] if cell is not None else None for cell in row[by + 1 :])]
