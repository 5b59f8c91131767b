"""A column of numbers in a list of projects: which of them it is, or what its code is."""

from collections.abc import Mapping, Sequence

from generator.importers.forms.grids import Grid
from generator.importers.outline import Cell

_EITHER = frozenset(("编号", "编码", "代码"))
"""Names that forms have for both."""


def numbered(
    grid: Grid, first: int, fields: Mapping[int, str], head: Sequence[Cell]
) -> dict[int, str]:
    """The fields, a column called 编号 that counts its rows being no code of a project."""
    names = {cell.column: "".join(cell.text.split()) for cell in head}
    found = dict(fields)
    for column, field in fields.items():
        is_either = field == "project.code" and names.get(column) in _EITHER
        if is_either and _counts(grid, first, column):
            found[column] = "number"
    return found


def _counts(grid: Grid, first: int, column: int) -> bool:
    """Whether a column holds 1, 2, 3 from its first row on."""
    texts = list[str]()
    for row in range(first, len(grid)):
        cell = grid[row][column]
        if cell is not None and cell.row == row and cell.column == column and cell.text:
            texts.append("".join(cell.text.split()))
    figures = [text for text in texts if text.isdecimal()]
    return bool(figures) and [int(text) for text in figures] == list(range(1, len(figures) + 1))
