"""A table read as a form, from its first row to its last."""

import re
from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.forms import goals, lists
from generator.importers.forms.fund_table import (
    OF_MONEY,
    PART_OF,
    POINTS_OF_BLOCK,
    FundTable,
    unit_in,
)
from generator.importers.forms.headers import (
    STAGES,
    Grid,
    Header,
    distinct,
    header_at,
    is_figure,
    planned_funds,
    starting,
)
from generator.importers.forms.score_table import ScoreTable
from generator.importers.heads import Slot, leave_out, place, take_line
from generator.importers.labels import Part
from generator.importers.ledger import Confidence
from generator.importers.outline import Cell, Piece, Table
from generator.importers.values import is_nothing
from generator.source import At
from generator.values.money import Unit

_OWN_UNIT = re.compile("[0-9０-９]\\s?(亿元|万元|元)$")
_UNITS = {unit.label: unit.value for unit in Unit}
_TOTALS = {"weight": "", "score": "total", "review_score": "review_total", "grade": "grade"}


class Form:
    """Reads one table into a draft, or into an item of it."""

    def __init__(
        self, context: Context, table: Table, around: Sequence[Piece] = (), at: At = ()
    ) -> None:
        self._context = context
        self._labels = context.labels
        self._grid: Grid = table.rows()
        self._captions = around
        self._around = [piece.text for piece in around]
        """Texts about the table that may say its unit of money."""
        self._at = at
        self._stages: dict[int, str] = {}
        """The stage of the amounts in a column: that of the whole stands beside its name."""
        self._sources: dict[str, int] = {}
        self._told: Unit | None = None
        """The unit of the last amount that stood beside its name."""
        self._last: Header | None = None
        """The last head of indicators, for the row of the total below its rows."""

    def read(self) -> None:
        """Every row, as what it is."""
        row = 0
        while row < len(self._grid):
            header = header_at(self._grid, row, self._labels) or planned_funds(
                self._grid, row, self._labels
            )
            row = self._block(header) if header else self._single(row)

    def _block(self, header: Header) -> int:
        """A head and the rows below it; the next row to look at."""
        context, first = self._context, header.below
        for cell in (*header.cells, *((header.side,) if header.side else ())):
            context.label(cell)
        rows = list(self._rows_below(header))
        match header.part:
            case Part.INDICATORS:
                taken = ScoreTable(context, self._grid, header, self._at).read(rows)
                self._last = header
            case Part.FUNDS:
                unit = self._unit(header)
                taken = FundTable(context, self._grid, header, self._at).read(rows, unit)
            case Part.OBJECTIVE:
                taken = goals.read(context, self._grid, header, rows, self._at)
            case Part.RECTIFICATION:
                taken = lists.rectification(context, self._grid, header, rows, self._at)
            case Part.SURVEYS:
                taken = lists.surveys(context, self._grid, header, rows, self._at)
            case Part.PROBLEMS:
                taken = lists.problems(context, self._grid, header, rows, self._at)
            case _:
                taken = lists.items(
                    context, self._grid, header, rows, unit_in(self._around), self._at
                )
        return first + taken

    def _rows_below(self, header: Header) -> range:
        stop = header.below
        while stop < len(self._grid):
            found = header_at(self._grid, stop, self._labels)
            if found is not None and (
                found.part is not header.part or header.part is not Part.OBJECTIVE
            ):
                break
            stop += 1
        return range(header.below, stop)

    def _unit(self, header: Header) -> str:
        """The unit of a table of money: in its own names, else around it."""
        names = [cell.text for cell in (*header.cells, *((header.side,) if header.side else ()))]
        below = [
            c.text for row in self._grid[header.below : header.below + 2] for c in distinct(row)
        ]
        told = (
            unit_in(names) or unit_in(below) or unit_in(self._around) or self._unit_of_cells(header)
        )
        if told and not self._context.gathering.has(*self._at, "funds", "unit"):
            side = (header.side,) if header.side else ()
            self._put_unit(told, (*header.cells, *side))
        return told

    def _unit_of_cells(self, header: Header) -> str:
        """The unit that the amounts of a table carry themselves, where it is one."""
        stages = [c for c, f in header.fields.items() if f in STAGES and f != "rate"]
        row = self._grid[header.below] if header.below < len(self._grid) else ()
        amounts = [cell.text.strip() for c in stages if (cell := row[c]) is not None and cell.text]
        own = {found[1] if (found := _OWN_UNIT.search(text)) else "" for text in amounts}
        return own.pop() if len(own) == 1 else ""

    def _put_unit(self, told: str, names: Sequence[Piece]) -> None:
        """The unit with the first name or caption that says it."""
        saying = [piece for piece in (*names, *self._captions) if told in piece.text][:1]
        spans = [self._context.gathering.ledger.span(piece) for piece in saying]
        self._context.put_spans((*self._at, "funds", "unit"), _UNITS[told], spans)

    def _single(self, row: int) -> int:
        """A row that is not below a head: names and values side by side, the total, a text."""
        cells = [cell for cell in distinct(self._grid[row]) if cell.row == row and cell.text]
        if not cells:
            return row + 1
        if self._is_total(row, cells):
            return row + 1
        n = 0
        while n < len(cells):
            n += self._pair(cells, n)
        return row + 1

    def _is_total(self, row: int, cells: Sequence[Cell]) -> bool:
        """The row that adds the table up, its points below the columns for points."""
        header = self._last
        if header is None or not self._labels.field(Part.TOTAL, cells[0].text):
            return False
        points = [
            (header.fields.get(cell.column, "").partition("@")[0], cell) for cell in cells[1:]
        ]
        if not any(name in _TOTALS for name, _ in points):
            return False
        self._context.label(cells[0])
        for name, cell in points:
            field = _TOTALS.get(name)
            if field:
                self._context.put((*self._at, "result", field), cell)
            elif field is not None or is_nothing(cell.text):
                self._context.label(cell)
            elif not take_line(self._context, cell, self._at) and _GRADE.fullmatch(cell.text):
                self._context.put((*self._at, "result", "grade"), cell, cell.text.strip())
        return row + 1 > 0

    def _pair(self, cells: Sequence[Cell], n: int) -> int:
        """A name and its value; how many cells they take."""
        context, cell = self._context, cells[n]
        value = cells[n + 1] if n + 1 < len(cells) else None
        part, field = self._named(cell, value)
        if field is None and value is not None and self._is_part(cell, value):
            self._part(cell, value)
            return 2
        if field is None:
            take_line(context, cell, self._at)  # else it stays unplaced
            return 1
        context.label(cell)
        if part is Part.BLOCK and (points := POINTS_OF_BLOCK.fullmatch(cell.text.strip())):
            whole: At = (*self._at, "funds", "stated_total", "weight")
            context.put(whole, cell, None, points.span("points"))
        if part is Part.BLOCK or value is None or self._is_name(value, cells, n + 1):
            return 1
        slot = Slot(value)
        if part is Part.PERSONS:
            leave_out(context, slot)
        elif part is Part.OBJECTIVE:
            context.put((*self._at, "objective", field), value)
        elif part is Part.FUNDS:
            self._stage(field, cell, value)
        elif part is Part.FUND_TOTAL:
            self._stage("adjusted_budget", cell, value, Confidence.INFERRED)
        else:
            place(context, field, slot, self._at)
        return 2

    def _named(self, cell: Cell, value: Cell | None) -> tuple[Part, str | None]:
        labels = self._labels
        for part in (Part.PERSONS, Part.HEAD):
            if field := labels.field(part, cell.text):
                return part, field
        field = labels.field(Part.OBJECTIVE, cell.text)
        if field and value is not None:
            return Part.OBJECTIVE, field
        field = labels.field(Part.FUNDS, cell.text)
        if field in STAGES or (field == "score" and self._stages and self._last is None):
            return Part.FUNDS, field
        field = labels.field(Part.FUND_TOTAL, cell.text)
        if field and value is not None and is_figure(value.text):
            return Part.FUND_TOTAL, field
        empty = labels.field(Part.OBJECTIVE, cell.text) if value is None else None
        return Part.BLOCK, labels.field(Part.BLOCK, cell.text) or field or empty

    def _is_name(self, cell: Cell, cells: Sequence[Cell], n: int) -> bool:
        """Whether a cell is the next name rather than a value: it has a value behind it."""
        return self._labels.is_any(cell.text) and n + 1 < len(cells)

    def _stage(
        self, field: str, name: Cell, value: Cell, confidence: Confidence = Confidence.STATED
    ) -> None:
        """An amount beside its name is of the whole."""
        own = next((u for u in ("亿元", "万元", "元") if value.text.strip().endswith(u)), "")
        beside = [cell.text for cell in distinct(self._grid[name.row])]
        told = own or unit_in((name.text, *self._around)) or unit_in(beside)
        if told and not self._context.gathering.has(*self._at, "funds", "unit"):
            self._put_unit(told, (value, name))
        self._stages[value.column] = field
        unit = self._told = next((one for one in Unit if one.label == told), None)
        self._context.put(
            (*self._at, "funds", "stated_total", field), value, unit=unit, confidence=confidence
        )

    def _is_part(self, cell: Cell, value: Cell) -> bool:
        """Whether a name and its value are a source of money within the whole."""
        is_money = OF_MONEY.search(cell.text) and is_figure(value.text)
        return bool(is_money) and (value.column in self._stages or bool(PART_OF.match(cell.text)))

    def _part(self, cell: Cell, value: Cell) -> None:
        """An amount below that of the whole is of the same stage, else of the budget."""
        context = self._context
        prefix = PART_OF.match(cell.text)
        start = prefix.end() if prefix else 0
        end = next((n for n, sign in enumerate(cell.text) if sign in "（("), len(cell.text))
        context.label(cell, 0, start)
        context.label(cell, end)
        source = "".join(cell.text[start:end].split()).strip("：:")
        rows: At = (*self._at, "funds", "rows")
        number = self._sources.setdefault(source, context.gathering.length(*rows))
        context.put((*rows, number, "source"), cell, source, (start, end))
        context.put(
            (*rows, number, self._stages.get(value.column, "adjusted_budget")), value,
            unit=self._told, confidence=Confidence.INFERRED,
        )  # fmt: skip


_GRADE = re.compile(r"\s?(?:优秀?|良好?|中等?|差|合格|不合格)\s?")
"""A grade beside the points of a whole table."""
_ANNEX = re.compile(r"\s?附\s?[件表]\s?[一二三四五六七八九十\d－-]{0,4}\s?[：:]?\s?")
"""What stands above a title, in a cell of any width."""


def first_texts(table: Table, labels_of: int = 3) -> list[Cell]:
    """The texts over the whole width at the head of a table: its title, its year, its unit."""
    found: list[Cell] = []
    grid = table.rows()
    for row in range(min(labels_of, table.height)):
        held = starting(grid, row)
        is_wide = held and held[0].last_column >= table.width - 1
        if len(held) == 1 and held[0].column == 0 and (is_wide or _ANNEX.fullmatch(held[0].text)):
            found.append(held[0])
        elif held:
            break
    return found
