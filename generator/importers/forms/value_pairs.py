"""Names with their values beside them, in the rows of a form that are below no head."""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.importers.blanks import is_unfilled
from generator.importers.context import Context
from generator.importers.forms import block_points
from generator.importers.forms.columns import AMOUNTS, STAGES, before_adjusted
from generator.importers.forms.fund_pairs import WHOLE_TERM, FundPairs
from generator.importers.forms.grids import Grid, is_figure, starting
from generator.importers.forms.head_doubts import KIND_OF_SPENDING
from generator.importers.forms.money_units import with_unit_of
from generator.importers.heads import leave_out, take_line
from generator.importers.ledger import Confidence
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.placing import Slot, place
from generator.source import At

_NAMED_TEXT = re.compile(r"\s{0,4}(?P<name>[^：:\n]{2,16})[：:]\s{0,4}")
_COLON = re.compile("[：:]")


class ValuePairs:
    """Reads the names and values of one table."""

    def __init__(self, context: Context, grid: Grid, funds: FundPairs, at: At) -> None:
        self._context = context
        self._labels = context.labels
        self._grid = grid
        self._funds = funds
        self._at = at

    def read(self, cells: Sequence[Cell], *, is_below_scores: bool) -> None:
        """Put what the cells of a row say, whose names may be those of amounts.

        Below a score table what is called 得分 is no longer of the money.
        """
        n = 0
        while n < len(cells):
            n += self._pair(cells, n, is_below_scores=is_below_scores)

    def _pair(self, cells: Sequence[Cell], n: int, *, is_below_scores: bool) -> int:
        """A name and its value; how many cells they take."""
        context, cell = self._context, cells[n]
        value = cells[n + 1] if n + 1 < len(cells) else None
        part, field = self._named(cell, value, is_below_scores=is_below_scores)
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
        elif field == "result.amount_advised":
            text = with_unit_of(value, cell.text)
            context.put((*self._at, *field.split(".")), value, text)
        else:
            place(context, field, slot, self._at)

    def _named(
        self, cell: Cell, value: Cell | None, *, is_below_scores: bool
    ) -> tuple[Part, str | None]:
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
            field == "score" and self._funds.has_stages and not is_below_scores
        ):
            return Part.FUNDS, field
        field = labels.field(Part.FUND_TOTAL, cell.text)
        is_bare = labels.field(Part.TOTAL, cell.text) and (
            is_below_scores or not self._funds.has_unit
        )
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
