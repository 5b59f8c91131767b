"""Which documents are of one project: its identity over years, successors and kinds of document."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from generator.catalog.entries import Entry, grouped
from generator.model.register import Department
from generator.values.names import folded

Run = tuple[str, str, bool]
"""The department as it goes on, the project's id, and whether a document holds items."""
Identity = tuple[Run, str]
Place = tuple[str, str]
"""Address and anchor."""
_UNRANKED = 1_001
"""After every rank that a kind may have."""


class Projects:
    """Same id and department, through its successors: the same project, whatever the document.

    An item of a list belongs to the department on the register that it names as carrying it out, so
    that a notice of the finance bureau counts nobody's project a second time.
    """

    def __init__(self, entries: Sequence[Entry], departments: Iterable[Department]) -> None:
        self._entries = entries
        every = tuple(departments)
        self._successor = {d.id: d.successor for d in every}
        self._named = _by_name(every)

    @cached_property
    def today(self) -> Mapping[str, str]:
        """Each department's id, followed through its successors."""
        return {start: path[-1] for start, path in self._paths.items()}

    def of(self, entries: Iterable[Entry]) -> tuple[Sequence[Entry], ...]:
        """The projects of these entries, each with all its documents, oldest first."""
        return tuple(self._runs[key] for key in dict.fromkeys(map(self._run, entries)))

    def identity(self, entry: Entry) -> Identity:
        """What documents of one project have in common.

        Departments that became one later may each have had a project of the same id: these are as
        many projects, although one series goes on from them.
        """
        run, department = self._run(entry), self._owner(entry)
        return run, department if department in self._siblings.get(run, ()) else ""

    def on(self, entry: Entry) -> Sequence[Entry]:
        """All documents on the project of one, itself among them, oldest first."""
        own = self.identity(entry)
        return [one for one in self._runs[self._run(entry)] if self.identity(one) == own]

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The document of the same timing on the same project before and after this year's."""
        return self._neighbours[_place(entry)]

    def _run(self, entry: Entry) -> Run:
        return self.today[self._owner(entry)], entry.id, entry.holds_items

    def _owner(self, entry: Entry) -> str:
        """The id of the department whose project it is."""
        here = entry.department_id
        return self._named.get(folded(entry.unit), here) if entry.unit else here

    @cached_property
    def _paths(self) -> Mapping[str, Sequence[str]]:
        """Each department's id and those of its successors, in order."""
        return {start: tuple(self._onwards(start)) for start in self._successor}

    def _onwards(self, start: str) -> Iterator[str]:
        seen, here = {start}, start
        yield here
        while (after := self._successor.get(here)) and after not in seen:
            seen.add(after)
            here = after
            yield here

    @cached_property
    def _runs(self) -> Mapping[Run, Sequence[Entry]]:
        return grouped((self._run(entry), entry) for entry in reversed(self._entries))

    @cached_property
    def _siblings(self) -> Mapping[Run, frozenset[str]]:
        """Departments of a run of which neither follows the other."""
        found = {}
        for key, run in self._runs.items():
            departments = {self._owner(entry) for entry in run}
            if len(departments) > 1:
                found[key] = frozenset(
                    one
                    for one in departments
                    for other in departments
                    if one not in self._paths[other] and other not in self._paths[one]
                )
        return found

    @cached_property
    def _neighbours(self) -> Mapping[Place, tuple[Entry | None, Entry | None]]:
        found: dict[Place, tuple[Entry | None, Entry | None]] = {}
        for run in self._runs.values():
            for same in grouped((entry.kind.timing, entry) for entry in run).values():
                years: dict[int, list[Entry]] = defaultdict(list)
                for entry in same:
                    years[entry.year].append(entry)
                order = sorted(years)
                for here in same:
                    before = bisect_left(order, here.year) - 1
                    after = bisect_right(order, here.year)
                    found[_place(here)] = (
                        _like(here, years[order[before]]) if before >= 0 else None,
                        _like(here, years[order[after]]) if after < len(order) else None,
                    )
        return found


def _by_name(departments: Iterable[Department]) -> Mapping[str, str]:
    """The id of each department by the names that it alone bears."""
    found: dict[str, str | None] = {}
    for one in departments:
        for name in {folded(name) for name in (one.name, *one.aliases, *one.former_names)}:
            found[name] = None if found.get(name, one.id) != one.id else one.id
    return {name: id_ for name, id_ in found.items() if id_ is not None}


def rank(entry: Entry) -> int:
    """The place of a document's kind in the order of statistics; last where it has none."""
    return _UNRANKED if entry.kind.rank is None else entry.kind.rank


def _like(here: Entry, others: Sequence[Entry]) -> Entry:
    """Of one year's documents the one of the same kind, else the first in the statistics."""
    return min(others, key=lambda other: (other.kind.id != here.kind.id, rank(other)))


def _place(entry: Entry) -> Place:
    return entry.address, entry.anchor
