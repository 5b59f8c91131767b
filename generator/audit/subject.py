"""A document, or an item of it, under audit; what several rules need is computed once."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from operator import itemgetter
from typing import Any

from generator.audit.dossier.fund_table import FundTable
from generator.audit.dossier.reasons import Reasons
from generator.audit.dossier.rows import Judged, Row, rows_of
from generator.audit.dossier.texts import Texts
from generator.intake.records import Matter, Record
from generator.model.evaluation import Evaluation
from generator.model.figures import Figure
from generator.model.frames import Frame, FrameIndicator
from generator.model.fund_rows import FundYear, Stage
from generator.model.funds import Breakdown
from generator.model.items import Item
from generator.model.kinds import EvaluationKind, Timing
from generator.model.outcome import Grade
from generator.model.publisher import Thresholds
from generator.source import At

_BLANK = frozenset((None, ""))


class Subject:
    """A document under audit, or one of the items it holds; places are those within the item."""

    def __init__(
        self, record: Record, thresholds: Thresholds, matter: Matter | None = None
    ) -> None:
        self.record = record
        self.thresholds = thresholds
        self.matter = matter or record.matter
        # Every rule asks for these, so they stand here rather than in properties.
        self.evaluation: Evaluation = record.evaluation
        """The document, whichever of its items this is about."""
        self.item: Item = self.matter.item
        """The item; the document itself where it is the whole."""
        self.is_whole = not self.matter.at
        """Whether it is the document rather than an item in it."""
        self.kind: EvaluationKind = self.matter.kind
        self.frame: Frame = self.matter.frame
        self.year = record.year

    @cached_property
    def money(self) -> FundTable:
        """Its fund table, the sums of which are added up once."""
        return FundTable(self.item.funds, self.frame)

    @cached_property
    def fiscal_years(self) -> frozenset[int]:
        """The years it is about: that of the record, those of its period and of its money."""
        item = self.item
        period, funds = item.period, item.funds
        ends = {period.end.year} if period and period.end else set()
        spanned = period.years if period else ()
        spent = (row.year for row in funds.by_year) if funds else ()
        return frozenset((self.year, *ends, *spanned, *spent))

    def label(self, path: At) -> str:
        """A place as the record's file spells it."""
        return self.record.form.label((*self.matter.at, *path))

    @property
    def reports_results(self) -> bool:
        """Whether its actual values are what was reached: by the end, or so far and with points."""
        timing = self.kind.timing
        return timing is Timing.AFTER or (timing is Timing.DURING and self.kind.has_points)

    def is_of_same_time(self, breakdown: Breakdown) -> bool:
        """Whether its rows speak of the time that the total does: yearly ones may be of more."""
        years = {row.year for row in breakdown.rows if isinstance(row, FundYear)}
        period = self.item.period
        if years and period and period.end and not period.start:
            return max(years) == period.end.year  # cumulative: every year up to then
        return not years or years == set(period.years if period else (self.year,))

    @property
    def states_result(self) -> bool:
        """Whether the report states a total or a grade."""
        result = self.item.result
        return any(told is not None for told in (result.total, result.review_total, result.grade))

    def adds_column(self, name: str) -> bool:
        """Whether any row fills in this column that the form adds."""
        return name in self.added

    @cached_property
    def added(self) -> frozenset[str]:
        """The columns beyond those of the model that any row fills in."""
        extras = (row.indicator.extra for row in self.rows if row.indicator.extra)
        return frozenset(name for extra in extras for name, cell in extra.items() if cell)

    def gives(self, field: str) -> bool:
        """Whether any row holds this value."""
        return not _BLANK.issuperset(map(itemgetter(field), self._cells))

    @cached_property
    def _cells(self) -> Sequence[Mapping[str, Any]]:
        """The values of every row, by field: plain mappings are quickly looked through."""
        return [vars(row.indicator) for row in self.rows]

    @cached_property
    def rows(self) -> Sequence[Row]:
        """All indicators of all levels, in order."""
        return tuple(rows_of(self.item.indicators, ("indicators",), 1, None))

    @cached_property
    def leaves(self) -> Sequence[Row]:
        """The rows without rows below them."""
        return tuple(row for row in self.rows if row.indicator.is_leaf)

    @cached_property
    def groups(self) -> Sequence[Row]:
        """The rows with rows below them."""
        return tuple(row for row in self.rows if not row.indicator.is_leaf)

    @cached_property
    def judged(self) -> Sequence[Judged]:
        """The leaves whose own target decides on their score.

        Left out are rows that do not apply, and the execution rate where a frame makes its score
        follow from the fund table. Why little was spent is said beside the funds, or missing there.
        """
        return tuple(judged for row in self.leaves if (judged := self._judged(row)))

    def _judged(self, row: Row) -> Judged | None:
        indicator, rate = row.indicator, self.money.execution_rate
        if indicator.is_not_applicable:
            return None
        held = indicator.held(self.year)
        comparison, reason = (None, held) if isinstance(held, str) else (held, "")
        met = comparison.is_met if comparison and not indicator.is_unreachable else None
        excused = False
        executing = self._scores_execution(row)
        if executing and rate is not None and rate.figure.shown is not None:
            framed, base = self.framed(row), self.money.framed_base
            if framed and framed.proportional and self.money.rates(Stage.SPENT, base):
                return None
            excused = met is not True
        return Judged(row, comparison, met, indicator.lost, excused, executing, reason)

    def explained(self, judged: Judged) -> bool:
        """Whether a row needs no further reason: one is given, or is due elsewhere."""
        return judged.is_excused or self.reasons.for_row(judged.row)

    @cached_property
    def reasons(self) -> Reasons:
        """The reasons that this report gives, wherever it gives them."""
        return Reasons(self.item, self.evaluation, self.rows)

    def kept_full_marks(self, judged: Judged) -> bool:
        """Whether a missed target lost nothing, and rounding does not account for it."""
        indicator, comparison = judged.row.indicator, judged.comparison
        weight, score = indicator.weight, indicator.score
        if judged.met is not False or judged.lost != 0 or not weight or comparison is None:
            return False
        if indicator.review_score is not None and indicator.review_score < weight:
            return False  # the reviewer has taken them
        due = comparison.proportion(weight)
        if due is None or due == weight:  # `>5`, and 5 came out
            return True
        return not self.frame.prints(weight if score is None else score, due)

    @cached_property
    def total(self) -> Figure:
        return self.item.total(self.frame)

    @cached_property
    def review_total(self) -> Figure:
        return self.item.review_total(self.frame)

    @cached_property
    def full_marks(self) -> Figure:
        return self.item.full_marks(self.frame)

    @cached_property
    def grade(self) -> Grade:
        return self.matter.grade

    @cached_property
    def execution_rows(self) -> Sequence[Row]:
        """The rows that score budget execution, by the frame's role or, unknown to it, by name.

        Of rows that stand below one another only the outermost.
        """
        found: list[Row] = []
        for row in self.rows:
            if self._scores_execution(row) and (not found or not row.is_below(found[-1])):
                found.append(row)
        return tuple(found)

    @cached_property
    def own_weights(self) -> Sequence[tuple[Row, Decimal]]:
        """The rows that weigh other than the frame's document fixes, each with the fixed weight.

        A row stands for the frame's indicator of its name at the same level or above it.
        """
        fixed = self.frame.fixed_weights
        named: dict[str, Row] = {}
        for candidate in sorted(self.rows, key=lambda row: row.level) if fixed else ():
            named.setdefault(candidate.indicator.name, candidate)
        return tuple(
            (row, framed.weight)
            for level, framed in fixed
            for name in (framed.name, *framed.aliases)
            if (row := named.get(name))
            and row.level <= level
            and row.indicator.weight is not None
            and framed.weight is not None
            and row.indicator.weight != framed.weight
        )

    def _scores_execution(self, row: Row) -> bool:
        return row.indicator.name in self._executing

    @cached_property
    def _executing(self) -> frozenset[str]:
        """The names of those of its rows that score budget execution."""
        return frozenset(filter(self.frame.is_execution, {row.indicator.name for row in self.rows}))

    @cached_property
    def texts(self) -> Texts:
        """What it says, in its fields and its original files."""
        return Texts(self.record, self.item, is_whole=self.is_whole)

    def framed(self, row: Row) -> FrameIndicator | None:
        """The frame's indicator of this row's name."""
        return self.frame.indicator_named(row.indicator.name)
