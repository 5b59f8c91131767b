"""The table of what was done about problems."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.importers.handed.asked import Asked, fields_of, values_of
from generator.importers.handed.boxes import NUMBER, Box, Field, Sheet
from generator.importers.handed.head import Record, entries, key_of, text
from generator.model.columns import Position
from generator.model.findings import Finding, Rectification
from generator.model.items import Item
from generator.model.kinds import Timing

_DONE = ("demand", "measure", "progress", "state", "due", "done_on", "open_reason")
_EMPTY_ROWS = 6


class Rectified(NamedTuple):
    """The table of what was done about problems."""

    fields: Sequence[Field]
    rows: Sequence[Record]
    problems: Mapping[str, str]

    @property
    def width(self) -> int:
        return 2 + len(self.fields) if self.rows else 0

    @classmethod
    def of(cls, asked: Asked, record: Record) -> "Rectified":
        """Of a record, else with empty rows."""
        rows = entries(record, key_of(Item, "rectification"))
        if not record and asked.kind.timing is Timing.RECTIFYING:
            rows = [{} for _ in range(_EMPTY_ROWS)]
        fields = list(fields_of(Rectification, () if record else _DONE, rows, {}))
        fields += asked.declared(Position.RECTIFICATION, rows)
        told = entries(record, key_of(Item, "findings"))
        problems = {text(one, "编号"): text(one, key_of(Finding, "text")) for one in told}
        return cls(fields, rows if fields else (), problems)

    def put(self, sheet: Sheet) -> None:
        """A row for each."""
        if not self.rows:
            return
        note = "每个问题一行；同一问题的几项措施各占一行，问题只写一次"
        sheet.boxes.append(Box(sheet.height, 0, NUMBER, is_name=True))
        sheet.boxes.append(Box(sheet.height, 1, "存在问题", is_name=True, note=note))
        sheet.across(2, self.fields)
        for n, row in enumerate(self.rows, 1):
            named = row.get("对应问题")
            first = named[0] if isinstance(named, list) and named else ""
            sheet.numbered(sheet.height, n)
            sheet.boxes.append(Box(sheet.height, 1, self.problems.get(str(first), "")))
            sheet.values(sheet.height, 2, self.fields, values_of(row, self.fields))
            sheet.height += 1
