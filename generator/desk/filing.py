"""Results filed under the documents and departments that they are about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.audit.coverage import Coverage
from generator.audit.runner import Outcome
from generator.audit.weights import gravest_first
from generator.desk.standing import Standing, worst
from generator.diagnostics import Diagnostic
from generator.intake.content import Content
from generator.intake.record_paths import filed_under
from generator.intake.records import FaultyRecord, Record
from generator.model.register import Department
from generator.privacy.numbers import masked

UNFILED = "未归入部门的文件"
"""What files are called together that belong to no department."""


@dataclass(frozen=True)
class Filed:
    """A file of the content with what was found in it."""

    path: str
    """Relative to the project."""
    title: str
    """The document's, numbers of persons masked; its path where nobody could read it."""
    year: int | None
    """The fiscal year whose folder it lies in."""
    department: Department | None
    results: Sequence[Diagnostic] = ()
    """The gravest first."""
    record: Record | None = None
    """Where it could be read in full."""
    coverage: Coverage | None = None
    """What was checked in it, where it could be read in full."""

    @cached_property
    def standing(self) -> Standing:
        return Standing.of(self.results)

    @property
    def open(self) -> tuple[Diagnostic, ...]:
        """What has still to be looked at, the gravest first."""
        return tuple(result for result in self.results if result.is_open)

    @property
    def accepted(self) -> tuple[Diagnostic, ...]:
        """What its exceptions accept."""
        return tuple(result for result in self.results if result.accepted)


@dataclass(frozen=True)
class Drawer:
    """All files of a department, or all that belong to none."""

    department: Department | None
    files: Sequence[Filed]
    """The worst first."""

    @property
    def name(self) -> str:
        return self.department.name if self.department else UNFILED

    @property
    def id(self) -> str:
        """Of the department; of files that belong to none a word that no department can have."""
        return self.department.id if self.department else "_unfiled"

    @cached_property
    def standing(self) -> Standing:
        return Standing.of(result for file in self.files for result in file.results)


@dataclass(frozen=True)
class Desk:
    """All files of a site that hold a record, or in which something was found."""

    files: Sequence[Filed]
    """The worst first; those that stand the same by their paths."""
    departments: Sequence[Department]
    """All that are registered, in the order of the register."""

    @cached_property
    def drawers(self) -> tuple[Drawer, ...]:
        """By department, in the order of the register; files that belong to none come first."""
        order = (None, *self.departments)
        drawers = (
            Drawer(department, self._by_department.get(department.id if department else "", ()))
            for department in order
        )
        return tuple(drawer for drawer in drawers if drawer.files)

    @cached_property
    def _by_department(self) -> Mapping[str, Sequence[Filed]]:
        drawers: dict[str, list[Filed]] = {}
        for file in self.files:
            drawers.setdefault(file.department.id if file.department else "", []).append(file)
        return drawers

    @property
    def results(self) -> Iterator[Diagnostic]:
        """All of them, file by file."""
        for file in self.files:
            yield from file.results

    @cached_property
    def standing(self) -> Standing:
        return Standing.of(self.results)

    def of(self, files: Sequence[Filed]) -> "Desk":
        """The same desk with other files on it."""
        return replace(self, files=ranked(files))


def filed(found: Sequence[Diagnostic], loaded: Content, outcomes: Mapping[str, Outcome]) -> Desk:
    """All that was found, in reading and by the audit, under the files of the site."""
    records = {record.path: record for record in loaded.records}
    departments = {department.id: department for department in loaded.departments}
    titles = dict(map(_half_read, loaded.faulty))
    titles |= {path: record.head.title for path, record in records.items()}
    results: dict[str, list[Diagnostic]] = {path: [] for path in records}
    for fault in found:
        results.setdefault(fault.location.path, []).append(fault)
    files = []
    for path, own in results.items():
        year, department = filed_under(path)
        record, outcome = records.get(path), outcomes.get(path)
        files.append(
            Filed(
                path, masked(titles.get(path, path)), year, departments.get(department),
                gravest_first(own), record, outcome.coverage if record and outcome else None,
            )
        )  # fmt: skip
    return Desk(ranked(files), tuple(_in_order(loaded)))


def _in_order(loaded: Content) -> list[Department]:
    """The departments as lists have them: by region, then as the register orders them."""
    regions = {region.id: n for n, region in enumerate(loaded.regions)}
    return sorted(loaded.departments, key=lambda d: (regions.get(d.region, 0), d.order))


def ranked(files: Sequence[Filed]) -> tuple[Filed, ...]:
    """The worst first; those that stand the same by their paths."""
    return tuple(sorted(files, key=lambda file: (worst(file.results), file.path)))


def _half_read(faulty: FaultyRecord) -> tuple[str, str]:
    """The title of a document that cannot be read in full, where that much can be."""
    record = faulty.readings[0]
    unread = faulty.partial.hangs_on(("title",))
    return record.path, record.path if unread else record.head.title
