"""The table of money: stages across, sources down, the total among them."""

import re
from collections.abc import Sequence

from generator.importers.aims import does_not_apply
from generator.importers.context import Context
from generator.importers.forms.columns import AMOUNTS, OF_MONEY, STAGES
from generator.importers.forms.fund_names import PART_OF, is_kind_of_spending, list_below, start_of
from generator.importers.forms.fund_places import FundPlaces, name_field
from generator.importers.forms.grids import Grid, distinct, is_figure
from generator.importers.forms.headers import Header
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.values import UNITS, is_nothing
from generator.source import At
from generator.values.money import NUMBER, Unit

_FIGURE = re.compile("[0-9０-９Xx零一二三四五六七八九十]")
_TOLD = re.compile(rf"[：:]\s?{NUMBER}\s?(?:亿元|万元|元)?\s?\Z", re.ASCII)
_OF_SOURCES = frozenset(("balance", "received", "issued"))
"""Stages whose names sources have too: `结余资金`."""
_BELOW = (Part.HEAD, Part.OBJECTIVE)
"""Of which parts names begin what stands below a table of money."""


def _plain(text: str) -> str:
    return "".join(text.split())


class FundTable:
    """Reads the rows below a head of amounts."""

    def __init__(self, context: Context, grid: Grid, header: Header, at: At) -> None:
        self._context = context
        self._grid = grid
        self._header = header
        self._at: At = (*at, "funds")
        self._places = FundPlaces(context, header, self._at)

    def read(self, rows: Sequence[int], unit: str) -> int:
        """Take rows as long as they are of the table; the first that is not."""
        for n, row in enumerate(rows):
            held = [cell for cell in distinct(self._grid[row]) if cell.row == row and cell.text]
            if held and not self._row(row, held, UNITS.get(unit)):
                return n
        return len(rows)

    def _row(self, row: int, held: Sequence[Cell], unit: Unit | None) -> bool:
        side = self._header.side
        name = self._name(row)
        amounts = [c for c in held if c.column in self._header.fields and c is not name]
        is_beside = side is not None and side.row <= row <= side.last_row
        if name is None:
            return is_beside and self._put_alone(row, amounts, unit)
        if is_beside and _TOLD.search(name.text):
            return True  # a sum behind its name: of which stage it is, nothing says
        self._take_group(row, name)
        return self._begins_group(name, amounts) or self._named(row, name, amounts, unit)

    def _take_group(self, row: int, name: Cell) -> None:
        """Note by what the rows beside a wider name part the total: `按资金来源` before them."""
        before = [c for c in distinct(self._grid[row][: name.column]) if c is not self._header.side]
        group = next((c for c in before if c.row == row and list_below(c.text)), None)
        if group is not None and not self._places.column:
            self._places.begin_group(list_below(group.text))

    def _named(self, row: int, name: Cell, amounts: Sequence[Cell], unit: Unit | None) -> bool:
        """Take a row with a name; whether it is of the table."""
        side = self._header.side
        is_beside = side is not None and side.row <= row <= side.last_row
        is_wide = name.last_column >= len(self._grid[0]) - 1
        labels = self._context.labels
        is_named = self._places.column or self._header.columns_of("source")
        is_part = bool(is_named and amounts and not is_figure(name.text))
        is_money = bool(
            OF_MONEY.search(name.text)
            or labels.field(Part.FUND_TOTAL, name.text)
            or PART_OF.match(name.text)
            or self._tells_sums(amounts)
        )
        stage = labels.field(Part.FUNDS, name.text)
        is_source = is_named or stage in _OF_SOURCES or is_kind_of_spending(name.text)
        if stage in STAGES and not (is_source or self._is_total(name)):
            return False  # the name of a column is no source
        if is_wide or not (is_beside or is_part or is_money):
            return False
        is_within = is_beside or self._tells_sums(amounts)
        if not self._is_total(name) and self._begins_below(row, name, is_within=is_within):
            return False
        if labels.field(Part.PERSONS, name.text) or self._tells_no_money(amounts):
            return False
        self._put(row, name, amounts, unit)
        return True

    def _begins_below(self, row: int, name: Cell, *, is_within: bool) -> bool:
        """Whether a row begins what stands below: behind the block its first name may say it."""
        first = [c for c in distinct(self._grid[row]) if c.row == row and c.column < name.column]
        names = (name,) if is_within else (*first, name)
        labels = self._context.labels
        return any(labels.field(part, one.text) for part in _BELOW for one in names)

    def _put_alone(self, row: int, amounts: Sequence[Cell], unit: Unit | None) -> bool:
        """Take the only row of a block, which names nothing, for the whole; whether it is one."""
        side, fields = self._header.side, self._header.fields
        is_only = side is not None and row == self._header.below == side.last_row
        stages = [cell for cell in amounts if fields[cell.column] in STAGES]
        if not (is_only and stages) or not all(is_figure(cell.text) for cell in stages):
            return False
        at = self._places.of_total(amounts)
        for cell in amounts:
            self._amount(at, cell, unit)
        return True

    def _begins_group(self, name: Cell, amounts: Sequence[Cell]) -> bool:
        """Take a row that says by what those below it part the total; whether it is one."""
        breakdown = list_below(name.text)
        if not breakdown or self._places.column or any(not is_nothing(c.text) for c in amounts):
            return False
        self._places.begin_group(breakdown)
        for cell in (name, *amounts):
            self._context.label(cell)
        return True

    def _is_total(self, name: Cell) -> bool:
        return self._context.labels.field(Part.FUND_TOTAL, PART_OF.sub("", name.text)) is not None

    def _tells_sums(self, amounts: Sequence[Cell]) -> bool:
        """Whether figures stand below two stages at least."""
        fields = self._header.fields
        told = [c for c in amounts if fields[c.column] in AMOUNTS]
        return sum(is_figure(cell.text) for cell in told) > 1

    def _tells_no_money(self, amounts: Sequence[Cell]) -> bool:
        """Whether words stand below all the stages: another block of the form has begun."""
        fields = self._header.fields
        told = [cell.text for cell in amounts if fields[cell.column] in STAGES]
        told = [text for text in told if not is_nothing(text) and not does_not_apply(text)]
        return bool(told) and not any(_FIGURE.search(text) for text in told)

    def _name(self, row: int) -> Cell | None:
        """The cell nearest to the amounts that is none of them; a use by its own column."""
        for column in self._header.columns_of(self._places.column):
            return self._grid[row][column]
        stages = [
            c
            for c, f in self._header.fields.items()
            if f != "source" and not f.startswith("extra.")
        ]
        first = min(stages, default=0)
        cells = [
            cell for cell in distinct(self._grid[row][:first]) if cell is not self._header.side
        ]
        names = [c for c in cells if c.text and c.column < first and not is_figure(c.text)]
        return names[-1] if names else None

    def _put(self, row: int, name: Cell, amounts: Sequence[Cell], unit: Unit | None) -> None:
        context = self._context
        told = [cell for cell in amounts if not is_nothing(cell.text)]
        for cell in distinct(self._grid[row]):
            if cell.row == row and cell.text and cell.column < name.column:
                context.label(cell)
        if self._is_total(name):
            at = self._places.of_total(amounts)
            if name.row == row:
                context.label(name)
        elif not told:
            context.label(name)
            for cell in amounts:
                context.label(cell)
            return
        else:
            start = start_of(name.text)
            if start:
                context.label(name, 0, start)
            text = "".join(name.text[start:].split())
            at = self._places.of_row(name, text, amounts)
            context.put((*at, name_field(at)), name, text, (start, None))
        for cell in amounts:
            self._amount(at, cell, unit)

    def _amount(self, at: At, cell: Cell, unit: Unit | None) -> None:
        field = self._header.fields[cell.column]
        if field in ("source", "whole"):
            self._context.label(cell)
        elif field.startswith(("use.", "year.", "place.")):
            self._context.put((*at, field.partition(".")[2]), cell)
        elif field.startswith("part."):
            self._part(at, field, cell, unit)
        elif field.startswith("extra.") and field.partition(".")[2] == _plain(cell.text):
            self._context.label(cell)  # the name of the block, beside each of its rows
        elif field.startswith("extra."):
            self._context.put((*at, "extra", field.removeprefix("extra.")), cell)
        else:
            self._context.put((*at, field), cell, unit=unit)

    def _part(self, at: At, field: str, cell: Cell, unit: Unit | None) -> None:
        """An amount that is contained in the one of its row: `其中：财政拨款`."""
        _, stage, source = field.split(".", 2)
        part = self._places.of_part(at, source)
        self._context.put((*part, stage), cell, unit=unit)
        head = next(
            c
            for c in self._header.cells
            if c.column <= cell.column <= c.last_column and source in _plain(c.text)
        )
        self._context.put((*part, name_field(part)), head, source)
