"""What one document says of fiscal years: its money, and whether its grade is one of theirs.

Lists go by the year of the folder, statistics by fiscal year. Yearly rows count in their years,
everything else in the year of its period. What speaks of several years without such rows, or adds
up since the beginning, gives no money; it stands for its last year, with its grade, where no other
document does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.intake.records import Matter
from generator.model.fund_rows import Stage
from generator.model.funds import Funds, added
from generator.values.choices import Choice
from generator.values.money import Amount


class Reason(Choice):
    """Why money that a document shows is in no sum."""

    SEVERAL_YEARS = "several_years", "跨几个年度，没有分年度的金额"
    CUMULATIVE = "cumulative", "只有历年累计数"
    CONTRADICTED = "contradicted", "合计与明细不一致"
    ISSUED = "issued", "只列发行数，没有列预算数"
    WITHIN = "within", "上级部门的整体支出已经列出，可能包含它"


@dataclass(frozen=True, slots=True)
class Share:
    """What a document gives to one sum: an amount, or why it gives none."""

    amount: Amount | None = None
    reason: Reason | None = None
    is_missing: bool = False
    """Whether the sum wants it, and it is not there."""

    @property
    def within(self) -> "Share":
        """The same where a greater sum is given that may hold it."""
        return Share(reason=Reason.WITHIN if self.amount else self.reason)


@dataclass(frozen=True, slots=True)
class Claim:
    """A fiscal year that a document speaks of."""

    year: int
    is_own: bool
    """Whether its money is just this year's."""
    is_graded: bool
    """Whether its grade is one of this year's: no grade is given before a period ends."""
    budget: Share
    spent: Share


def claims_of(matter: Matter, year: int, *, as_stated: bool) -> tuple[Claim, ...]:
    """One for each fiscal year; `year` is that of the folder.

    With `as_stated` a total counts as it stands, whatever its parts add up to.
    """
    item, last = matter.item, _last(matter, year)
    return tuple(
        Claim(
            of,
            is_own,
            of <= last,
            *(_shares(item.funds, matter, of, as_stated, is_own=is_own) if item.funds else _NONE),
        )
        for of, is_own in _years(matter, year, last)
    )


_NONE = (Share(), Share())


def _years(matter: Matter, year: int, last: int) -> Iterator[tuple[int, bool]]:
    """Each year that a document speaks of, and whether its money is just that year's."""
    item = matter.item
    if item.funds and (years := _yearly(item.funds)):
        yield from ((of, True) for of in years)
        return
    start = item.period.start if item.period else date(year, 1, 1)
    yield last, start is not None and start.year >= last


def _last(matter: Matter, year: int) -> int:
    """The year in which its period ends; where it does not say, that of its folder."""
    period = matter.item.period
    if period is None:
        return year
    if period.end is None:
        return max(year, period.start.year) if period.start else year
    return period.end.year


def _yearly(funds: Funds) -> Sequence[int]:
    """The years of its yearly rows."""
    stages = (funds.budget_stage, Stage.SPENT)
    rows = (row for row in funds.by_year if any(row.at(s) is not None for s in stages))
    return tuple(dict.fromkeys(row.year for row in rows))


def _shares(
    funds: Funds, matter: Matter, year: int, as_stated: bool, *, is_own: bool  # noqa: FBT001 - handed on
) -> Iterator[Share]:  # fmt: skip
    for stage in (funds.budget_stage, Stage.SPENT):
        yield _share(funds, matter, stage, year, as_stated=as_stated, is_own=is_own)


def _share(
    funds: Funds, matter: Matter, stage: Stage, year: int, *, as_stated: bool, is_own: bool
) -> Share:
    if reason := _left_out(funds, matter, stage, as_stated=as_stated, is_own=is_own):
        return Share(reason=reason)
    figure = funds.total(stage)
    if not is_own and not figure.is_given:
        return Share()
    amount = funds.amount(stage)
    if _yearly(funds):
        summed = added((row for row in funds.by_year if row.year == year), stage).value
        amount = None if summed is None else Amount(summed, funds.unit)
    return Share(amount, is_missing=amount is None)


def _left_out(
    funds: Funds, matter: Matter, stage: Stage, *, as_stated: bool, is_own: bool
) -> Reason | None:
    """Why what a document says of a stage is in no sum."""
    figure, period = funds.total(stage), matter.item.period
    if not figure.is_given:
        is_bond = stage is not Stage.SPENT and funds.total(Stage.ISSUED).is_given
        return Reason.ISSUED if is_bond else None
    if figure.differs and not as_stated:
        return Reason.CONTRADICTED
    if not is_own:
        cumulative = period is not None and period.start is None
        return Reason.CUMULATIVE if cumulative else Reason.SEVERAL_YEARS
    if _yearly(funds) and all(row.at(stage) is None for row in funds.by_year):
        return Reason.SEVERAL_YEARS
    return None
