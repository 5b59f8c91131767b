"""How many rows the head of a block takes, and what stands in them over each column."""

import re
from collections.abc import Sequence

from generator.importers.forms.columns import PART
from generator.importers.forms.goal_rows import is_goal
from generator.importers.forms.grids import Grid, starting
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.values.text import half_width

_DEEPEST = 3


def depth(grid: Grid, row: int, named: Sequence[Cell], side: Cell | None) -> int:
    """How many rows a head takes: further ones stand below wider names and part them."""
    height = max((cell.rows for cell in named if cell.rows <= _DEEPEST), default=1)
    for lower in range(row + 1, min(row + height, len(grid))):
        for cell in starting(grid, lower):
            upper = grid[lower - 1][cell.column]
            if cell is not side and (upper is None or upper.columns <= cell.columns):
                return lower - row
    return height


def is_side(cell: Cell, row: int, first: Sequence[Cell], labels: Labels) -> bool:
    """Whether a cell beside a head is the name of its block: it reaches below the head."""
    usual = max((c.rows for c in first if c is not cell and c.rows <= _DEEPEST), default=1)
    is_named = (
        labels.field(Part.BLOCK, cell.text)
        or labels.field(Part.OBJECTIVE, cell.text)
        or is_goal(cell.text)
    )
    is_far = cell.row < row or cell.rows > usual + 1
    return cell.column == 0 and cell.rows > usual and bool(is_named or is_far)


def goes_on(grid: Grid, row: int, part: Part, labels: Labels) -> bool:
    """Whether the next row names further columns below wider ones."""
    if row + 1 >= len(grid):
        return False
    cells = starting(grid, row)
    wide = any(cell.columns > 1 for cell in starting(grid, row - 1))
    fields = [labels.field(part, cell.text) or PART.match(cell.text) for cell in cells]
    return wide and len(cells) >= 2 and all(fields)  # noqa: PLR2004 -- a name alone is a row's


def only_marks(grid: Grid, row: int, side: Cell | None) -> bool:
    """Whether a row below a head holds only units, letters or the numbers of the columns."""
    if row + 1 >= len(grid):
        return False
    cells = [cell for cell in starting(grid, row) if cell is not side]
    texts = ["".join(half_width(cell.text).split()) for cell in cells]
    if len(texts) < 2:  # noqa: PLR2004 -- columns
        return False
    if _MARK_OF_ROW.fullmatch(texts[0]):
        texts = texts[1:]
    if all(_MARK.fullmatch(text) for text in texts):
        return True
    numbers = [int(found[0]) for text in texts if (found := _COUNT.match(text))]
    first = numbers[0] if numbers else 0
    counted = list(range(first, first + len(texts)))
    return len(texts) >= _COLUMNS and first in _FIRST and numbers == counted


_COLUMNS = 3
_FIRST = (1, 2)
"""The number of the first column that has one."""
_MARK = re.compile(
    r"[(（\[]?(?:亿元|万元|元|%|分|个|单位[:：].{1,4}|[a-zA-Z](?:\d|\s?[/÷=*×+-]\s?[a-zA-Z0-9%]{1,4}){0,4}|[①-⑳](?:=.{1,12})?)[)）\]]?"
)
_MARK_OF_ROW = re.compile("栏次|行次|列次|栏号")
_COUNT = re.compile(r"\d{1,2}(?=\Z|=)", re.ASCII)
"""The number of a column, perhaps with how it is worked out: `4=3/2`."""


def names_over(grid: Grid, row: int, height: int, column: int, side: Cell | None) -> list[str]:
    """The names that stand over a column, the uppermost first."""
    names: list[str] = []
    for line in grid[row : row + height]:
        cell = line[column]
        if cell is not None and cell is not side and cell.text and cell.text not in names:
            names.append(cell.text)
    return names
