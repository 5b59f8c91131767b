"""Which document gives money and grade to the statistics of which fiscal year, and which does not.

For each project and fiscal year one document counts: of those that look back, the one whose kind
comes first in the order of statistics (统计次序). A kind without a place in it never counts, nor
does a review of a document on the site, or one that another corrects.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.catalog.claims import Claim, Share
from generator.catalog.entries import Entry
from generator.catalog.projects import Place, Projects, rank
from generator.model.kinds import Timing

_REVIEW = frozenset({"复核", "review"})
_CORRECTION = frozenset({"更正", "correction"})


@dataclass(frozen=True, slots=True)
class Posting:
    """One project in one fiscal year, by the document that counts."""

    entry: Entry
    year: int
    budget: Share
    spent: Share
    is_graded: bool
    """Whether its grade is one of this year's."""


class Ledger:
    """All postings, in the order of the entries."""

    def __init__(self, entries: Sequence[Entry], projects: Projects) -> None:
        self._entries = entries
        self._projects = projects

    @cached_property
    def postings(self) -> Sequence[Posting]:
        """Each project once in each fiscal year; whole departments are apart from projects."""
        rivals: dict[object, list[tuple[Entry, Claim]]] = defaultdict(list)
        claims = [(entry, claim) for entry in self._counting() for claim in entry.claims]
        for entry, claim in claims:
            key = self._projects.identity(entry), entry.whole_department, claim.year
            rivals[key].append((entry, claim))
        chosen = {id(min(some, key=_precedence)[1]) for some in rivals.values()}
        return tuple(
            Posting(entry, claim.year, claim.budget, claim.spent, claim.is_graded)
            for entry, claim in claims
            if id(claim) in chosen
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
        corrected = {address for entry in ranked for address in _named(entry, _CORRECTION)}
        for entry in ranked:
            reviews = any(address in here for address in _named(entry, _REVIEW))
            if not reviews and entry.address not in corrected:
                yield entry


def _is_ranked(entry: Entry) -> bool:
    return entry.kind.timing is Timing.AFTER and entry.kind.rank is not None


def _named(entry: Entry, relations: frozenset[str]) -> Iterator[str]:
    """The other pages of this site that a document names in such a relation."""
    for relation, address in entry.named:
        if relation in relations and address != entry.address:
            yield address


def _precedence(rival: tuple[Entry, Claim]) -> tuple[object, ...]:
    """What speaks of just this year first; then the kind; what stands; what came last."""
    entry, claim = rival
    day = (entry.published or date.min).toordinal()
    lapsed = entry.lapsed is not None
    return not claim.is_own, rank(entry), lapsed, -day, entry.address, entry.anchor
