"""All published evaluations, by year, department, project and grade."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from generator.catalog.entries import Entry, entries_of, grouped
from generator.catalog.figures import Ledger, Posting
from generator.catalog.known_entries import NOTHING_KNOWN, KnownEntries
from generator.catalog.known_particulars import NOTHING_KNOWN as NO_PARTICULARS_KNOWN
from generator.catalog.known_particulars import KnownParticulars
from generator.catalog.problems import Problems
from generator.catalog.projects import Projects
from generator.catalog.relations import Relations
from generator.catalog.summaries import Count, Summary
from generator.intake.records import Record
from generator.model.frames import NO_FRAME, Frame
from generator.model.register import Department, Region


class Catalog:
    """Entries in a fixed order: newest year first, then region, department, title."""

    def __init__(
        self,
        regions: Sequence[Region],
        departments: Sequence[Department],
        records: Iterable[Record],
        *,
        as_stated: bool = False,
        before: KnownEntries = NOTHING_KNOWN,
        particulars: KnownParticulars = NO_PARTICULARS_KNOWN,
    ) -> None:
        """With `as_stated` nothing that contradicts a report is told, or decides on a sum.

        Entries that are known from `before` are not filled in again, nor `particulars`.
        """
        self._particulars = particulars
        self.as_stated = as_stated
        self.regions = tuple(regions)
        order = {region.id: n for n, region in enumerate(regions)}
        self._place = {
            d.id: (order.get(d.region, 0), d.order, n) for n, d in enumerate(departments)
        }
        self._departments = sorted(departments, key=lambda d: self._place[d.id])
        names = {region.id: region.name for region in regions}

        def entries(record: Record) -> tuple[Entry, ...]:
            if known := before.recall(record):
                return known
            region = names.get(record.department.region, "")
            made = entries_of(record, region, as_stated=as_stated)
            before.learn(record, made)
            return made

        found = list(map(entries, records))
        found.sort(key=lambda e: (-e[0].year, self._place[e[0].department_id], e[0].record.id))
        self.documents = tuple(document for document, *_ in found)
        """One entry for each document as a whole."""
        self._items = {document.address: items or (document,) for document, *items in found}
        self.entries = tuple(entry for items in self._items.values() for entry in items)
        """One for each item; a document about one project is the only item of itself."""

    @cached_property
    def relations(self) -> Relations:
        """What documents say of one another."""
        return Relations(self.records)

    @cached_property
    def problems(self) -> Problems:
        """What documents found, and what became of it."""
        return Problems(self.documents, self.relations, self._particulars)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every document once, in the order of its entries."""
        return tuple(document.record for document in self.documents)

    @cached_property
    def _projects(self) -> Projects:
        series = (e for document in self.documents for e in self.with_items(document))
        return Projects(tuple(series), self._departments)

    @cached_property
    def _ledger(self) -> Ledger:
        return Ledger(self.entries, self._projects)

    def documents_of(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The documents that these belong to, each once, as a whole."""
        return tuple(self._whole[address] for address in dict.fromkeys(e.address for e in entries))

    @cached_property
    def _whole(self) -> Mapping[str, Entry]:
        return {document.address: document for document in self.documents}

    def items(self, document: Entry) -> Sequence[Entry]:
        """What a document is about: its items, or itself."""
        return self._items[document.address]

    def with_items(self, document: Entry) -> Sequence[Entry]:
        """A document as a whole, then its items, where it holds any."""
        items = self.items(document)
        return (document, *items) if document.holds_items else items

    def counts(self, entry: Entry) -> bool:
        """Whether it is the document that gives money and grade for its project in some year."""
        return self._ledger.counts(entry)

    def count(self, entries: Iterable[Entry]) -> Count:
        """How many documents these are, and of how many projects."""
        return Count.of(entries, self._projects)

    @cached_property
    def by_year(self) -> Mapping[int, Sequence[Entry]]:
        """Newest first."""
        return grouped((entry.year, entry) for entry in self.entries)

    @cached_property
    def by_department(self) -> Mapping[str, Sequence[Entry]]:
        return grouped((entry.department_id, entry) for entry in self.entries)

    @cached_property
    def by_frame(self) -> Mapping[str, Sequence[Entry]]:
        """By the id of the frame; documents that name none are not among them."""
        named = (entry for entry in self.entries if entry.frame is not NO_FRAME)
        return grouped((entry.frame.id, entry) for entry in named)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Those that an evaluation uses, the most used first."""
        used = self.by_frame.values()
        return tuple(e[0].frame for e in sorted(used, key=lambda e: (-len(e), e[0].frame.id)))

    @cached_property
    def by_year_and_department(self) -> Mapping[tuple[int, str], Sequence[Entry]]:
        return grouped(((e.year, e.department_id), e) for e in self.entries)

    @property
    def registered(self) -> tuple[Department, ...]:
        """All departments, in the order of their register."""
        return tuple(self._departments)

    @cached_property
    def departments(self) -> tuple[Department, ...]:
        """Those with at least one evaluation, in the order of their register."""
        return tuple(d for d in self._departments if d.id in self.by_department)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Newest first."""
        return tuple(self.by_year)

    def region(self, department: Department) -> Region:
        """The region a department belongs to."""
        return next(region for region in self.regions if region.id == department.region)

    def parent(self, department: Department) -> Department | None:
        return next((d for d in self._departments if d.id == department.parent), None)

    def units(self, department: Department) -> tuple[Department, ...]:
        """Departments below this one that have an evaluation."""
        return tuple(d for d in self.departments if d.parent == department.id)

    def successor(self, department: Department) -> Department | None:
        """The department that took its duties over."""
        return next((d for d in self._departments if d.id == department.successor), None)

    def predecessors(self, department: Department) -> tuple[Department, ...]:
        """The departments whose duties it took over."""
        return tuple(d for d in self._departments if d.successor == department.id)

    def projects(self, department: Department) -> tuple[Sequence[Entry], ...]:
        """Every project the department has evaluated, each with all its evaluations.

        Oldest first; those by a predecessor or successor are among them. The project evaluated
        last comes first.
        """
        own = self.by_department.get(department.id, ())
        return self._projects.of(own)

    def regions_of(self, entries: Iterable[Entry]) -> tuple[Region, ...]:
        """The regions that these entries belong to."""
        found = {entry.region for entry in entries}
        return tuple(region for region in self.regions if region.id in found)

    def by_region(
        self, entries: Iterable[Entry], year: int | None = None
    ) -> tuple[tuple[Region, Summary], ...]:
        """Entries grouped by region; figures are never added across regions.

        Money and grades are those of a fiscal year, or of all.
        """
        groups = grouped((entry.region, entry) for entry in entries)
        return tuple(
            (
                region,
                self._summary(groups[region.id], self._by_region.get((region.id, year), ()), year),
            )
            for region in self.regions
            if region.id in groups
        )

    def of_department(self, department: Department, year: int) -> Summary:
        """What a department lists under a year, and its figures of that fiscal year."""
        entries = self.by_year_and_department.get((year, department.id), ())
        return self._summary(entries, self._by_department.get((department.id, year), ()), year)

    def fiscal_years(self, department: Department) -> frozenset[int]:
        """Years for which one of its documents gives figures."""
        return self._fiscal_years[department.id]

    def _summary(
        self, entries: Sequence[Entry], postings: Sequence[Posting], year: int | None
    ) -> Summary:
        elsewhere = [
            entry
            for entry in entries
            if year is not None and self.counts(entry) and year not in self._ledger.years_of(entry)
        ]
        return Summary.of(entries, postings, self._projects, elsewhere)

    @cached_property
    def _by_region(self) -> Mapping[tuple[str, int | None], Sequence[Posting]]:
        found: dict[tuple[str, int | None], list[Posting]] = defaultdict(list)
        postings = self._ledger.postings
        whole = {_place(p, p.entry.department_id) for p in postings if p.entry.whole_department}
        for posting in postings:
            entry, shown = posting.entry, posting
            above = (_place(posting, name) for name in self._above(entry.department_id))
            if entry.whole_department and not whole.isdisjoint(above):
                shown = replace(posting, budget=posting.budget.within, spent=posting.spent.within)
            found[entry.region, posting.year].append(shown)
            found[entry.region, None].append(shown)
        return dict(found)

    def _above(self, department: str) -> Iterator[str]:
        """The departments that one belongs to, the nearest first."""
        parents = {d.id: d.parent for d in self._departments}
        seen = {department}
        while (parent := parents.get(department)) and parent not in seen:
            seen.add(department := parent)
            yield parent

    @cached_property
    def _by_department(self) -> Mapping[tuple[str, int], Sequence[Posting]]:
        found: dict[tuple[str, int], list[Posting]] = defaultdict(list)
        for posting in self._ledger.postings:
            found[posting.entry.department_id, posting.year].append(posting)
        return dict(found)

    @cached_property
    def _fiscal_years(self) -> Mapping[str, frozenset[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for department, year in self._by_department:
            found[department].add(year)
        return {d.id: frozenset(found[d.id]) for d in self._departments}

    def around(self, document: Entry) -> tuple[Record, ...]:
        """The documents that one has to do with, itself among them, in the order of their paths.

        Those on its projects before and after it, and all that name one another.
        """
        found = {record.path: record for record in self.relations.circle(document.record)}
        for entry in self.with_items(document):
            for other in self.neighbours(entry):
                if other is not None:
                    found[other.record.path] = other.record
        return tuple(found[path] for path in sorted(found))

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The same project's document of the same timing in the year before and after."""
        return self._projects.neighbours(entry)

    def on_project(self, entry: Entry) -> Sequence[Entry]:
        """Every evaluation of the same project, of any kind and year, oldest first."""
        return self._projects.on(entry)

    def today(self, department: Department) -> str:
        """The id under which a department goes on: its own, or its last successor's."""
        return self._projects.today[department.id]


def _place(posting: Posting, department: str) -> tuple[str, str, int]:
    """Region, department and year: where the money of a whole department is added up."""
    return posting.entry.region, department, posting.year
