"""Money beside its name in a form: an amount of the whole, and its sources below it."""

import re
from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.forms import told_cells
from generator.importers.forms.columns import AMOUNTS, OF_MONEY
from generator.importers.forms.fund_names import PART_OF, is_kind_of_spending
from generator.importers.forms.grids import Grid, distinct, is_figure, starting
from generator.importers.forms.headers import Header
from generator.importers.forms.money_units import unit_in
from generator.importers.labels import Labels
from generator.importers.ledger import Confidence
from generator.importers.outline import Cell, Piece
from generator.importers.values import UNITS
from generator.source import At
from generator.values.money import Unit

_OWN_UNIT = re.compile("[0-9０-９]\\s?(亿元|万元|元)$")
_OTHER_STAGE = re.compile(r"\s{0,4}(?:年初|年中|全年|调整|追加|批复|申报|核定)")
"""How the name of an amount begins that is no source: its stage is told by no known name."""
WHOLE_TERM = "whole_term"
"""The amount of several years, for which a record has no place."""


class FundPairs:
    """The amounts of one table that stand beside their names, and the unit of all its money."""

    def __init__(self, context: Context, grid: Grid, around: Sequence[Piece], at: At) -> None:
        """`around` may say the unit."""
        self._context = context
        self._grid = grid
        self._captions = around
        self._around = [piece.text for piece in around]
        self._at = at
        self._stages: dict[int, str] = {}
        """The stage of the amounts in a column: that of the whole stands beside its name."""
        self._sources: dict[str, int] = {}
        self._whole: Cell | None = None
        """The name of the last amount of the whole."""
        self._told: Unit | None = None
        """The unit of the last amount that stood beside its name."""

    @property
    def has_stages(self) -> bool:
        """Whether an amount of the whole has been met."""
        return bool(self._stages)

    @property
    def has_unit(self) -> bool:
        """Whether the table or what stands around it says a unit of money, or amounts were met."""
        return bool(self._stages or unit_in(self._around))

    def leave(self, value: Cell) -> None:
        """Note that the amounts in a column are of several years."""
        self._stages[value.column] = WHOLE_TERM

    def stage(
        self, field: str, name: Cell, value: Cell, confidence: Confidence = Confidence.STATED
    ) -> None:
        """An amount beside its name is of the whole."""
        self._stages[value.column] = field
        self._whole = name
        unit = self._told = self._unit_beside(name, value)
        self._context.put(
            (*self._at, "funds", "stated_total", field), value, unit=unit, confidence=confidence
        )

    def told(self, cell: Cell, labels: Labels) -> bool:
        """Put the sums that a cell tells with their names; whether it is made of them."""
        found = told_cells.told(cell.text, labels)
        whole: At = (*self._at, "funds", "stated_total")
        for one in found:
            if one.unit and not self._context.gathering.has(*self._at, "funds", "unit"):
                self._put_unit(one.unit, (cell,))
            unit = next((unit for unit in Unit if unit.label == one.unit), None)
            self._context.put((*whole, one.stage), cell, None, one.part, unit=unit)
        if found:
            self._context.label(cell)
        return bool(found)

    def _unit_beside(self, name: Cell, value: Cell) -> Unit | None:
        """The unit of an amount: its own, else that of its name, its row or the table."""
        own = next((u for u in ("亿元", "万元", "元") if value.text.strip().endswith(u)), "")
        row = distinct(self._grid[name.row])
        told = own or unit_in((name.text, *self._around)) or unit_in([one.text for one in row])
        if told and not self._context.gathering.has(*self._at, "funds", "unit"):
            self._put_unit(told, (value, name, *row))
        return next((one for one in Unit if one.label == told), None)

    def is_part(self, cell: Cell, value: Cell) -> bool:
        """Whether a name and its value are a source of money within the whole."""
        is_money = OF_MONEY.search(cell.text) or is_kind_of_spending(cell.text)
        is_money = bool(is_money) and is_figure(value.text)
        if _OTHER_STAGE.match(cell.text):
            return False
        is_below = value.column in self._stages or bool(PART_OF.match(cell.text))
        return is_money and (is_below or self._is_in_block(cell))

    def _is_in_block(self, cell: Cell) -> bool:
        """Whether a cell stands in the rows of the block whose whole was told last."""
        whole = self._whole
        side = self._grid[whole.row][0] if whole is not None else None
        is_block = side is not None and side is not whole and side.column == 0
        return is_block and side is not None and self._grid[cell.row][0] is side

    def part(self, cell: Cell, value: Cell) -> None:
        """An amount below that of the whole is of the same stage, else of the budget."""
        context = self._context
        prefix = PART_OF.match(cell.text)
        start = prefix.end() if prefix else 0
        end = next((n for n, sign in enumerate(cell.text) if sign in "（("), len(cell.text))
        context.label(cell, 0, start)
        context.label(cell, end)
        source = "".join(cell.text[start:end].split()).strip("：:")
        if self._stages.get(value.column) == WHOLE_TERM:
            return
        stage = self._stages.get(value.column, self._last_stage)
        if prefix:
            self._stages[value.column] = stage  # what stands below it is a part like it
        kind, named = ("by_use", "use") if is_kind_of_spending(source) else ("rows", "source")
        rows: At = (*self._at, "funds", kind)
        unit = self._told or self._unit_beside(cell, value)
        number = self._sources.setdefault(source, context.gathering.length(*rows))
        context.put((*rows, number, named), cell, source, (start, end))
        context.put((*rows, number, stage), value, unit=unit, confidence=Confidence.INFERRED)

    @property
    def _last_stage(self) -> str:
        """The stage of the whole that was told last, else the budget."""
        known = [one for one in self._stages.values() if one != WHOLE_TERM]
        return known[-1] if known and self._whole is not None else "adjusted_budget"

    def unit_of(self, header: Header) -> str:
        """The unit of a table of money: in its own names, else around it."""
        names = [cell.text for cell in (*header.cells, *((header.side,) if header.side else ()))]
        below = [
            c.text for row in self._grid[header.below : header.below + 2] for c in distinct(row)
        ]
        over = self._title_over(header)
        told = (
            unit_in(names)
            or unit_in([cell.text for cell in over])
            or unit_in(below)
            or unit_in(self._around)
            or self._unit_of_cells(header)
        )
        if told and not self._context.gathering.has(*self._at, "funds", "unit"):
            side = (header.side,) if header.side else ()
            self._put_unit(told, (*header.cells, *side, *over))
        return told

    def _title_over(self, header: Header) -> Sequence[Cell]:
        """The row over the whole width that stands above a head: `一、资金来源（单位：万元）`."""
        above = starting(self._grid, header.top - 1) if header.top else []
        is_alone = len(above) == 1 and above[0].last_column >= len(self._grid[0]) - 1
        return above if is_alone else ()

    def unit_told(self, names: Sequence[Cell]) -> str:
        """The unit that names of amounts, or what stands around the table, say; it is put."""
        told = unit_in([cell.text for cell in names]) or unit_in(self._around)
        if told and not self._context.gathering.has(*self._at, "funds", "unit"):
            self._put_unit(told, names)
        return told

    def _unit_of_cells(self, header: Header) -> str:
        """The unit that the amounts of a table carry themselves, where it is one."""
        stages = [c for c, f in header.fields.items() if f in AMOUNTS]
        row = self._grid[header.below] if header.below < len(self._grid) else ()
        beside = [row[c] for c in stages if c < len(row)]  # rows need not be equally long
        amounts = [cell.text.strip() for cell in beside if cell is not None and cell.text]
        own = {found[1] if (found := _OWN_UNIT.search(text)) else "" for text in amounts}
        return own.pop() if len(own) == 1 else ""

    def _put_unit(self, told: str, names: Sequence[Piece]) -> None:
        """The unit with the first name or caption that says it."""
        saying = [piece for piece in (*names, *self._captions) if told in piece.text][:1]
        spans = [self._context.gathering.ledger.span(piece) for piece in saying]
        self._context.put_spans((*self._at, "funds", "unit"), UNITS[told].value, spans)
