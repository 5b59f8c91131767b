"""Which evaluations are of one project: its identity over years and successors."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from generator.catalog.entries import Entry, by_key
from generator.model.register import Department

ProjectKey = tuple[str, str]


class Projects:
    """Same id and department, through its successors, in another year: the same project."""

    def __init__(self, entries: Sequence[Entry], departments: Iterable[Department]) -> None:
        self._entries = entries
        self._successor = {d.id: d.successor for d in departments}

    @cached_property
    def today(self) -> Mapping[str, str]:
        """Each department's id, followed through its successors."""
        found = {}
        for start in self._successor:
            seen, here = {start}, start
            while (after := self._successor.get(here)) and after not in seen:
                seen.add(after)
                here = after
            found[start] = here
        return found

    def of(self, entries: Iterable[Entry]) -> tuple[Sequence[Entry], ...]:
        """The projects of these entries, each with all its evaluations, oldest first."""
        return tuple(self._runs[key] for key in dict.fromkeys(map(self._key, entries)))

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The same project's evaluation before and after this one."""
        return self._neighbours[entry.address, entry.anchor]

    def _key(self, entry: Entry) -> ProjectKey:
        return self.today[entry.department_id], entry.id

    @cached_property
    def _runs(self) -> Mapping[ProjectKey, Sequence[Entry]]:
        return by_key((self._key(entry), entry) for entry in reversed(self._entries))

    @cached_property
    def _neighbours(self) -> Mapping[tuple[str, str], tuple[Entry | None, Entry | None]]:
        return {
            (here.address, here.anchor): (
                max((e for e in run if _year(e) < _year(here)), key=_year, default=None),
                min((e for e in run if _year(e) > _year(here)), key=_year, default=None),
            )
            for run in self._runs.values()
            for here in run
        }


def _year(entry: Entry) -> int:
    return entry.year
