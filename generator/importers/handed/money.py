"""The table of money: stages across, sources down."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.importers.handed.asked import Asked, fields_of, values_of
from generator.importers.handed.boxes import Box, Field, Sheet
from generator.importers.handed.head import Record, block, entries, key_of, text
from generator.model.columns import Position
from generator.model.fund_rows import FundAmounts, Stage
from generator.model.items import Item
from generator.model.kinds import Timing

_SOURCES = ("财政拨款", "上年结转资金", "其他资金")
_MONEY: Mapping[Timing, Sequence[str]] = {
    Timing.BEFORE: ("initial_budget", "adjusted_budget"),
    Timing.DURING: ("adjusted_budget", "spent", "forecast_spent"),
    Timing.AFTER: ("initial_budget", "adjusted_budget", "spent", "rate"),
    Timing.RECTIFYING: (),
}
_STAGE_KEYS = frozenset(key_of(FundAmounts, name) for name in (*(s.value for s in Stage), "rate"))


class Money(NamedTuple):
    """The table of money."""

    fields: Sequence[Field]
    rows: Sequence[tuple[str, Record]]

    @property
    def width(self) -> int:
        return 2 + len(self.fields) if self.fields else 0

    @classmethod
    def of(cls, asked: Asked, record: Record) -> "Money":
        """Of a record, else with the sources that forms print."""
        funds = block(record, key_of(Item, "funds"))
        total = block(funds, "合计")
        sources = [(text(row, "来源"), row) for row in entries(funds, "明细")]
        if not funds:
            sources = [(name, {}) for name in _SOURCES]
        rows: list[tuple[str, Record]] = [("年度资金总额", total), *sources]
        data = [row for _, row in rows]
        usual = _MONEY[asked.kind.timing]
        fields = list(fields_of(FundAmounts, usual, data, {}))
        fields += asked.declared(Position.FUNDS, data)
        is_table = sum(one.key in _STAGE_KEYS for one in fields) > 1
        return cls(fields if is_table else (), rows)

    def put(self, sheet: Sheet) -> None:
        """The head and a row for each source."""
        if not self.fields:
            return
        side = Box(sheet.height, 0, "项目资金", len(self.rows) + 1, 1, is_name=True)
        name = Box(sheet.height, 1, "资金来源", is_name=True, note="没有的来源不填金额")
        sheet.boxes += (side, name)
        sheet.across(2, self.fields)
        for source, row in self.rows:
            sheet.boxes.append(Box(sheet.height, 1, source, is_name=True))
            sheet.values(sheet.height, 2, self.fields, values_of(row, self.fields))
            sheet.height += 1
