"""What lists show of one evaluation, and the figures over several."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generator.intake.records import Matter, Record
from generator.model.documents import Status, Validity
from generator.model.figures import Figure, Sum, total
from generator.model.frames import Frame
from generator.model.fund_rows import Stage
from generator.model.funds import Rate
from generator.model.items import Grade
from generator.model.kinds import EvaluationKind
from generator.values.money import Amount, Unit

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What lists, charts and sums show of one evaluation; filled in here only, once."""

    record: Record
    """What it was filled in from; for the evaluation's own page and the audit, never for lists."""
    matter: Matter
    """The item of that record; for its page too."""
    id: str
    """Of the project: the same in every year, and in every document about it."""
    address: str
    """Of the page; the document's, which an item of several shares with the others."""
    anchor: str
    """Where on the page the item stands; empty for a document about one."""
    year: int
    project: str
    department_id: str
    department: str
    department_short: str
    region: str
    """The id of the department's region."""
    frame: Frame
    kind: EvaluationKind
    kind_name: str
    whole_department: bool
    """Whether its money is a whole department's, which holds that of its projects."""
    unpublished: Status | None
    """What a preview marks; None for a published one."""
    lapsed: Validity | None
    """What is marked wherever the report is named; None while it stands."""
    published: date | None
    issued: date | None
    budget: Amount | None
    budget_absent: tuple[str, ...]
    """The sources for want of which there is no budget to show."""
    spent: Amount | None
    spent_absent: tuple[str, ...]
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
    has_funds: bool
    """Whether the report says anything of money."""
    is_scored: bool
    """Whether there are points to show: the frame gives them, or the report prints some."""
    is_graded: bool
    """Whether there is a grade to show, if only to say that it is missing."""


def entries_of(record: Record) -> Iterator[Entry]:
    """One for each item that a document is about."""
    for matter in record.matter.leaves:
        yield entry_of(record, matter)


def entry_of(record: Record, matter: Matter) -> Entry:
    """The figures of one item of a document, or of the document as a whole."""
    item, frame, department = matter.item, matter.frame, record.department
    funds, disclosure = item.funds, record.evaluation.disclosure
    points, grade = item.total(frame), item.grade(frame)
    rate = item.execution_rate(frame)
    return Entry(
        record=record,
        matter=matter,
        id=_project_id(record, matter),
        address=record.address,
        anchor=matter.anchor,
        year=record.year,
        project=item.name,
        department_id=department.id,
        department=department.name,
        department_short=department.short_name,
        region=department.region,
        frame=frame,
        kind=matter.kind,
        kind_name=matter.kind.name,
        whole_department=item.scope is not None and item.scope.is_whole_department,
        unpublished=None if record.is_published else record.evaluation.status,
        lapsed=_lapsed(disclosure.validity),
        published=disclosure.published,
        issued=disclosure.issued,
        budget=funds.budget if funds else None,
        budget_absent=funds.total(funds.budget_stage).absent if funds else (),
        spent=funds.spent if funds else None,
        spent_absent=funds.total(Stage.SPENT).absent if funds else (),
        execution_rate=rate,
        rate=rate.figure.shown if rate else None,
        total=points,
        points=points.shown,
        points_computed=points.is_computed,
        full_marks=frame.total,
        grade=grade,
        grade_name=grade.shown,
        grade_computed=grade.is_computed,
        grade_rank=frame.rank(grade.band) if grade.band else None,
        has_funds=funds is not None,
        is_scored=frame.is_scored or item.has_points,
        is_graded=frame.is_scored or grade.shown is not None,
    )


def _project_id(record: Record, matter: Matter) -> str:
    """The project's own, else the item's, else the file's."""
    project = matter.item.project
    return (project.id if project else None) or (matter.item.id if matter.at else None) or record.id


def _lapsed(validity: Validity | None) -> Validity | None:
    return None if validity is None or validity.stands else validity


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures over some entries of one region."""

    entries: Sequence[Entry]

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def budget(self) -> Amount | None:
        """Sum of the budgets in 万元; None when none is given, or one is missing."""
        return _amount(self._budgets)

    @property
    def budget_absent(self) -> tuple[str, ...]:
        """The projects for want of whose budget there is no sum."""
        return self._budgets.missing

    @property
    def spent(self) -> Amount | None:
        """Sum of the money spent in 万元; None when none is given, or some is missing."""
        return _amount(self._spending)

    @property
    def spent_absent(self) -> tuple[str, ...]:
        """The projects for want of whose spending there is no sum."""
        return self._spending.missing

    @property
    def _budgets(self) -> Sum:
        return _sum((entry.project, entry.budget) for entry in self.entries if entry.has_funds)

    @property
    def _spending(self) -> Sum:
        return _sum((entry.project, entry.spent) for entry in self.entries if entry.has_funds)

    @property
    def grades(self) -> tuple[tuple[str, int], ...]:
        """Grade as shown and how many earned it, most frequent first."""
        earned = Counter(grade for entry in self.entries if (grade := entry.grade_name))
        return tuple(sorted(earned.items(), key=lambda item: (-item[1], item[0])))


def _sum(amounts: Iterable[tuple[str, Amount | None]]) -> Sum:
    """In 万元."""
    return total(
        (name, None if amount is None else amount.to(Unit.WAN_YUAN).value)
        for name, amount in amounts
    )


def _amount(summed: Sum) -> Amount | None:
    return None if summed.value is None else Amount(summed.value, Unit.WAN_YUAN)


def by_key(pairs: Iterable[tuple[K, Entry]]) -> Mapping[K, Sequence[Entry]]:
    """Entries by their key, both in the order in which they come."""
    groups: dict[K, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        groups[key].append(entry)
    return dict(groups)
