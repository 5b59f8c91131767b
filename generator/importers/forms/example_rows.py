"""Rows that show how a form is filled in: they are marks, and nothing of a record."""

from collections.abc import Sequence

from generator.importers.blanks import is_example
from generator.importers.context import Context
from generator.importers.forms.grids import Grid, starting
from generator.importers.outline import Cell

_LEAST = 3
"""Cells of a row in a list."""


def without_examples(context: Context, grid: Grid) -> Grid:
    """The grid without them; what reaches below such a row stays."""
    found: list[Sequence[Cell | None]] = []
    for row, line in enumerate(grid):
        cells = starting(grid, row)
        is_shown = row > 0 and len(cells) >= _LEAST and is_example(cells[0].text)
        for cell in cells if is_shown else ():
            context.label(cell)
        found.append([c if c and c.rows > 1 else None for c in line] if is_shown else line)
    return found
