"""The table of a list: a row for each project of one document."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.importers.handed.asked import Asked
from generator.importers.handed.boxes import NUMBER, Box, Field, Sheet
from generator.importers.handed.head import Record, block, entries, field_of_column, key_of, text
from generator.model.columns import Position
from generator.model.items import Item
from generator.model.kinds import Block
from generator.source import At, Plain

_NAME = "项目名称"
_COLUMNS: tuple[tuple[str, At, bool], ...] = (
    ("项目编码", ("项目", "编码"), False),
    ("实施单位", ("项目", "实施单位"), True),
    ("年初预算数", ("资金", "合计", "年初预算"), False),
    ("全年预算数", ("资金", "合计", "全年预算"), True),
    ("到位数", ("资金", "合计", "到位"), False),
    ("发行金额", ("资金", "合计", "发行"), False),
    ("全年执行数", ("资金", "合计", "支出"), True),
    ("评价得分", ("评价结论", "总分"), True),
    ("评价等级", ("评价结论", "等级"), True),
    ("备注", ("评价结论", "说明"), False),
)
"""The name of a column, where its value stands in an item, and whether lists usually have it."""
_NUMBERS = ("资金", "评价结论")
_EMPTY_ROWS = 10


class Listed(NamedTuple):
    """The projects of a document with what it says of each in a row."""

    columns: Sequence[tuple[Field, At]]
    rows: Sequence[Record]

    @property
    def width(self) -> int:
        return 2 + len(self.columns) if self.rows else 0

    @classmethod
    def of(cls, asked: Asked, record: Record) -> "Listed":
        """Of a record, else with empty rows where the kind is one of lists."""
        rows = entries(record, key_of(Item, "items"))
        if not record and Block.ITEMS in asked.kind.laid_out:
            rows = [{} for _ in range(_EMPTY_ROWS)]
        units = {text(block(row, "资金"), "单位") for row in rows}
        unit = f"（{units.pop()}）" if len(units) == 1 and "" not in units else ""
        columns: list[tuple[Field, At]] = []
        for name, at, is_usual in _COLUMNS:
            if any(_value(row, at) for row in rows) or (is_usual and not record):
                is_money = at[0] == "资金"
                called = f"{name}{unit}" if is_money else name
                is_number = at[0] in _NUMBERS and at[-1] not in ("等级", "说明")
                columns.append((Field(str(at[-1]), called, is_number=is_number), at))
        for column in asked.columns:
            at = ("项目", "其他栏", column.name)
            if column.position is Position.PROJECT and any(_value(row, at) for row in rows):
                columns.append((field_of_column(column), at))
        return cls(columns, rows)

    def put(self, sheet: Sheet) -> None:
        """The head and a row for each project."""
        if not self.rows:
            return
        fields = [one for one, _ in self.columns]
        sheet.boxes.append(Box(sheet.height, 0, NUMBER, is_name=True))
        sheet.boxes.append(Box(sheet.height, 1, _NAME, is_name=True, note="每个项目一行"))
        sheet.across(2, fields)
        for n, row in enumerate(self.rows, 1):
            sheet.numbered(sheet.height, n)
            sheet.boxes.append(Box(sheet.height, 1, _value(row, ("项目", "名称"))))
            sheet.values(sheet.height, 2, fields, [_value(row, at) for _, at in self.columns])
            sheet.height += 1


def _value(row: Record, at: At) -> str:
    found: Plain = dict(row)
    for part in at:
        found = found.get(str(part), "") if isinstance(found, dict) else ""
    return found if isinstance(found, str) else ""
