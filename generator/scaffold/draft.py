"""What is known of a document before anybody fills in its record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.intake.records import Record
from generator.model.frames import NO_FRAME, Frame
from generator.model.kinds import Block, EvaluationKind
from generator.model.project import Scope
from generator.model.register import Department
from generator.values.money import Unit


@dataclass(frozen=True, slots=True)
class Draft:
    """A document to be written; what its kind does not need is None."""

    type: EvaluationKind
    year: int
    department: Department
    id: str
    title: str
    scope: Scope
    project: str | None
    """None for a document about several projects."""
    project_id: str | None = None
    """The project's id where it is not that of the record."""
    frame: Frame | None = None
    is_unlisted: bool = False
    """Whether the report goes by a frame that the site does not know."""
    unit: Unit | None = None
    period: tuple[date, date] | None = None
    related: Record | None = None
    """The evaluation that this document answers, if the site has it."""
    earlier: Record | None = None
    """The same project's record of an earlier year, whose indicators and targets are kept."""

    @property
    def path(self) -> str:
        """Where the record belongs, relative to the content folder."""
        return f"records/{self.year}/{self.department.id}/{self.id}.yml"

    @property
    def framed(self) -> Frame:
        """The frame, or what stands for none."""
        return self.frame or NO_FRAME

    @property
    def gives_points(self) -> bool:
        """Whether rows have weights, by the kind, the frame and what an earlier year had."""
        if not self.type.has_points:
            return False
        had = self.earlier is not None and self.earlier.evaluation.has_points
        return self.frame is None or self.frame.is_scored or had

    @property
    def gives_scores(self) -> bool:
        """Whether points are given already; a document made beforehand may only plan them."""
        return self.gives_points and (Block.RESULT in self.type.laid_out or self.type.has_grades)


def project_of(record: Record) -> str:
    """The id of a record's project, the same over years and kinds of documents."""
    project = record.evaluation.project
    return (project.id if project else None) or record.id


def predecessor(
    records: Iterable[Record], departments: Sequence[Department],
    sought: tuple[int, str, str], kind: EvaluationKind | None = None,
) -> Record | None:  # fmt: skip
    """The newest earlier record of the same project: year, department and project of the new one.

    Where a kind is given, only its documents are looked at.
    """
    year, department, project = sought
    run = [
        record
        for record in of_line(records, departments, department)
        if record.year < year
        and project_of(record) == project
        and (kind is None or record.kind.id == kind.id)
    ]
    return max(run, key=lambda record: record.year, default=None)


def of_line(
    records: Iterable[Record], departments: Sequence[Department], department: str
) -> list[Record]:
    """The records of a department and of those whose duties it took over."""
    successor = {d.id: d.successor for d in departments}
    return [r for r in records if department in _line(r.department.id, successor)]


def known_projects(
    records: Iterable[Record], year: int, kind: EvaluationKind | None
) -> list[Record]:
    """Of each project up to a year the newest record, unless it has one of this kind that year.

    One of the same kind comes before newer ones of others: its rows can be kept.
    """
    newest: dict[str, tuple[bool, int, Record]] = {}
    done: set[str] = set()
    for record in records:
        if record.year > year or record.evaluation.project is None:
            continue
        project = project_of(record)
        is_same = kind is None or record.kind.id == kind.id
        if record.year == year and is_same:
            done.add(project)
        best = newest.get(project)
        if best is None or (is_same, record.year) > best[:2]:
            newest[project] = (is_same, record.year, record)
    return [newest[project][2] for project in sorted(newest.keys() - done)]


def _line(department: str, successor: Mapping[str, str | None]) -> list[str]:
    """A department and those that took over its duties, in order."""
    line = [department]
    while (after := successor.get(line[-1])) and after not in line:
        line.append(after)
    return line
