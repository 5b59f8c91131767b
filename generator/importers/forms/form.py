"""A table read as a form, from its first row to its last."""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.importers.blanks import is_example, is_unfilled
from generator.importers.context import Context
from generator.importers.forms import (
    block_points,
    fund_columns,
    goals,
    ledgers,
    lists,
    management,
    pieces,
    score_columns,
)
from generator.importers.forms.columns import AMOUNTS, STAGES, before_adjusted
from generator.importers.forms.fund_pairs import WHOLE_TERM, FundPairs
from generator.importers.forms.fund_table import FundTable
from generator.importers.forms.grids import Grid, distinct, is_figure, starting
from generator.importers.forms.head_doubts import KIND_OF_SPENDING
from generator.importers.forms.headers import Header, header_at, planned_funds
from generator.importers.forms.money_units import unit_in
from generator.importers.forms.score_table import ScoreTable
from generator.importers.heads import leave_out, take_line
from generator.importers.ledger import Confidence
from generator.importers.outline import Cell, Piece, Table
from generator.importers.part import Part
from generator.importers.placing import Slot, place
from generator.importers.values import is_nothing
from generator.source import At

_TOTALS = {"weight": "", "score": "total", "review_score": "review_total", "grade": "grade"}


class Form:
    """Reads one table into a draft, or into an item of it."""

    def __init__(
        self, context: Context, table: Table, around: Sequence[Piece] = (), at: At = (), *,
        captions: Sequence[Piece] = (), before: ScoreTable | None = None,
    ) -> None:  # fmt: skip
        self._context = context
        self._labels = context.labels
        self._grid: Grid = self._without_examples(table.rows())
        self._above = captions
        self._before = before
        self._around = [piece.text for piece in around]
        """Texts about the table that may say its unit of money."""
        self._at = at
        self._funds = FundPairs(context, self._grid, around, at)
        self._last: Header | None = None
        """The last head of indicators, for the row of the total below its rows."""
        self.scores: ScoreTable | None = None
        """The last of its blocks of indicators, which the next table may go on with."""
        self._upper: At | None = None
        """The row that a heading above a piece of a score table names."""

    def _without_examples(self, grid: Grid) -> Grid:
        """The grid without rows that show how a form is filled in; they are marks."""
        found: list[Sequence[Cell | None]] = []
        for row, line in enumerate(grid):
            cells = starting(grid, row)
            is_shown = row > 0 and len(cells) >= _LEAST_OF_ROW and is_example(cells[0].text)
            for cell in cells if is_shown else ():
                self._context.label(cell)
            found.append([c if c and c.rows > 1 else None for c in line] if is_shown else line)
        return found

    def read(self) -> None:
        """Every row, as what it is."""
        row = self._continued()
        while row < len(self._grid):
            header = header_at(self._grid, row, self._labels) or planned_funds(
                self._grid, row, self._labels
            )
            if header is None and (across := fund_columns.at_row(self._grid, row, self._labels)):
                row = across.read(self._context, self._funds, self._at)
                continue
            if header is None and (points := score_columns.at_row(self._grid, row, self._labels)):
                row = points.read(self._context, self._at)
                continue
            if header is None and (managed := management.at_row(self._grid, row)):
                row = managed.read(self._context, self._grid, self._at)
                continue
            row = self._block(header) if header else self._single(row)

    def _continued(self) -> int:
        """The rows of a score table that another page goes on with, without its head."""
        before = self._before
        header = before.header if before is not None and before.is_open else None
        first = starting(self._grid, 0)[:1] if self._grid else []
        if header is None or not first or header_at(self._grid, 0, self._labels):
            return 0
        is_as_wide = len(header.fields) == len(self._grid[0])
        if not is_as_wide or self._labels.is_any(first[0].text):
            return 0
        return self._block(header._replace(top=0, height=0, cells=(), side=None))

    def _block(self, header: Header) -> int:
        """A head and the rows below it; the next row to look at."""
        context, first = self._context, header.below
        for cell in (*header.cells, *((header.side,) if header.side else ())):
            context.label(cell)
        if header.part is Part.FUNDS and not header.columns_of("weight"):
            for cell in (*header.cells, *((header.side,) if header.side else ())):
                block_points.put(self._context, cell, self._at)
        rows = list(self._rows_below(header))
        match header.part:
            case Part.INDICATORS:
                taken = self._score_table(header, rows)
            case Part.FUNDS:
                unit = self._funds.unit_of(header)
                taken = FundTable(context, self._grid, header, self._at).read(rows, unit)
            case Part.OBJECTIVE:
                taken = goals.read(context, self._grid, header, rows, self._at)
            case Part.RECTIFICATION:
                taken = ledgers.rectification(context, self._grid, header, rows, self._at)
            case Part.SURVEYS:
                taken = lists.surveys(context, self._grid, header, rows, self._at)
            case Part.PROBLEMS:
                taken = lists.problems(context, self._grid, header, rows, self._at)
            case _:
                taken = lists.items(
                    context, self._grid, header, rows, unit_in(self._around), self._at
                )
        return first + taken

    def _score_table(self, header: Header, rows: Sequence[int]) -> int:
        self._upper = pieces.upper_row(self._context, self._above, header, self._at)
        before = self.scores or self._before
        self._last = header
        self.scores = ScoreTable(self._context, self._grid, header, self._at, self._upper, before)
        return self.scores.read(rows)

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

    def _single(self, row: int) -> int:
        """A row that is not below a head: names and values side by side, the total, a text."""
        cells = [cell for cell in distinct(self._grid[row]) if cell.row == row and cell.text]
        if not cells:
            return row + 1
        if self._is_total(row, cells) or self._names_only(cells):
            return row + 1
        if self._is_unknown_list(cells):
            return self._below_list(row)
        n = 0
        while n < len(cells):
            n += self._pair(cells, n)
        return row + 1

    def _names_only(self, cells: Sequence[Cell]) -> bool:
        """Whether a row is the head of a list that nothing is known of: its names are no values."""
        if len(cells) <= 2 or any(is_figure(cell.text) for cell in cells):  # noqa: PLR2004
            return False
        unknown = sum(not self._labels.is_column(cell.text) for cell in cells)
        return unknown == 0 or (unknown == 1 and len(cells) >= _LEAST_OF_HEAD)

    def _is_unknown_list(self, cells: Sequence[Cell]) -> bool:
        """Whether a row is the head of a list that is of nothing known: its rows stay unplaced."""
        number = self._labels.field(Part.ITEMS, cells[0].text) == "number"
        return number and len(cells) > 2  # noqa: PLR2004 -- columns

    def _below_list(self, row: int) -> int:
        """The first row below the head of a list that no number begins."""
        row += 1
        while row < len(self._grid):
            first = self._grid[row][0]
            if first is None or not (_NUMBER.fullmatch(first.text) or not first.text):
                break
            row += 1
        return row

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
        if any(self._labels.field(Part.HEAD, cell.text) for _, cell in points):
            return False  # a name and its value, and another name
        self._context.label(cells[0])
        for name, cell in points:
            field = _TOTALS.get(name)
            if self._upper is not None and name in _TOTALS:
                self._context.put((*self._upper, name), cell)
            elif field:
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
        several = len(list(takewhile(lambda one: is_figure(one.text), cells[n + 1 :])))
        is_part = field is None and value is not None and self._funds.is_part(cell, value)
        is_amount = part is Part.FUND_TOTAL or (part is Part.FUNDS and field in AMOUNTS)
        if several > 1 and (is_part or is_amount):
            return several + 1  # of which stage each is, no head says
        if is_part and value is not None:
            self._funds.part(cell, value)
            return 2
        if field is None:
            if not self._funds.told(cell, self._labels) and not take_line(context, cell, self._at):
                self._goal_in_cell(cell)  # else it stays unplaced
            return 1
        context.label(cell)
        if part is Part.BLOCK:
            block_points.put(self._context, cell, self._at)
        if part is Part.BLOCK or value is None or self._is_name(value, cells, n + 1):
            return 1
        if field.startswith("result.") and self._is_row_of_values(cells, n):
            return len(cells) - n  # what grades mean, or points of several: unplaced
        if part is Part.FUNDS and field == "adjusted_budget":
            field = self._stage_of_budget(cell)
        self._value(part, field, cell, value)
        return 2

    def _stage_of_budget(self, cell: Cell) -> str:
        """Of two budgets near one another the one before it was adjusted is the initial one."""
        near = range(max(0, cell.row - 1), min(cell.row + 2, len(self._grid)))
        cells = [c for row in near for c in starting(self._grid, row)]
        named = [c for c in cells if self._labels.field(Part.FUNDS, c.text) == "adjusted_budget"]
        return "initial_budget" if cell in before_adjusted(named) else "adjusted_budget"

    def _goal_in_cell(self, cell: Cell) -> None:
        """Put what one cell tells of the year's goal behind its name: `年度目标：…`."""
        match = _NAMED_TEXT.match(cell.text)
        field = self._labels.field(Part.OBJECTIVE, match["name"]) if match else None
        if match is None or field is None or is_unfilled(cell.text[match.end() :]):
            return
        self._context.label(cell, 0, match.end())
        at: At = (*self._at, "objective", field)
        self._context.put(at, cell, cell.text[match.end() :], (match.end(), None))

    def _value(self, part: Part, field: str, cell: Cell, value: Cell) -> None:
        """What stands beside a name."""
        context, slot = self._context, Slot(value)
        if part is Part.PERSONS:
            leave_out(context, slot)
        elif is_unfilled(value.text) or (
            part is Part.OBJECTIVE and self._labels.is_any(value.text)
        ):
            context.label(value)
        elif part is Part.OBJECTIVE:
            context.put((*self._at, "objective", field), value)
        elif part is Part.FUNDS:
            self._funds.stage(field, cell, value)
        elif field == WHOLE_TERM:
            self._funds.leave(value)
        elif part is Part.FUND_TOTAL:
            self._funds.stage("adjusted_budget", cell, value, Confidence.INFERRED)
        else:
            place(context, field, slot, self._at)

    def _named(self, cell: Cell, value: Cell | None) -> tuple[Part, str | None]:
        labels = self._labels
        for part in (Part.PERSONS, Part.HEAD):
            if field := labels.field(part, cell.text):
                return part, field
        field = labels.field(Part.OBJECTIVE, cell.text)
        if field and value is not None:
            return Part.OBJECTIVE, field
        field = labels.field(Part.FUNDS, cell.text)
        is_kind = KIND_OF_SPENDING.fullmatch("".join(cell.text.split())) is not None
        if (field in STAGES and not is_kind) or (
            field == "score" and self._funds.has_stages and not self._last
        ):
            return Part.FUNDS, field
        field = labels.field(Part.FUND_TOTAL, cell.text)
        is_bare = labels.field(Part.TOTAL, cell.text) and not self._funds.has_unit
        if field and value is not None and is_figure(value.text) and not is_bare:
            return Part.FUND_TOTAL, field
        empty = labels.field(Part.OBJECTIVE, cell.text) if value is None else None
        return Part.BLOCK, labels.field(Part.BLOCK, cell.text) or field or empty

    def _is_row_of_values(self, cells: Sequence[Cell], n: int) -> bool:
        """Whether several values stand behind a name, of which none is its own."""
        behind = cells[n + 1 :]
        return len(behind) > 1 and not any(
            self._labels.is_any(cell.text) or _COLON.search(cell.text) for cell in behind
        )

    def _is_name(self, cell: Cell, cells: Sequence[Cell], n: int) -> bool:
        """Whether a cell is the next name rather than a value: it has a value behind it."""
        if self._labels.is_any(cell.text) and n + 1 < len(cells):
            return True
        return len(cells) > 2 and self._labels.field(Part.PROBLEMS, cell.text) is not None  # noqa: PLR2004


_LEAST_OF_ROW = 3
"""Cells of a row in a list."""
_LEAST_OF_HEAD = 5
"""Names of columns that tell a head, though one of them is not known."""
_NAMED_TEXT = re.compile(r"\s{0,4}(?P<name>[^：:\n]{2,16})[：:]\s{0,4}")
_NUMBER = re.compile(r"\s?[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.、]?\s?")
_COLON = re.compile("[：:]")
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
