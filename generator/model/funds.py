"""Money of one project in one fiscal year: where it came from, how much was spent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from generator.model.figures import NO_SUM, Figure, Sum, total
from generator.model.frames import RateBase
from generator.model.fund_rows import (
    STAGES,
    Fund,
    FundAmounts,
    FundPlace,
    FundUse,
    FundYear,
    Stage,
)
from generator.schema.fields import Flag, Model, Percent, label
from generator.source import At
from generator.values.choices import Choice
from generator.values.money import Amount, Unit, half_digit, percentage


class StatedBase(Choice):
    """What a rate printed in a report was divided by."""

    SPENT_BY_BUDGET = "spent_by_budget", "支出/预算"
    SPENT_BY_RECEIVED = "spent_by_received", "支出/到位"
    RECEIVED_BY_BUDGET = "received_by_budget", "到位/预算"


class StatedRate(Model):
    """A rate as the report prints it."""

    value: Annotated[Percent, label("数值", "报告所列比率，带百分号", unit="%")]
    base: Annotated[StatedBase, label("口径", "分子/分母")]


class StatedRates(Model):
    """The rates a report prints."""

    arrival: Annotated[StatedRate | None, label("到位率", "报告所列资金到位率")] = None
    execution: Annotated[StatedRate | None, label("执行率", "报告所列预算执行率")] = None


@dataclass(frozen=True)
class Breakdown:
    """One way in which the money is broken down."""

    name: str
    """What its rows are, as messages call them."""
    at: At
    """English path of its rows within an item."""
    rows: "tuple[FundAmounts, ...]"

    @cached_property
    def sums(self) -> Mapping[Stage, Sum]:
        """What its rows add up to, in the columns that hold anything."""
        given = {stage for row in self.rows for stage in row.amounts}
        return {stage: added(self.rows, stage) for stage in STAGES if stage in given}


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in per cent with what it divides; the base is always said beside the number."""

    name: str
    figure: Figure
    part: Amount | None
    part_stage: Stage
    base: Amount | None
    base_stage: Stage

    @property
    def part_name(self) -> str:
        return self.part_stage.label

    @property
    def base_name(self) -> str:
        return self.base_stage.label

    @property
    def is_undefined(self) -> bool:
        """Whether both amounts are there, and the base is zero: no number follows from them."""
        return self.part is not None and self.base is not None and not self.base.value

    @property
    def excess(self) -> Amount | None:
        """By how much the part exceeds its base, if it does."""
        if self.part is None or self.base is None or self.part.value <= self.base.value:
            return None
        return Amount(self.part.value - self.base.value, self.part.unit)


class Funds(Model):
    """The fund table of an evaluation: source by stage, in one unit."""

    unit: Annotated[
        Unit, label("单位", "金额单位，按原表：元、万元或亿元", inherited=True, example="万元")
    ]
    rows: Annotated[tuple[Fund, ...], label("明细", "每个资金来源一行")] = ()
    by_use: Annotated[tuple[FundUse, ...], label("按用途", "每个用途或任务一行")] = ()
    by_year: Annotated[tuple[FundYear, ...], label("按年度", "跨年度的，每年一行")] = ()
    by_place: Annotated[tuple[FundPlace, ...], label("按地区", "每个县区、乡镇或单位一行")] = ()
    is_partial: Annotated[Flag, label("不全", "各行只是一部分、不等于合计时填 是")] = False
    stated_total: Annotated[FundAmounts | None, label("合计", "原表列示的合计行")] = None
    stated_rates: Annotated[StatedRates, label("报告列示", "报告文字中列出的比率")] = StatedRates()
    explanation: Annotated[
        str | None,
        label("说明", "调整、结转、执行率偏低等原因", example="年中追加 5 万元，用于更换照明设备"),
    ] = None

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The columns that hold anything, in the order of a year."""
        given = {stage for row in self.all_rows for stage in row.amounts}
        return tuple(stage for stage in STAGES if stage in given)

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Those that there are: by source, use, year, place; each is one of the same total."""
        every = (self.rows, self.by_use, self.by_year, self.by_place)
        named = zip(_BREAKDOWNS, every, strict=True)
        return tuple(Breakdown(name, at, rows) for (name, at), rows in named if rows)

    @cached_property
    def all_rows(self) -> tuple[FundAmounts, ...]:
        """The rows of all breakdowns, and the total row."""
        rows = tuple(row for breakdown in self.breakdowns for row in breakdown.rows)
        return (*rows, self.stated_total) if self.stated_total else rows

    @property
    def prints_rates(self) -> bool:
        """Whether any row prints a rate of execution."""
        return any(row.prints_rate for row in self.all_rows)

    @cached_property
    def points_row(self) -> FundAmounts:
        """The points of the execution rate, and its rate: of the total row, else of the only one.

        Where each row of a breakdown prints points of its own, these add up.
        """
        if self.stated_total is not None and self.stated_total.has_points:
            return self.stated_total
        printing = (b.rows for b in self.breakdowns if any(row.has_points for row in b.rows))
        rows = next(printing, ())
        if len(rows) > 1 or (rows and self.stated_total is not None):
            rate = self.stated_total.rate if self.stated_total else None
            return FundAmounts(
                rate=rate,
                weight=total((row.name, row.weight) for row in rows).value,
                score=total((row.name, row.score) for row in rows).value,
            )
        if self.stated_total is not None:
            return self.stated_total
        return self.rows[0] if len(self.rows) == 1 else FundAmounts()

    @cached_property
    def totals(self) -> Mapping[Stage, Figure]:
        """Each column's total."""
        return {stage: self._total(stage) for stage in STAGES}

    def total(self, stage: Stage) -> Figure:
        """The total row's amount beside the sum of the first breakdown that has any."""
        return self.totals[stage]

    def _total(self, stage: Stage) -> Figure:
        stated = self.stated_total.at(stage) if self.stated_total else None
        if self.is_partial and stated is not None:
            return NO_SUM.beside(stated)
        summed = (breakdown.sums.get(stage) for breakdown in self.breakdowns)
        return next(filter(None, summed), NO_SUM).beside(stated)

    def beside_total(self, rows: Iterable[FundAmounts], stage: Stage) -> Figure:
        """What one breakdown adds up to, beside the total as shown; of a part, by itself."""
        summed = added(rows, stage)
        return summed.beside(None if self.is_partial else self.total(stage).shown)

    def of_sources(self, stage: Stage) -> Sum:
        """The amounts of all sources added up."""
        sources = (b for b in self.breakdowns if b.rows is self.rows)
        return next((b.sums.get(stage, NO_SUM) for b in sources), NO_SUM)

    def in_another_unit(self, stage: Stage) -> tuple[int, ...]:
        """Sources whose amounts reach the stated total only as 元 among 万元, or the reverse.

        All of them, or the only one; empty where the total is reached, or missed in another way.
        """
        if self.stated_total is None or self.stated_total.at(stage) is None:
            return ()
        figure, summed = self.total(stage), self.of_sources(stage)
        if figure.stated is None or summed.given is None:
            return ()
        if not figure.differs and not summed.missing:
            return ()
        given = [(n, a) for n, row in enumerate(self.rows) if (a := row.at(stage))]
        rounding = max(figure.tolerance, _HUNDREDTH * len(given))
        for factor in _FACTORS:
            near = min(rounding * max(factor, Decimal(1)), figure.stated / 100)
            if abs(summed.given * factor - figure.stated) <= near:
                return tuple(n for n, _ in given)
            for n, amount in given:
                meant = amount * factor
                reached = summed.given - amount + meant
                if meant > 2 * near and abs(reached - figure.stated) <= near:
                    return (n,)
        return ()

    def amount(self, stage: Stage) -> Amount | None:
        """The total of a stage as shown."""
        shown = self.total(stage).shown
        return None if shown is None else Amount(shown, self.unit)

    def total_at(self, stage: Stage) -> At:
        """English path of a stage's total: the total row's, else that of the first row with any."""
        if self.stated_total is not None and self.stated_total.at(stage) is not None:
            return ("funds", "stated_total", stage.value)
        given = (
            (*breakdown.at, n, stage.value)
            for breakdown in self.breakdowns
            for n, row in enumerate(breakdown.rows)
            if row.at(stage) is not None
        )
        return next(given, ("funds", "rows", 0, stage.value))

    @cached_property
    def budget_stage(self) -> Stage:
        """全年预算 where any of it is given, else 年初预算."""
        is_adjusted = any(row.adjusted_budget is not None for row in self.all_rows)
        return Stage.ADJUSTED_BUDGET if is_adjusted else Stage.INITIAL_BUDGET

    @property
    def budget(self) -> Amount | None:
        return self.amount(self.budget_stage)

    @property
    def spent(self) -> Amount | None:
        return self.amount(Stage.SPENT)

    @property
    def received(self) -> Amount | None:
        return self.amount(Stage.RECEIVED)

    @property
    def arrival_rate(self) -> Rate | None:
        """到位率: received over budget."""
        stated = self.stated_rates.arrival
        printed = stated.value if stated else None
        return self._rate("资金到位率", printed, Stage.RECEIVED, self.budget_stage)

    def execution_rate(self, base: RateBase) -> Rate | None:
        """执行率: spent over budget or over received, as the report says, else the frame.

        Where neither budget is printed, and the report does not say, over what the form has.
        """
        stated = self.stated_rates.execution
        by_received = (
            stated.base is StatedBase.SPENT_BY_RECEIVED if stated else base is RateBase.RECEIVED
        )
        stage = Stage.RECEIVED if by_received else self.budget_stage
        if stated is None and not self.total(self.budget_stage).is_given:
            others = (s for s in (Stage.RECEIVED, Stage.ISSUED) if self.total(s).is_given)
            stage = next(others, stage)
        printed = stated.value if stated else self.points_row.printed_rate
        return self._rate("预算执行率", printed, Stage.SPENT, stage)

    def _rate(self, name: str, stated: Decimal | None, part: Stage, base: Stage) -> Rate | None:
        """None when the report states no such rate and lacks the amounts for it."""
        above, below = self.amount(part), self.amount(base)
        figure = Figure(
            stated,
            percentage(above.value, below.value) if above and below else None,
            Decimal(0) if stated is None else half_digit(stated),
        )
        rate = Rate(name, figure, above, part, below, base)
        return rate if figure.shown is not None or rate.is_undefined else None


def added(rows: Iterable[FundAmounts], stage: Stage) -> Sum:
    """The amounts of one breakdown added up; what a row contains (其中) is not added to it."""
    return total([(row.name, row.at(stage)) for row in rows])


_BREAKDOWNS: tuple[tuple[str, At], ...] = (
    ("各来源", ("funds", "rows")),
    ("按用途各行", ("funds", "by_use")),
    ("按年度各行", ("funds", "by_year")),
    ("按地区各行", ("funds", "by_place")),
)
"""What the rows of each are, and where they stand in an item."""
_FACTORS = (Decimal("0.0001"), Decimal(10000))
_HUNDREDTH = Decimal("0.01")
"""What a source converted into another unit may be off."""
