"""A document, or an item of it, under audit; what several rules need is computed once."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from generator.audit.prose import JoinedTexts
from generator.audit.reasons import Reasons
from generator.audit.rows import Judged, Row, Text, rows_of, texts_of
from generator.intake.originals import Extract, extract_of
from generator.intake.originals.attachments import Original
from generator.intake.records import Matter, Record
from generator.model.evaluation import Evaluation
from generator.model.figures import Figure
from generator.model.frames import Frame, FrameIndicator, RateBase
from generator.model.fund_rows import FundYear, Stage
from generator.model.funds import Breakdown, Rate
from generator.model.items import Item
from generator.model.kinds import EvaluationKind, Timing
from generator.model.outcome import Grade
from generator.model.publisher import Thresholds
from generator.source import At
from generator.values.money import percentage


class Subject:
    """A document under audit, or one of the items it holds; places are those within the item."""

    def __init__(
        self, record: Record, thresholds: Thresholds, matter: Matter | None = None
    ) -> None:
        self.record = record
        self.thresholds = thresholds
        self.matter = matter or record.matter

    @property
    def evaluation(self) -> Evaluation:
        """The document, whichever of its items this is about."""
        return self.record.evaluation

    @property
    def item(self) -> Item:
        """The item; the document itself where it is the whole."""
        return self.matter.item

    @property
    def is_whole(self) -> bool:
        """Whether it is the document rather than an item in it."""
        return not self.matter.at

    @property
    def kind(self) -> EvaluationKind:
        return self.matter.kind

    @property
    def frame(self) -> Frame:
        return self.matter.frame

    @property
    def year(self) -> int:
        return self.record.year

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

    def has_stage(self, stage: Stage) -> bool:
        """Whether any amount of this column is there."""
        return self.item.funds is not None and self.fund_totals[stage].is_given

    def is_of_same_time(self, breakdown: Breakdown) -> bool:
        """Whether its rows speak of the time that the total does: yearly ones may be of more."""
        years = {row.year for row in breakdown.rows if isinstance(row, FundYear)}
        period = self.item.period
        if years and period and period.end and not period.start:
            return max(years) == period.end.year  # cumulative: every year up to then
        return not years or years == set(period.years if period else (self.year,))

    @property
    def states_rates(self) -> bool:
        """Whether the report prints a rate that its amounts give."""
        funds = self.item.funds
        if funds is None:
            return False
        stated = funds.stated_rates
        return bool(stated.arrival or stated.execution or funds.prints_rates)

    @property
    def states_result(self) -> bool:
        """Whether the report states a total or a grade."""
        result = self.item.result
        return any(told is not None for told in (result.total, result.review_total, result.grade))

    def adds_column(self, name: str) -> bool:
        """Whether any row fills in this column that the form adds."""
        return any(row.indicator.extra.get(name) for row in self.rows)

    def gives(self, field: str) -> bool:
        """Whether any row holds this value."""
        return any(getattr(row.indicator, field) not in (None, "") for row in self.rows)

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
        indicator, rate = row.indicator, self.execution_rate
        if indicator.is_not_applicable:
            return None
        held = indicator.held(self.year)
        comparison, reason = (None, held) if isinstance(held, str) else (held, "")
        met = comparison.is_met if comparison and not indicator.is_unreachable else None
        excused = False
        executing = self._scores_execution(row)
        if executing and rate is not None and rate.figure.shown is not None:
            framed = self.framed(row)
            if framed and framed.proportional and self.rates(Stage.SPENT, self.framed_base):
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
        weight, comparison = judged.row.indicator.weight, judged.comparison
        if judged.met is not False or judged.lost != 0 or not weight or comparison is None:
            return False
        exactly = comparison.attainment == 1  # `>5`, and 5 came out
        return exactly or comparison.earned(weight, self.frame.places) != weight

    @cached_property
    def total(self) -> Figure:
        return self.item.total(self.frame)

    @cached_property
    def grade(self) -> Grade:
        return self.matter.grade

    @cached_property
    def execution_rate(self) -> Rate | None:
        return self.item.execution_rate(self.frame)

    @cached_property
    def fund_totals(self) -> Mapping[Stage, Figure]:
        """Each stage's total as stated and as its sources give it; empty without funds."""
        funds = self.item.funds
        return {stage: funds.total(stage) for stage in Stage} if funds else {}

    def rates(self, part: Stage, base: Stage) -> Sequence[Decimal]:
        """What a rate may be in per cent: of the amounts as shown, then of other sums there are.

        More than one where a total is not what its sources give, which is said there.
        """
        totals = self.fund_totals
        return tuple(
            rate
            for above in totals[part].known
            for below in totals[base].known
            if (rate := percentage(above, below)) is not None
        )

    @property
    def budget_stage(self) -> Stage:
        """全年预算 where the fund table gives it, else 年初预算."""
        funds = self.item.funds
        return funds.budget_stage if funds else Stage.INITIAL_BUDGET

    @property
    def framed_base(self) -> Stage:
        """What the frame divides spending by, whatever the form has."""
        is_received = self.frame.rate_base is RateBase.RECEIVED
        return Stage.RECEIVED if is_received else self.budget_stage

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
        return self.frame.is_execution(row.indicator.name)

    @cached_property
    def texts(self) -> Sequence[Text]:
        """Every text a reader sees, in the order of the record; behind them what was not read."""
        partial = self.record.form.partial if self.is_whole else None
        unread = (Text(path, text) for path, text in partial.texts) if partial else ()
        return (*texts_of(self.item, ()), *unread)

    @cached_property
    def prose(self) -> JoinedTexts:
        """All of them in one."""
        return JoinedTexts(self.texts)

    @cached_property
    def closed(self) -> JoinedTexts:
        """The same closed up, for rules on persons and secrecy."""
        return self.prose.closed()

    @cached_property
    def extracts(self) -> Sequence[tuple[At, Original, Extract]]:
        """The original files, each with its place and what it says."""
        return tuple((at, one, extract_of(one)) for at, one in self.record.originals_at)

    @cached_property
    def enclosed(self) -> Sequence[Text]:
        """Every text in the original files."""
        return tuple(
            Text(at, part.text, f"附件「{original.name}」的{part.name}")
            for at, original, extract in self.extracts
            for part in extract.parts
        )

    def framed(self, row: Row) -> FrameIndicator | None:
        """The frame's indicator of this row's name."""
        return self.frame.indicator_named(row.indicator.name)
