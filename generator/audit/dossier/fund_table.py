"""The fund table of a document under audit: what many rules ask of it is added up once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from generator.model.figures import Figure
from generator.model.frames import Frame, RateBase
from generator.model.fund_rows import STAGES, FundAmounts, Stage
from generator.model.funds import Funds, Rate
from generator.source import At
from generator.values.money import Amount, percentage


def _placed(rows: Iterable[FundAmounts], at: At) -> Iterator[tuple[FundAmounts, At]]:
    for n, row in enumerate(rows):
        yield row, (*at, n)
        yield from _placed(row.parts, (*at, n, "of_which"))


class FundTable:
    """A fund table with its sums; empty where there is none."""

    def __init__(self, funds: Funds | None, frame: Frame) -> None:
        self._funds = funds
        self._frame = frame

    @cached_property
    def totals(self) -> Mapping[Stage, Figure]:
        """Each stage's total as stated and as its sources give it; empty without funds."""
        return self._funds.totals if self._funds else {}

    @cached_property
    def shown(self) -> Mapping[Stage, Amount]:
        """The totals that there are, as shown."""
        funds, totals = self._funds, self.totals
        if funds is None:
            return {}
        shown = ((stage, figure.shown) for stage, figure in totals.items())
        return {stage: Amount(value, funds.unit) for stage, value in shown if value is not None}

    def has(self, stage: Stage) -> bool:
        """Whether any amount of this column is there."""
        return self._funds is not None and self.totals[stage].is_given

    @cached_property
    def rows(self) -> Sequence[FundAmounts]:
        """Every row of every breakdown, the total row, and the rows that these contain."""
        found: list[FundAmounts] = []
        pending = list(self._funds.all_rows) if self._funds else []
        while pending:
            found.append(row := pending.pop())
            pending += row.parts
        return found

    @cached_property
    def placed(self) -> Sequence[tuple[FundAmounts, At]]:
        """Every row of every breakdown with its place, each followed by what it contains.

        The total row is not among them.
        """
        breakdowns = self._funds.breakdowns if self._funds else ()
        return [one for each in breakdowns for one in _placed(each.rows, each.at)]

    @cached_property
    def amounts(self) -> Sequence[Amount]:
        """Every amount of the table and every total: what a text may well speak of."""
        funds = self._funds
        if funds is None:
            return ()
        told = (amount for row in self.rows for amount in row.amounts.values())
        return [*(Amount(amount, funds.unit) for amount in told), *self.shown.values()]

    @cached_property
    def in_another_unit(self) -> Mapping[Stage, tuple[int, ...]]:
        """The sources of each stage that are in another unit than the total, where any is."""
        funds = self._funds
        found = {stage: funds.in_another_unit(stage) for stage in STAGES} if funds else {}
        return {stage: rows for stage, rows in found.items() if rows}

    @cached_property
    def budget_stage(self) -> Stage:
        """全年预算 where the fund table gives it, else 年初预算."""
        return self._funds.budget_stage if self._funds else Stage.INITIAL_BUDGET

    @property
    def framed_base(self) -> Stage:
        """What the frame divides spending by, whatever the form has."""
        is_received = self._frame.rate_base is RateBase.RECEIVED
        return Stage.RECEIVED if is_received else self.budget_stage

    @cached_property
    def execution_rate(self) -> Rate | None:
        return self._funds.execution_rate(self._frame.rate_base) if self._funds else None

    @cached_property
    def states_rates(self) -> bool:
        """Whether the report prints a rate that its amounts give."""
        funds = self._funds
        if funds is None:
            return False
        stated = funds.stated_rates
        return bool(stated.arrival or stated.execution or funds.prints_rates)

    def rates(self, part: Stage, base: Stage) -> Sequence[Decimal]:
        """What a rate may be in per cent: of the amounts as shown, then of other sums there are.

        More than one where a total is not what its sources give, which is said there.
        """
        totals = self.totals
        return tuple(
            rate
            for above in totals[part].known
            for below in totals[base].known
            if (rate := percentage(above, below)) is not None
        )
