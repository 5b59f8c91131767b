"""What lists show of one evaluation: of a document, or of each item it is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generator.catalog.claims import Claim, claims_of
from generator.intake.passages import told_apart
from generator.intake.records import Matter, Record
from generator.model.documents import Status, Validity
from generator.model.figures import Figure
from generator.model.frames import Frame
from generator.model.fund_rows import Stage
from generator.model.funds import Funds, Rate
from generator.model.kinds import EvaluationKind, Timing
from generator.model.outcome import Grade
from generator.model.presence import Presence
from generator.source import At
from generator.values.money import Amount, Unit

K = TypeVar("K")
T = TypeVar("T")
UNGRADED, NOT_SCORED = "未评级", "不计分"
_WHOLE, LITTLE = 100, 80
"""Per cent of a budget: all of it, and what is at least spent of it unless somebody says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What lists, charts and sums show of one evaluation; filled in here only, once."""

    record: Record
    """What it was filled in from; for the evaluation's own page and the audit, never for lists."""
    at: At
    """English path of the item in that record; empty for the document as a whole."""
    id: str
    """Of the project: the same in every year, and in every document about it."""
    address: str
    """Of the page; the document's, which an item of several shares with the others."""
    anchor: str
    """Where on the page the item stands; empty for a document as a whole."""
    holds_items: bool
    """Whether it is a document about several items, each an entry of its own."""
    year: int
    period: str
    """The time it speaks of, where that is not the year; often empty."""
    project: str
    """Its name; the title of a document about several."""
    name: str
    """Of the project; empty where the document names none."""
    unit: str
    """Who an item says carries it out; empty where it does not say, and for a whole document."""
    named: tuple[tuple[str, str], ...]
    """The documents of this site that its document names: the relation and the address of each."""
    achieved: str
    """What it says was achieved, by a digest: enough to tell whether another says the same."""
    claims: tuple[Claim, ...]
    """The fiscal years that it speaks of."""
    department_id: str
    department: str
    department_short: str
    region: str
    """The id of the department's region."""
    region_name: str
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
    budget_computed: Amount | None
    """What its parts add up to, where that contradicts the total stated."""
    spent: Amount | None
    spent_absent: tuple[str, ...]
    spent_computed: Amount | None
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

    @property
    def grade_told(self) -> str:
        """Its grade, else why it has none."""
        return self.grade_name or (UNGRADED if self.is_graded else NOT_SCORED)

    @property
    def is_overspent(self) -> bool:
        """Whether more was spent than budgeted, by the amounts: a rate may be over other money."""
        if self.budget is None or self.spent is None or self.budget_absent or self.spent_absent:
            return False
        return self.spent.to(Unit.YUAN).value > self.budget.to(Unit.YUAN).value

    @property
    def is_left_unspent(self) -> bool:
        """Whether so much of the budget was left that readers ask why."""
        if self.budget is None or self.spent is None or self.budget_absent or self.spent_absent:
            return False
        budget, spent = (amount.to(Unit.YUAN).value for amount in (self.budget, self.spent))
        return spent * _WHOLE < budget * LITTLE

    @property
    def has_original(self) -> bool:
        """Whether its document holds the original, or says where that was published."""
        return self.record.head.has_source or bool(self.record.original_files)

    @property
    def matter(self) -> Matter:
        """The item of the record; for its page too."""
        return self.record.matter_at(self.at)


def entries_of(record: Record, region: str, *, as_stated: bool = False) -> tuple[Entry, ...]:
    """A document as a whole, then each item it is about, where these are several.

    `region` is the name of its region; with `as_stated` its totals count as they stand.
    """
    whole = record.matter
    matters = (whole, *(one for one in whole.leaves if one is not whole))
    return tuple(entry_of(record, matter, region, as_stated=as_stated) for matter in matters)


def entry_of(record: Record, matter: Matter, region: str = "", *, as_stated: bool = False) -> Entry:
    """The figures of one item of a document, or of the document as a whole."""
    item, frame, department = matter.item, matter.frame, record.department
    funds, disclosure = item.funds, record.evaluation.disclosure
    points, grade = item.total(frame), matter.grade
    rate = item.execution_rate(frame)
    wants_points = frame.is_scored and not matter.inner and _looks_back(matter.kind)
    return Entry(
        record=record,
        at=matter.at,
        id=project_id(record, matter),
        address=record.address,
        anchor=matter.anchor,
        holds_items=bool(matter.inner),
        year=record.year,
        period=item.period.said if item.period else "",
        project=item.name or record.evaluation.title,
        name=item.name or "",
        unit=(item.project.unit or "") if matter.anchor and item.project else "",
        named=tuple(_named(record)),
        achieved=told_apart(item.objective.achieved),
        claims=claims_of(matter, record.year, as_stated=as_stated),
        department_id=department.id,
        department=department.name,
        department_short=department.short_name,
        region=department.region,
        region_name=region,
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
        budget_computed=_contradicting(funds, funds.budget_stage) if funds else None,
        spent=funds.spent if funds else None,
        spent_absent=funds.total(Stage.SPENT).absent if funds else (),
        spent_computed=_contradicting(funds, Stage.SPENT) if funds else None,
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
        is_scored=item.has_points or (wants_points and matter.kind.has_points),
        is_graded=grade.shown is not None or (wants_points and matter.must_be_graded),
    )


def _named(record: Record) -> Iterator[tuple[str, str]]:
    for related in record.head.related:
        if related.record:
            yield related.relation, address_of(related.record)


def address_of(reference: str) -> str:
    """`2021/office/meeting` as the address of its page."""
    return f"{reference.strip('/')}/"


def _looks_back(kind: EvaluationKind) -> bool:
    """Whether a reader misses points where there are none: plans and progress often have none."""
    return kind.timing is Timing.AFTER or kind.points is Presence.ALWAYS


def project_id(record: Record, matter: Matter) -> str:
    """The project's own, else the item's, else the file's."""
    project = matter.item.project
    return (project.id if project else None) or (matter.item.id if matter.at else None) or record.id


def _contradicting(funds: Funds, stage: Stage) -> Amount | None:
    figure = funds.total(stage)
    if not figure.differs or figure.computed is None:
        return None
    return Amount(figure.computed, funds.unit)


def _lapsed(validity: Validity | None) -> Validity | None:
    return None if validity is None or validity.stands else validity


def grouped(pairs: Iterable[tuple[K, T]]) -> Mapping[K, Sequence[T]]:
    """What has the same key together, both in the order in which they come."""
    groups: dict[K, list[T]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return dict(groups)
