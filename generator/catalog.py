"""All published evaluations, by year, department, project and grade."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.diagnostics import Diagnostic
from generator.intake.records import Record
from generator.intake.written import NOTHING, Written
from generator.model.evaluation import Grade
from generator.model.figures import Figure
from generator.model.frames import Frame
from generator.model.funds import Rate
from generator.model.publisher import Publisher
from generator.model.register import Department, Region
from generator.values.money import Amount, Unit

K = TypeVar("K")
ProjectKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One record with the figures that lists show of it, computed once."""

    record: Record
    total: Figure
    grade: Grade
    execution_rate: Rate | None

    @property
    def frame(self) -> Frame:
        return self.record.frame

    @property
    def is_scored(self) -> bool:
        """Whether there are points to show: the frame gives them, or the report prints some."""
        return self.frame.is_scored or self.record.evaluation.has_points

    @property
    def is_graded(self) -> bool:
        """Whether there is a grade to show, if only to say that it is missing."""
        return self.frame.is_scored or self.grade.shown is not None

    @property
    def budget(self) -> Amount | None:
        funds = self.record.evaluation.funds
        return funds.budget if funds else None

    @property
    def spent(self) -> Amount | None:
        funds = self.record.evaluation.funds
        return funds.spent if funds else None


def entry_of(record: Record) -> Entry:
    """The figures of one record."""
    evaluation, frame = record.evaluation, record.frame
    return Entry(
        record, evaluation.total(frame), evaluation.grade(frame), evaluation.execution_rate(frame)
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures over some entries of one region."""

    entries: Sequence[Entry]

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def budget(self) -> Amount | None:
        """Sum of the budgets in 万元; None when no entry has one."""
        return _sum(entry.budget for entry in self.entries)

    @property
    def spent(self) -> Amount | None:
        """Sum of the money spent in 万元; None when no entry has any."""
        return _sum(entry.spent for entry in self.entries)

    @property
    def grades(self) -> tuple[tuple[str, int], ...]:
        """Grade as shown and how many earned it, most frequent first."""
        earned = Counter(grade for entry in self.entries if (grade := entry.grade.shown))
        return tuple(sorted(earned.items(), key=lambda item: (-item[1], item[0])))


def _sum(amounts: Iterable[Amount | None]) -> Amount | None:
    known = [amount.to(Unit.WAN_YUAN) for amount in amounts if amount is not None]
    return sum(known[1:], known[0]) if known else None


class Catalog:
    """Entries in a fixed order: newest year first, then region, department, title."""

    def __init__(
        self,
        publisher: Publisher,
        regions: Sequence[Region],
        departments: Sequence[Department],
        records: Iterable[Record],
        written: Written = NOTHING,
        *,
        is_preview: bool = False,
    ) -> None:
        self.publisher = publisher
        self.written = written
        """The pages written by hand."""
        self._results: Mapping[str, Sequence[Diagnostic]] = {}
        self.is_preview = is_preview
        """Whether it holds what is not published yet."""
        self.regions = tuple(regions)
        order = {region.id: n for n, region in enumerate(regions)}
        self._place = {
            d.id: (order.get(d.region, 0), d.order, n) for n, d in enumerate(departments)
        }
        self._departments = sorted(departments, key=lambda d: self._place[d.id])
        self.entries = tuple(
            sorted(
                (entry_of(record) for record in records),
                key=lambda e: (-e.record.year, self._place[e.record.department.id], e.record.id),
            )
        )

    def audited(self, results: Mapping[str, Sequence[Diagnostic]]) -> "Catalog":
        """The same catalog with what the audit found, by the path of the record."""
        other = copy(self)
        other._results = results  # noqa: SLF001 - its own copy
        return other

    def results(self, record: Record) -> Sequence[Diagnostic]:
        """What the audit found in a record, in the order of its lines."""
        return self._results.get(record.path, ())

    @cached_property
    def by_year(self) -> Mapping[int, Sequence[Entry]]:
        """Newest first."""
        return _grouped((entry.record.year, entry) for entry in self.entries)

    @cached_property
    def by_department(self) -> Mapping[str, Sequence[Entry]]:
        return _grouped((entry.record.department.id, entry) for entry in self.entries)

    @cached_property
    def by_frame(self) -> Mapping[str, Sequence[Entry]]:
        return _grouped((entry.frame.id, entry) for entry in self.entries)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Those that an evaluation uses, the most used first."""
        used = self.by_frame.values()
        return tuple(e[0].frame for e in sorted(used, key=lambda e: (-len(e), e[0].frame.id)))

    @cached_property
    def by_year_and_department(self) -> Mapping[tuple[int, str], Sequence[Entry]]:
        return _grouped(((e.record.year, e.record.department.id), e) for e in self.entries)

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
        return tuple(self._projects[key] for key in dict.fromkeys(map(self._project, own)))

    def by_region(self, entries: Iterable[Entry]) -> tuple[tuple[Region, Summary], ...]:
        """Entries grouped by region; figures are never added across regions."""
        groups = _grouped((entry.record.department.region, entry) for entry in entries)
        return tuple((r, Summary(groups[r.id])) for r in self.regions if r.id in groups)

    @cached_property
    def _projects(self) -> Mapping[ProjectKey, Sequence[Entry]]:
        """Oldest first."""
        return _grouped((self._project(entry), entry) for entry in reversed(self.entries))

    @cached_property
    def _neighbours(self) -> Mapping[str, tuple[Entry | None, Entry | None]]:
        return {
            here.record.address: (
                max((e for e in run if _year(e) < _year(here)), key=_year, default=None),
                min((e for e in run if _year(e) > _year(here)), key=_year, default=None),
            )
            for run in self._projects.values()
            for here in run
        }

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The same project's evaluation before and after this one."""
        return self._neighbours[entry.record.address]

    @cached_property
    def _today(self) -> Mapping[str, str]:
        """Each department's id, followed through its successors."""
        successor = {d.id: d.successor for d in self._departments}
        found = {}
        for start in successor:
            seen, here = {start}, start
            while (after := successor.get(here)) and after not in seen:
                seen.add(after)
                here = after
            found[start] = here
        return found

    def today(self, department: Department) -> str:
        """The id under which a department goes on: its own, or its last successor's."""
        return self._today[department.id]

    def _project(self, entry: Entry) -> ProjectKey:
        """Same id and department, through its successors, in another year: the same project."""
        record = entry.record
        return self._today[record.department.id], record.id


def _year(entry: Entry) -> int:
    return entry.record.year


def _grouped(pairs: Iterable[tuple[K, Entry]]) -> Mapping[K, Sequence[Entry]]:
    groups: dict[K, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        groups[key].append(entry)
    return dict(groups)
