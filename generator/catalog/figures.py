"""Which document gives money and grade to the statistics of which fiscal year, and which does not.

Lists go by the year of the folder, statistics by fiscal year. For each project and fiscal year one
document counts: of those that look back, the one whose kind comes first in the order of statistics
(统计次序). A kind without a place in it never counts, nor does a review of a document on the site,
or one that another corrects. Yearly rows count in their years, everything else in the year of its
period. What speaks of several years without such rows, or adds up since the beginning, gives no
money; it stands for its last year, with its grade, where no other document does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.catalog.entries import Entry
from generator.catalog.projects import Place, Projects, rank
from generator.model.fund_rows import Stage
from generator.model.funds import Funds, added
from generator.model.kinds import Timing
from generator.values.choices import Choice
from generator.values.money import Amount

_REVIEW = frozenset({"复核", "review"})
_CORRECTION = frozenset({"更正", "correction"})


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
class Posting:
    """One project in one fiscal year, by the document that counts."""

    entry: Entry
    year: int
    budget: Share
    spent: Share
    is_graded: bool
    """Whether its grade is one of this year's: no grade is given before a period ends."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A document that speaks of a fiscal year."""

    entry: Entry
    year: int
    is_own: bool
    """Whether its money is just this year's."""


class Ledger:
    """All postings, in the order of the entries."""

    def __init__(
        self, entries: Sequence[Entry], projects: Projects, *, as_stated: bool = False
    ) -> None:
        self._entries = entries
        self._as_stated = as_stated
        self._projects = projects

    @cached_property
    def postings(self) -> Sequence[Posting]:
        """Each project once in each fiscal year; whole departments are apart from projects."""
        rivals: dict[object, list[_Claim]] = defaultdict(list)
        claims = [claim for entry in self._counting() for claim in _claims(entry)]
        for claim in claims:
            entry = claim.entry
            key = self._projects.identity(entry), entry.whole_department, claim.year
            rivals[key].append(claim)
        chosen = {id(min(some, key=_precedence)) for some in rivals.values()}
        return tuple(
            _posting(claim, as_stated=self._as_stated) for claim in claims if id(claim) in chosen
        )

    def counts(self, entry: Entry) -> bool:
        """Whether it gives money or grade to any year."""
        return bool(self.years_of(entry))

    def years_of(self, entry: Entry) -> frozenset[int]:
        """The fiscal years for which it is the document that counts."""
        return self._years.get((entry.address, entry.anchor), frozenset())

    @cached_property
    def _years(self) -> Mapping[Place, frozenset[int]]:
        found: dict[Place, set[int]] = defaultdict(set)
        for posting in self.postings:
            found[posting.entry.address, posting.entry.anchor].add(posting.year)
        return {place: frozenset(years) for place, years in found.items()}

    def _counting(self) -> Iterator[Entry]:
        ranked = [entry for entry in self._entries if _is_ranked(entry)]
        here = {entry.address for entry in self._entries}
        corrected = {address for entry in ranked for address in _related(entry, _CORRECTION)}
        for entry in ranked:
            reviews = any(address in here for address in _related(entry, _REVIEW))
            if not reviews and entry.address not in corrected:
                yield entry


def _is_ranked(entry: Entry) -> bool:
    return entry.kind.timing is Timing.AFTER and entry.kind.rank is not None


def _related(entry: Entry, relations: frozenset[str]) -> Iterator[str]:
    """The other pages of this site that a document names in such a relation."""
    for related in entry.record.evaluation.related:
        if related.record and related.relation in relations:
            address = f"{related.record.strip('/')}/"
            if address != entry.address:
                yield address


def _precedence(claim: _Claim) -> tuple[object, ...]:
    """What speaks of just this year first; then the kind; what stands; what came last."""
    entry = claim.entry
    day = (entry.published or date.min).toordinal()
    lapsed = entry.lapsed is not None
    return not claim.is_own, rank(entry), lapsed, -day, entry.address, entry.anchor


def _claims(entry: Entry) -> Iterator[_Claim]:
    """One for each fiscal year that a document speaks of."""
    item = entry.matter.item
    if item.funds and (years := _yearly(item.funds)):
        for year in years:
            yield _Claim(entry, year, is_own=True)
        return
    last, start = _last(entry), item.period.start if item.period else date(entry.year, 1, 1)
    yield _Claim(entry, last, is_own=start is not None and start.year >= last)


def _last(entry: Entry) -> int:
    """The year in which its period ends; where it does not say, that of its folder."""
    period = entry.matter.item.period
    if period is None:
        return entry.year
    if period.end is None:
        return max(entry.year, period.start.year) if period.start else entry.year
    return period.end.year


def _yearly(funds: Funds) -> Sequence[int]:
    """The years of its yearly rows."""
    stages = (funds.budget_stage, Stage.SPENT)
    rows = (row for row in funds.by_year if any(row.at(s) is not None for s in stages))
    return tuple(dict.fromkeys(row.year for row in rows))


def _posting(claim: _Claim, *, as_stated: bool) -> Posting:
    entry, funds = claim.entry, claim.entry.matter.item.funds
    return Posting(
        entry,
        claim.year,
        _share(claim, funds, funds.budget_stage, as_stated=as_stated) if funds else Share(),
        _share(claim, funds, Stage.SPENT, as_stated=as_stated) if funds else Share(),
        is_graded=claim.year <= _last(entry),
    )


def _share(claim: _Claim, funds: Funds, stage: Stage, *, as_stated: bool) -> Share:
    if reason := _left_out(claim, funds, stage, as_stated=as_stated):
        return Share(reason=reason)
    figure = funds.total(stage)
    if not claim.is_own and not figure.is_given:
        return Share()
    amount = funds.amount(stage)
    if _yearly(funds):
        summed = added((row for row in funds.by_year if row.year == claim.year), stage).value
        amount = None if summed is None else Amount(summed, funds.unit)
    return Share(amount, is_missing=amount is None)


def _left_out(claim: _Claim, funds: Funds, stage: Stage, *, as_stated: bool) -> Reason | None:
    """Why what a document says of a stage is in no sum; as stated, a total counts as it stands."""
    figure, period = funds.total(stage), claim.entry.matter.item.period
    if not figure.is_given:
        is_bond = stage is not Stage.SPENT and funds.total(Stage.ISSUED).is_given
        return Reason.ISSUED if is_bond else None
    if figure.differs and not as_stated:
        return Reason.CONTRADICTED
    if not claim.is_own:
        cumulative = period is not None and period.start is None
        return Reason.CUMULATIVE if cumulative else Reason.SEVERAL_YEARS
    if _yearly(funds) and all(row.at(stage) is None for row in funds.by_year):
        return Reason.SEVERAL_YEARS
    return None
