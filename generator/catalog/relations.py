"""Which documents answer, follow or correct one another, and what became of each problem."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.catalog.entries import address_of, project_id
from generator.intake.records import Matter, Record
from generator.model.documents import Related
from generator.model.findings import Finding, Rectification, State, in_turn
from generator.model.items import Item
from generator.values.names import folded


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that another names, with that other's word on it."""

    related: Related
    record: Record | None
    """None where the document is not on this site."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A document that names this one, and how it stands to it."""

    relation: str
    record: Record


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a problem has been put right, by the newest that is said of it."""

    entry: Rectification
    record: Record
    """The document that says so."""

    @property
    def state(self) -> State | None:
        return self.entry.state


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem that a document found, with its number there, from 1."""

    record: Record
    number: int
    finding: Finding


_Said = tuple[Rectification, Record, tuple[Matter, ...]]
"""What was done, who says so, and through which documents its ids are to be understood."""


class Relations:
    """All that documents say of one another."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = {record.address: record for record in records}

    def named_by(self, record: Record) -> tuple[Reference, ...]:
        """The documents that a record names, in its order."""
        return tuple(
            Reference(one, self._records.get(address_of(one.record)) if one.record else None)
            for one in record.head.related
        )

    def answers(self, record: Record) -> Sequence[Answer]:
        """The documents that name this one, the oldest first."""
        return self._answers.get(record.address, ())

    def circle(self, record: Record) -> Sequence[Record]:
        """All documents that name one another, at any remove, this one among them."""
        return self._circles.get(record.address, (record,))

    @cached_property
    def _circles(self) -> Mapping[str, Sequence[Record]]:
        circles: dict[str, list[Record]] = {}
        for address, answers in self._answers.items():
            here = self._records[address]
            for other in (here, *(answer.record for answer in answers)):
                mine, theirs = circles.setdefault(address, [here]), circles.get(other.address)
                if theirs is None:
                    mine.append(other)
                    circles[other.address] = mine
                elif theirs is not mine:
                    mine += theirs
                    circles |= {one.address: mine for one in theirs}
        return circles

    def standings(self, record: Record, matter: Matter | None = None) -> Mapping[str, Standing]:
        """By the id of its finding, what is said last of it: here or in a document that answers.

        Of the document as a whole, or of an item that it holds.
        """
        here = matter or record.matter
        own: list[_Said] = [(entry, record, (here,)) for entry in here.item.rectification]
        for way in self._following(record):
            for other in _about(here, record, way[-1]):
                between = (*(one.matter for one in way[:-1]), other)
                own += [(entry, way[-1], between) for entry in other.item.rectification]
        dated = ((said[0], _published(said[1]), said) for said in own)
        return {
            finding: Standing(entry, said_by)
            for finding, (entry, said_by, way_back) in in_turn(dated)
            if all(_is_meant(finding, one.item, here.item) for one in way_back)
        }

    def problems(self, record: Record) -> Mapping[str, Problem]:
        """What the documents that a record names found, by its id; not what two of them call so."""
        named = {one.record.address: one.record for one in self.named_by(record) if one.record}
        found = [
            Problem(other, number, finding)
            for other in named.values()
            if other is not record
            for number, finding in enumerate(other.evaluation.findings, 1)
        ]
        ids = Counter(problem.finding.id for problem in found)
        return {p.finding.id: p for p in found if ids[p.finding.id] == 1}

    def _following(self, record: Record) -> Iterator[tuple[Record, ...]]:
        """Each document that answers this one, or one that does, with those in between."""
        seen = {record.address}
        ways: list[tuple[Record, ...]] = [(answer.record,) for answer in self.answers(record)]
        for way in ways:
            if way[-1].address not in seen:
                seen.add(way[-1].address)
                yield way
                ways += [(*way, answer.record) for answer in self.answers(way[-1])]

    @cached_property
    def _answers(self) -> Mapping[str, Sequence[Answer]]:
        found: dict[str, list[Answer]] = defaultdict(list)
        for record in sorted(self._records.values(), key=_published):
            for one in record.head.related:
                if one.record and (address := address_of(one.record)) in self._records:
                    found[address].append(Answer(one.relation, record))
        return dict(found)


def _about(here: Matter, record: Record, other: Record) -> Iterator[Matter]:
    """What another document says of the same thing: as a whole, or in the item it has for it."""
    subject, whole = project_id(record, here), other.matter
    if not here.at or project_id(other, whole) == subject:
        yield whole
    yield from (one for one in whole.below if project_id(other, one) == subject)


def _is_meant(finding: str, said_in: Item, item: Item) -> bool:
    """Whether an id in one document is that of a problem in another, not of one of its own."""
    own = next((f.text for f in said_in.findings if f.id == finding), None)
    named = next((f.text for f in item.findings if f.id == finding), None)
    return named is not None and (own is None or folded(own) == folded(named))


def _published(record: Record) -> date:
    head = record.head
    return head.published or head.issued or date(record.year, 1, 1)
