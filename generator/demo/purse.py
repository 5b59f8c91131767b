"""The money of one project in one year, in whole hundredths of the unit it is printed in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.lexicon import HUNDRED
from generator.values.money import rounded

STAGES = ("initial_budget", "adjusted_budget", "received", "spent")
CARRIED = "上年结转"
_SIZES = (
    (1_000, 30_000, 30),
    (30_000, 300_000, 45),
    (300_000, 3_000_000, 20),
    (3_000_000, 9_000_000, 5),
)
"""Low and high in hundredths of 万元, and how frequent."""
_NEARLY = 980
"""Per mille: what is not spent or received in full stays below, so that every score shows it."""


@dataclass(slots=True)
class Money:
    """One source's amounts; `Decimal` in the unit of its purse."""

    source: str
    initial_budget: Decimal
    adjusted_budget: Decimal
    received: Decimal
    spent: Decimal

    def at(self, stage: str) -> Decimal:
        amount: Decimal = getattr(self, stage)
        return amount


@dataclass(slots=True)
class Purse:
    """The fund table of a record, its totals, and what is said of it."""

    unit: str
    rows: list[Money]
    totals: dict[str, Decimal] | None = None
    """The total row as printed; None where there is none."""
    arrival: Decimal | None = None
    execution: Decimal | None = None
    """Rates as printed."""
    execution_base: str = "spent_by_budget"
    explanation: str | None = None
    subsidy: tuple[int, int, Decimal] | None = field(default=None)
    """What each got, how many got it, and what that makes in the purse's unit."""

    def total(self, stage: str) -> Decimal:
        return sum((row.at(stage) for row in self.rows), Decimal(0))

    @property
    def is_adjusted(self) -> bool:
        return any(row.initial_budget != row.adjusted_budget for row in self.rows)

    @property
    def unspent(self) -> Decimal:
        return max(Decimal(0), self.total("adjusted_budget") - self.total("spent"))

    def rate(self, part: str, base: str) -> Decimal:
        """Per cent, unrounded."""
        return self.total(part) * HUNDRED / self.total(base)

    @property
    def execution_rate(self) -> Decimal:
        """Over the base the record states, as its frame does."""
        by_received = self.execution_base == "spent_by_received"
        return self.rate("spent", "received" if by_received else "adjusted_budget")

    def state(self) -> None:
        """Print totals and rates anew where they are printed at all."""
        if self.totals is not None:
            self.totals = {stage: self.total(stage) for stage in STAGES}
        if self.arrival is not None:
            self.arrival = rounded(self.rate("received", "adjusted_budget"), 2)
        if self.execution is not None:
            self.execution = rounded(self.execution_rate, 2)


def size(dice: Dice, *, large: bool) -> int:
    """A project's yearly money, in hundredths of 万元."""
    low, high = dice.weighted([((low, high), share) for low, high, share in _SIZES])
    return dice.low_between(low, high) * (4 if large else 1)


def spending(
    dice: Dice, sources: Iterable[str], size: int, carried: int, *, full: bool
) -> list[Money]:
    """A year's amounts by source, in 万元; `full` when all of it came and went."""
    names = list(sources)
    budget = max(len(names) * 100, size - size % dice.pick((1, 10, 50, 100, 500)))
    rows: list[tuple[str, int]] = []
    for n, name in enumerate(names):
        share = budget if n == len(names) - 1 else budget * dice.between(20, 70) // 100
        budget -= share
        rows.append((name, max(share, 50)))
    adjust = dice.chance(25)
    arrives = 1000 if full or dice.chance(82) else dice.between(860, _NEARLY)
    goes = 1000 if full else _share_spent(dice)
    money = [_row(dice, name, share, (arrives, goes), adjust=adjust) for name, share in rows]
    if carried:
        money.append(_row(dice, CARRIED, carried, (arrives, goes), adjust=False))
    return money


def _share_spent(dice: Dice) -> int:
    """Per mille of what was received."""
    low, high = dice.weighted(
        [((1000, 1000), 36), ((950, _NEARLY), 38), ((860, 950), 16), ((560, 860), 10)]
    )
    return dice.between(low, high)


def _row(dice: Dice, name: str, budget: int, shares: tuple[int, int], *, adjust: bool) -> Money:
    arrives, goes = shares
    adjusted = (
        budget * dice.pick((70, 80, 85, 90, 95, 105, 110, 120, 130)) // 100 if adjust else budget
    )
    received = adjusted * arrives // 1000
    cents = (budget, adjusted, received, received * goes // 1000)
    return Money(name, *(Decimal(amount) / HUNDRED for amount in cents))
