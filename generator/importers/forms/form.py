"""A table read as a form, from its first row to its last."""

from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.forms import (
    block_points,
    continued_rows,
    fund_columns,
    goal_rows,
    goals,
    ledgers,
    lists,
    management,
    pieces,
    score_columns,
    total_rows,
    unknown_lists,
)
from generator.importers.forms.example_rows import without_examples
from generator.importers.forms.fund_pairs import FundPairs
from generator.importers.forms.fund_table import FundTable
from generator.importers.forms.grids import Grid, distinct, starting
from generator.importers.forms.head_years import year_in
from generator.importers.forms.headers import Header, header_at
from generator.importers.forms.jutting_rows import fitted
from generator.importers.forms.money_units import unit_in
from generator.importers.forms.planned_heads import planned_funds, planned_sources
from generator.importers.forms.score_table import ScoreTable
from generator.importers.forms.value_pairs import ValuePairs
from generator.importers.outline import Piece, Table
from generator.importers.part import Part
from generator.source import At


class Form:
    """Reads one table into a draft, or into an item of it."""

    def __init__(
        self, context: Context, table: Table, around: Sequence[Piece] = (), at: At = (), *,
        captions: Sequence[Piece] = (), before: ScoreTable | None = None,
    ) -> None:  # fmt: skip
        self._context = context
        self._labels = context.labels
        self._grid: Grid = without_examples(context, fitted(table.rows()))
        self._above = captions
        self._before = before
        self._around = [piece.text for piece in around]
        """Texts about the table that may say its unit of money."""
        self._year = year_in((*self._around, *(piece.text for piece in captions)))
        self._at = at
        self._funds = FundPairs(context, self._grid, around, at)
        self._pairs = ValuePairs(context, self._grid, self._funds, at)
        self._last: Header | None = None
        """The last head of indicators, for the row of the total below its rows."""
        self.scores: ScoreTable | None = None
        """The last of its blocks of indicators, which the next table may go on with."""
        self._upper: At | None = None
        """The row that a heading above a piece of a score table names."""

    def read(self) -> None:
        """Every row, as what it is."""
        row = self._continued()
        while row < len(self._grid):
            header = (
                header_at(self._grid, row, self._labels, self._year)
                or planned_funds(self._grid, row, self._labels)
                or planned_sources(self._grid, row, self._labels)
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
        self._grid = continued_rows.aligned(self._grid, header) if is_as_wide else self._grid
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
        rows, unit = list(self._rows_below(header)), unit_in(self._around)
        match header.part:
            case Part.INDICATORS:
                taken = self._score_table(header, rows)
            case Part.FUNDS:
                table = FundTable(context, self._grid, header, self._at)
                taken = table.read(rows, self._funds.unit_of(header))
            case Part.OBJECTIVE:
                taken = goals.read(context, self._grid, header, rows, self._at)
            case Part.RECTIFICATION:
                taken = ledgers.rectification(context, self._grid, header, rows, unit, self._at)
            case Part.SURVEYS:
                taken = lists.surveys(context, self._grid, header, rows, self._at)
            case Part.PROBLEMS:
                taken = lists.problems(context, self._grid, header, rows, unit, self._at)
            case _:
                taken = lists.items(context, self._grid, header, rows, unit, self._at)
        return first + taken

    def _score_table(self, header: Header, rows: Sequence[int]) -> int:
        self._upper = pieces.upper_row(self._context, self._above, header, self._at)
        if self._upper is None:
            self._upper = goal_rows.put(self._context, header.side, self._at)
        before = self.scores or self._before
        self._last = header
        self.scores = ScoreTable(self._context, self._grid, header, self._at, self._upper, before)
        return self.scores.read(rows)

    def _rows_below(self, header: Header) -> range:
        stop = header.below
        while stop < len(self._grid):
            found = header_at(self._grid, stop, self._labels, self._year)
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
        header, labels = self._last, self._labels
        side = header.side if header else None
        is_below = side is not None and side.last_row < row
        upper = None if is_below else self._upper
        if header and total_rows.put(self._context, cells, header, self._at, upper):
            return row + 1
        if (below := unknown_lists.below(self._grid, row, cells, labels)) is not None:
            return below
        self._pairs.read(cells, is_below_scores=header is not None)
        return row + 1
