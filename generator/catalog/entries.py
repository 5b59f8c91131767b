"""What lists show of one evaluation, and the figures over several."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generator.intake.records import Record
from generator.model.evaluation import EvaluationType, Grade, Status
from generator.model.figures import Figure
from generator.model.frames import Frame
from generator.model.funds import Rate
from generator.values.money import Amount, Unit

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What lists, charts and sums show of one evaluation; filled in here only, once."""

    record: Record
    """What it was filled in from; for the evaluation's own page and the audit, never for lists."""
    id: str
    """Of the record; the same project has the same in every year."""
    address: str
    year: int
    project: str
    department_id: str
    department: str
    department_short: str
    region: str
    """The id of the department's region."""
    frame: Frame
    evaluation_type: EvaluationType
    unpublished: Status | None
    """What a preview marks; None for a published one."""
    published: date | None
    issued: date | None
    budget: Amount | None
    spent: Amount | None
    execution_rate: Rate | None
    rate: Decimal | None
    """The execution rate as shown, in per cent."""
    total: Figure
    points: Decimal | None
    """The total as shown."""
    points_computed: bool
    """True where the report states no total."""
    full_marks: Decimal | None
    """Of the frame; None where it gives no points."""
    grade: Grade
    grade_name: str | None
    """The grade as shown."""
    grade_computed: bool
    """True where the report states no grade."""
    grade_rank: int | None
    """Its place among the grades of its frame, 0 for the best; None where the frame lacks it."""
    is_scored: bool
    """Whether there are points to show: the frame gives them, or the report prints some."""
    is_graded: bool
    """Whether there is a grade to show, if only to say that it is missing."""


def entry_of(record: Record) -> Entry:
    """The figures of one record."""
    evaluation, frame, department = record.evaluation, record.frame, record.department
    funds, disclosure = evaluation.funds, evaluation.disclosure
    total, grade = evaluation.total(frame), evaluation.grade(frame)
    rate = evaluation.execution_rate(frame)
    return Entry(
        record=record,
        id=record.id,
        address=record.address,
        year=record.year,
        project=evaluation.project.name,
        department_id=department.id,
        department=department.name,
        department_short=department.short_name,
        region=department.region,
        frame=frame,
        evaluation_type=evaluation.evaluation_type,
        unpublished=None if record.is_published else evaluation.status,
        published=disclosure.published,
        issued=disclosure.issued,
        budget=funds.budget if funds else None,
        spent=funds.spent if funds else None,
        execution_rate=rate,
        rate=rate.figure.shown if rate else None,
        total=total,
        points=total.shown,
        points_computed=total.is_computed,
        full_marks=frame.total,
        grade=grade,
        grade_name=grade.shown,
        grade_computed=grade.is_computed,
        grade_rank=frame.rank(grade.band) if grade.band else None,
        is_scored=frame.is_scored or evaluation.has_points,
        is_graded=frame.is_scored or grade.shown is not None,
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
        earned = Counter(grade for entry in self.entries if (grade := entry.grade_name))
        return tuple(sorted(earned.items(), key=lambda item: (-item[1], item[0])))


def _sum(amounts: Iterable[Amount | None]) -> Amount | None:
    known = [amount.to(Unit.WAN_YUAN) for amount in amounts if amount is not None]
    return sum(known[1:], known[0]) if known else None


def grouped(pairs: Iterable[tuple[K, Entry]]) -> Mapping[K, Sequence[Entry]]:
    """Entries by their key, both in the order in which they come."""
    groups: dict[K, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        groups[key].append(entry)
    return dict(groups)
