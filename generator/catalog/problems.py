"""All problems that documents found, with how far each has been put right.

A report on rectification tells again what an evaluation found: such a problem is listed once, with
the evaluation.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.catalog.entries import Entry, grouped
from generator.catalog.known_particulars import (
    NOTHING_KNOWN,
    KnownParticulars,
    Standings,
    Told,
)
from generator.catalog.particulars import Deed, Found, Particulars, particulars_of
from generator.catalog.relations import Relations
from generator.intake.records import Record
from generator.model.findings import State
from generator.model.kinds import Timing
from generator.values.names import folded


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem with the document that found it."""

    document: Entry
    found: Found
    told: Told | None
    """How it stands; None where nobody says anything."""

    @property
    def state(self) -> State | None:
        return self.told.state if self.told else None

    @property
    def is_not_mended(self) -> bool:
        """Whether somebody says that it is not put right yet; silence is no such word."""
        return self.state is not None and self.state.is_pending


@dataclass(frozen=True, slots=True)
class Rectified:
    """An entry of rectification with the document that has it."""

    document: Entry
    deed: Deed


class Problems:
    """Those of some documents, in their order."""

    def __init__(
        self,
        documents: Sequence[Entry],
        relations: Relations,
        known: KnownParticulars = NOTHING_KNOWN,
    ) -> None:
        self._documents, self._relations, self._known = documents, relations, known

    @cached_property
    def particulars(self) -> Mapping[str, Particulars]:
        """What each document found and tells, by its address."""
        return {one.address: self._of(one.record) for one in self._documents}

    @cached_property
    def all(self) -> Sequence[Problem]:
        """Every problem once."""
        return tuple(p for one in self._documents for p in self._problems(one))

    @cached_property
    def deeds(self) -> Sequence[Rectified]:
        """Every entry of rectification."""
        return tuple(
            Rectified(one, deed)
            for one in self._documents
            for deed in self.particulars[one.address].deeds
        )

    @cached_property
    def by_year(self) -> Mapping[int, Sequence[Problem]]:
        """Newest first."""
        return grouped((one.document.year, one) for one in self.all)

    @cached_property
    def by_department(self) -> Mapping[str, Sequence[Problem]]:
        return grouped((one.document.department_id, one) for one in self.all)

    @cached_property
    def by_document(self) -> Mapping[str, Sequence[Problem]]:
        """By its address."""
        return grouped((one.document.address, one) for one in self.all)

    @cached_property
    def deeds_by_document(self) -> Mapping[str, Sequence[Rectified]]:
        return grouped((one.document.address, one) for one in self.deeds)

    @cached_property
    def deeds_by_year(self) -> Mapping[int, Sequence[Rectified]]:
        """Newest first."""
        return grouped((one.document.year, one) for one in self.deeds)

    @cached_property
    def deeds_by_department(self) -> Mapping[str, Sequence[Rectified]]:
        return grouped((one.document.department_id, one) for one in self.deeds)

    def _problems(self, document: Entry) -> Iterator[Problem]:
        found = self.particulars[document.address].found
        if not found:
            return
        standings = self._standings(document.record)
        elsewhere = frozenset(self._told_elsewhere(document))
        for one in found:
            if folded(one.text) not in elsewhere:
                yield Problem(document, one, standings.get(one.anchor))

    def _told_elsewhere(self, document: Entry) -> Iterator[str]:
        """What the documents found that a report on rectification names."""
        if document.kind.timing is Timing.RECTIFYING:
            for _, address in document.named:
                for one in self.particulars.get(address, Particulars()).found:
                    if address != document.address:
                        yield folded(one.text)

    def _of(self, record: Record) -> Particulars:
        if (known := self._known.recall(record)) is not None:
            return known
        made = particulars_of(record)
        self._known.learn(record, made)
        return made

    def _standings(self, record: Record) -> Standings:
        """From its own entries and those of all documents around it."""
        around = self._relations.circle(record)
        if not any(self.particulars[one.address].deeds for one in around):
            return {}
        if (known := self._known.recall_standings(record, around)) is not None:
            return known
        made = dict(self._told(record, self.particulars[record.address].found))
        self._known.learn_standings(record, around, made)
        return made

    def _told(self, record: Record, found: Iterable[Found]) -> Iterator[tuple[str, Told]]:
        for matter in (record.matter, *record.matter.below):
            said = self._relations.standings(record, matter)
            for one in found:
                if one.item == matter.anchor and (standing := said.get(one.id)):
                    yield one.anchor, Told(standing.state, standing.record.address)
