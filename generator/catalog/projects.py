"""Which documents are of one project: its identity over years, successors and kinds of document."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from generator.catalog.entries import Entry, by_key
from generator.model.register import Department

Run = tuple[str, str, bool]
"""The department as it goes on, the project's id, and whether a document holds items."""
Identity = tuple[Run, str]
Place = tuple[str, str]
"""Address and anchor."""
_UNRANKED = 1_001
"""After every rank that a kind may have."""


class Projects:
    """Same id and department, through its successors: the same project, whatever the document."""

    def __init__(self, entries: Sequence[Entry], departments: Iterable[Department]) -> None:
        self._entries = entries
        self._successor = {d.id: d.successor for d in departments}

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
        run, department = self._run(entry), entry.department_id
        return run, department if department in self._siblings.get(run, ()) else ""

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The document of the same timing on the same project before and after this year's."""
        return self._neighbours[_place(entry)]

    def _run(self, entry: Entry) -> Run:
        return self.today[entry.department_id], entry.id, entry.holds_items

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
        return by_key((self._run(entry), entry) for entry in reversed(self._entries))

    @cached_property
    def _siblings(self) -> Mapping[Run, frozenset[str]]:
        """Departments of a run of which neither follows the other."""
        found = {}
        for key, run in self._runs.items():
            departments = {entry.department_id for entry in run}
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
            for same in by_key((entry.kind.timing, entry) for entry in run).values():
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


def rank(entry: Entry) -> int:
    """The place of a document's kind in the order of statistics; last where it has none."""
    return _UNRANKED if entry.kind.rank is None else entry.kind.rank


def _like(here: Entry, others: Sequence[Entry]) -> Entry:
    """Of one year's documents the one of the same kind, else the first in the statistics."""
    return min(others, key=lambda other: (other.kind.id != here.kind.id, rank(other)))


def _place(entry: Entry) -> Place:
    return entry.address, entry.anchor
