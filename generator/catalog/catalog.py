"""All published evaluations, by year, department, project and grade."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from generator.catalog.entries import Entry, Summary, by_key, entries_of
from generator.catalog.projects import Projects
from generator.catalog.relations import Relations
from generator.intake.records import Record
from generator.model.frames import Frame
from generator.model.register import Department, Region


class Catalog:
    """Entries in a fixed order: newest year first, then region, department, title."""

    def __init__(
        self,
        regions: Sequence[Region],
        departments: Sequence[Department],
        records: Iterable[Record],
    ) -> None:
        self.regions = tuple(regions)
        order = {region.id: n for n, region in enumerate(regions)}
        self._place = {
            d.id: (order.get(d.region, 0), d.order, n) for n, d in enumerate(departments)
        }
        self._departments = sorted(departments, key=lambda d: self._place[d.id])
        self.entries = tuple(
            sorted(
                (entry for record in records for entry in entries_of(record)),
                key=lambda e: (-e.year, self._place[e.department_id], e.record.id),
            )
        )

    @cached_property
    def relations(self) -> Relations:
        """What documents say of one another."""
        return Relations(self.records)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every document once, in the order of its entries."""
        return tuple({entry.record.path: entry.record for entry in self.entries}.values())

    @cached_property
    def _projects(self) -> Projects:
        return Projects(self.entries, self._departments)

    @cached_property
    def by_year(self) -> Mapping[int, Sequence[Entry]]:
        """Newest first."""
        return by_key((entry.year, entry) for entry in self.entries)

    @cached_property
    def by_department(self) -> Mapping[str, Sequence[Entry]]:
        return by_key((entry.department_id, entry) for entry in self.entries)

    @cached_property
    def by_frame(self) -> Mapping[str, Sequence[Entry]]:
        return by_key((entry.frame.id, entry) for entry in self.entries)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Those that an evaluation uses, the most used first."""
        used = self.by_frame.values()
        return tuple(e[0].frame for e in sorted(used, key=lambda e: (-len(e), e[0].frame.id)))

    @cached_property
    def by_year_and_department(self) -> Mapping[tuple[int, str], Sequence[Entry]]:
        return by_key(((e.year, e.department_id), e) for e in self.entries)

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

    def by_region(self, entries: Iterable[Entry]) -> tuple[tuple[Region, Summary], ...]:
        """Entries grouped by region; figures are never added across regions."""
        groups = by_key((entry.region, entry) for entry in entries)
        return tuple((r, Summary(groups[r.id])) for r in self.regions if r.id in groups)

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The same project's evaluation before and after this one."""
        return self._projects.neighbours(entry)

    def today(self, department: Department) -> str:
        """The id under which a department goes on: its own, or its last successor's."""
        return self._projects.today[department.id]
