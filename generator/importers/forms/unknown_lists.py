"""Heads of lists that nothing is known of: their names are no values, their rows stay unplaced."""

import re
from collections.abc import Sequence

from generator.importers.forms.grids import Grid, is_figure
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part

_LEAST = 3
"""Columns of a list."""
_LEAST_OF_HEAD = 5
"""Names of columns that tell a head, though one of them is not known."""
_NUMBER = re.compile(r"\s?[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.、]?\s?")


def below(grid: Grid, row: int, cells: Sequence[Cell], labels: Labels) -> int | None:
    """The first row that is not of the list whose head a row is; None where it is no such head."""
    if len(cells) < _LEAST:
        return None
    if _names_only(cells, labels):
        return row + 1
    if labels.field(Part.ITEMS, cells[0].text) != "number":
        return None
    return _below_numbers(grid, row + 1)


def _names_only(cells: Sequence[Cell], labels: Labels) -> bool:
    """Whether a row holds names of columns and nothing else, one of them unknown at most."""
    if any(is_figure(cell.text) for cell in cells):
        return False
    unknown = sum(not labels.is_column(cell.text) for cell in cells)
    return unknown == 0 or (unknown == 1 and len(cells) >= _LEAST_OF_HEAD)


def _below_numbers(grid: Grid, row: int) -> int:
    """The first row that no number begins."""
    while row < len(grid):
        first = grid[row][0]
        if first is None or not (_NUMBER.fullmatch(first.text) or not first.text):
            break
        row += 1
    return row
