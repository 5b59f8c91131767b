"""The table of indicators: the tree of a record, or that of a frame with rows to fill in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.importers.handed.asked import Asked, fields_of, values_of
from generator.importers.handed.boxes import Box, Field, Sheet
from generator.importers.handed.head import Record, block, entries, key_of, text
from generator.model.columns import Position
from generator.model.frames import FrameIndicator
from generator.model.indicators import Indicator
from generator.model.items import Item
from generator.model.kinds import Timing
from generator.model.outcome import Result
from generator.source import Plain

_LEVELS = ("一级指标", "二级指标", "三级指标", "四级指标")
_SPARE = 2
"""Empty rows below each row that the frame prints."""
_AIM = ("operator", "target", "unit")
_ROWS: Mapping[Timing, Sequence[str]] = {
    Timing.BEFORE: _AIM,
    Timing.DURING: (*_AIM, "actual", "forecast", "likelihood", "deviation_reason"),
    Timing.AFTER: (*_AIM, "actual", "deviation_reason", "corrective_action"),
    Timing.RECTIFYING: (),
}
_POINTS = ("weight", "score")


class Row(NamedTuple):
    """A row of the tree of indicators, its values in a line of its own where it has any."""

    name: str
    data: Record
    children: Sequence["Row"]
    is_printed: bool
    """By the frame; else by a record, or to be filled in."""

    def lines(self, fields: Sequence[Field]) -> int:
        """How many lines of the table it takes."""
        own = not self.children or any(values_of(self.data, fields))
        return own + sum(child.lines(fields) for child in self.children)

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)


class Scores(NamedTuple):
    """The table of indicators."""

    fields: Sequence[Field]
    rows: Sequence[Row]
    levels: int
    totals: Record

    @property
    def width(self) -> int:
        return self.levels + len(self.fields) if self.rows else 0

    @property
    def has_totals(self) -> bool:
        """Whether its last line has room for the total."""
        return bool(self.rows) and any(one.key == key_of(Indicator, "score") for one in self.fields)

    @classmethod
    def of(cls, asked: Asked, record: Record) -> "Scores":
        """Of a record, else of the frame."""
        is_filled = bool(record)
        own = entries(record, key_of(Item, "indicators"))
        rows = [_of_record(row) for row in own]
        depth = max((row.depth for row in rows), default=0)
        if not is_filled and asked.kind.timing is not Timing.RECTIFYING:
            frame_depth = max((_depth(one) for one in asked.frame.indicators), default=0)
            depth = min(frame_depth + (frame_depth < len(_LEVELS) - 1), len(_LEVELS))
            rows = [_of_frame(one, depth) for one in asked.frame.indicators]
        held = [data for row in rows for data in _data(row)]
        usual = list(_ROWS[asked.kind.timing]) if not is_filled else []
        if asked.kind.has_points and asked.frame.is_scored and not is_filled:
            usual += _POINTS if asked.kind.timing is not Timing.BEFORE else ("weight",)
        choices = {"likelihood": asked.kind.likelihoods}
        fields = list(fields_of(Indicator, usual, held, choices))
        fields += asked.declared(Position.INDICATORS, held)
        levels = min(max(depth, 2), len(_LEVELS))
        result = block(record, key_of(Item, "result"))
        return cls(fields, rows if len(fields) > 1 else (), levels, result)

    def put(self, sheet: Sheet) -> None:
        """The head, the tree, the total below it."""
        if not self.rows:
            return
        for n, name in enumerate(_LEVELS[: self.levels]):
            sheet.boxes.append(Box(sheet.height, n, name, is_name=True))
        sheet.across(self.levels, self.fields)
        for row in self.rows:
            self._row(sheet, row, 0)
        if self.has_totals:
            result = {
                key_of(Indicator, "score"): text(self.totals, key_of(Result, "total")),
                key_of(Indicator, "review_score"): text(
                    self.totals, key_of(Result, "review_total")
                ),
            }
            sheet.boxes.append(Box(sheet.height, 0, "合计", 1, self.levels, is_name=True))
            sheet.values(sheet.height, self.levels, self.fields, values_of(result, self.fields))
            sheet.height += 1

    def _row(self, sheet: Sheet, row: Row, level: int) -> None:
        lines = row.lines(self.fields)
        columns = 1 if row.children else self.levels - level
        sheet.boxes.append(
            Box(sheet.height, level, row.name, lines, columns, is_name=row.is_printed)
        )
        values = values_of(row.data, self.fields)
        if not row.children or any(values):
            blank = range(level + columns, self.levels)
            sheet.boxes += (Box(sheet.height, column, "", is_name=True) for column in blank)
            sheet.values(sheet.height, self.levels, self.fields, values)
            sheet.height += 1
        for child in row.children:
            self._row(sheet, child, level + 1)


def _of_record(data: Record) -> Row:
    children = [_of_record(row) for row in entries(data, key_of(Indicator, "children"))]
    return Row(text(data, key_of(Indicator, "name")), data, children, is_printed=True)


def _of_frame(one: FrameIndicator, depth: int) -> Row:
    data: dict[str, Plain] = {}
    if one.weight is not None:
        data[key_of(Indicator, "weight")] = f"{one.weight:f}"
    children = [_of_frame(child, depth - 1) for child in one.children]
    if not children and depth > 1 and not one.is_proportional_execution:
        children = [Row("", {}, (), is_printed=False) for _ in range(_SPARE)]
    return Row(one.name, data, children, is_printed=True)


def _data(row: Row) -> Iterator[Record]:
    yield row.data
    for child in row.children:
        yield from _data(child)


def _depth(one: FrameIndicator) -> int:
    return 1 + max(map(_depth, one.children), default=0)
