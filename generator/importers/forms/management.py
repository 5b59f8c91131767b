"""How money was managed, told in words: a block of rows with an account of each, and no points.

Forms of transfers print it between the money and the indicators:
`资金管理情况 | 分配科学性 | 情况说明 | 存在问题和改进措施`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importers.blanks import is_unfilled
from generator.importers.context import Context
from generator.importers.forms.grids import Grid, distinct, starting
from generator.importers.outline import Cell
from generator.importers.values import is_nothing
from generator.source import At

_BLOCK = re.compile("(?:项目|专项)?资金(?:使用)?管理(?:情况|方面)?")
_COLUMNS = (
    ("actual", re.compile("情况说明|管理情况(?:说明)?|落实情况|执行情况说明|具体情况(?:说明)?")),
    (
        "corrective_action",
        re.compile("(?:存在(?:的)?(?:主要)?问题[和及、与])?(?:下一步|整改|拟采取的?)?改进措施"),
    ),
)
_NAME = re.compile(r"[\u4e00-\u9fff（）()、]{3,20}")
_KNOWN = re.compile(
    "(?:资金)?分配(?:的)?科学性|(?:资金)?下达(?:的)?及时性|(?:资金)?拨付(?:的)?合规性|(?:资金)?使用(?:的)?规范性"
    "|(?:预算|资金)?执行(?:的)?准确性|预算绩效管理(?:情况)?|支出责任履行(?:情况)?"
)
"""What forms of transfers ask for; these need no head to tell what stands beside them."""


@dataclass(frozen=True, slots=True)
class Management:
    """The name of the block, its head and by column of the grid the field of it."""

    side: Cell
    head: Sequence[tuple[Cell, str]]
    first: int
    """The first row below the head."""
    last: int
    """The last row of the block."""

    def read(self, context: Context, grid: Grid, at: At) -> int:
        """Put a row for each that says something; the first row below the block."""
        rows = range(self.first, self.last + 1)
        names_of = [cell for cell, _ in self.head if cell.row < self.first]
        for cell in (self.side, *names_of):
            context.label(cell)
        first: At = (*at, "indicators", context.gathering.length(*at, "indicators"))
        number = 0
        for row in rows:
            held = [c for c in distinct(grid[row]) if c is not self.side and c.row == row]
            names = [c for c in held if c.text and c.column < self.head[0][0].column]
            told = [(c, field) for c in held if (field := self._field(c)) and not _is_blank(c)]
            if len(names) != 1 or not _NAME.fullmatch("".join(names[0].text.split())):
                continue  # of what the account is stays untold
            if not told:
                context.label(names[0])
                continue
            if not number:
                context.put((*first, "name"), self.side, "".join(self.side.text.split()))
            here: At = (*first, "children", number)
            context.put((*here, "name"), names[0], "".join(names[0].text.split()))
            for cell, field in told:
                context.put((*here, field), cell)
            number += 1
        return rows.stop

    def _field(self, cell: Cell) -> str:
        return next((field for head, field in self.head if head.column == cell.column), "")


def _is_blank(cell: Cell) -> bool:
    return is_nothing(cell.text) or is_unfilled(cell.text)


def at_row(grid: Grid, row: int) -> Management | None:
    """The block whose head is a row; None where it is none."""
    cells = starting(grid, row)
    side = cells[0] if cells else None
    if side is None or side.column or not _BLOCK.fullmatch("".join(side.text.split())):
        return None
    last = side.last_row if side.rows > 1 else _last_known(grid, row)
    if last <= row:
        return None
    if (
        side.rows > 1
        and len(cells) == _WITHOUT_HEAD
        and _KNOWN.fullmatch("".join(cells[1].text.split()))
    ):
        return Management(side, [(cells[2], "actual")], row, last)
    named = [(cell, _field_of(cell)) for cell in cells[1:]]
    fields = [field for _, field in named]
    is_known = fields and all(fields) and len(set(fields)) == len(fields) and fields[0] == "actual"
    return Management(side, named, row + 1, last) if is_known else None


def _last_known(grid: Grid, row: int) -> int:
    """The last row below a head that names what forms of transfers ask for."""
    last = row
    while last + 1 < len(grid) and (cells := starting(grid, last + 1)):
        if cells[0].column or not _KNOWN.fullmatch("".join(cells[0].text.split())):
            break
        last += 1
    return last


_WITHOUT_HEAD = 3
"""The block, the first name and its account."""


def _field_of(cell: Cell) -> str:
    plain = "".join(cell.text.split())
    return next((field for field, words in _COLUMNS if words.fullmatch(plain)), "")
