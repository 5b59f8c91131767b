"""What a page shows of one item: the document itself, or one of those it holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, Entry
from generator.catalog.entries import entry_of
from generator.catalog.relations import Problem
from generator.intake.records import Record
from generator.model.columns import ColumnType, Position
from generator.model.frames import Frame
from generator.model.fund_rows import Stage
from generator.model.funds import Rate
from generator.model.items import Item
from generator.model.kinds import EvaluationKind, Timing
from generator.pages.addresses import Link, frame_address
from generator.pages.charts.bars import BarChart
from generator.pages.charts.money import funds_chart
from generator.pages.charts.scores import score_chart
from generator.pages.parts.added import notes_of
from generator.pages.parts.answers import (
    Exchange,
    FindingStanding,
    NumberedFinding,
    exchanges,
    in_order,
)
from generator.pages.parts.fund_tables import FundTable, fund_tables
from generator.pages.parts.levels import Note
from generator.pages.parts.rectifications import (
    RectificationRow,
    counted,
    rows,
    standings,
)
from generator.pages.parts.score_table import ScoreTable, score_table
from generator.values.money import Amount


@dataclass(frozen=True, slots=True)
class ItemPart:
    """One item with its tables and charts."""

    entry: Entry
    item: Item
    kind: EvaluationKind
    frame: Frame
    frame_page: Link | None
    """None where the report names no frame."""
    prefix: str
    """What the ids of its sections begin with; empty for the document itself."""
    subject: str
    """Who carried it out: the unit, else the department."""
    period: str
    """The time it speaks of, where that is not the year."""
    facts: Sequence[Note]
    """Bodies, and columns of the project that the form adds."""
    execution_rate: Rate | None
    rates: Sequence[Rate]
    fund_tables: Sequence[FundTable]
    funds_chart: BarChart | None
    forecast: Amount | None
    """What will have been spent by the end of the year."""
    table: ScoreTable
    scores_chart: BarChart | None
    conclusion: Sequence[Note]
    objective: Sequence[Note]
    exchanges: Sequence[Exchange]
    findings: Sequence[NumberedFinding]
    """In the order of the report."""
    rectification: Sequence[RectificationRow]
    states: Sequence[tuple[str, int]]
    """How many entries of rectification stand how."""
    uses: Sequence[Note]

    @property
    def prefix_name(self) -> str:
        """The prefix as the first part of an id."""
        return self.prefix.removesuffix("-")

    @property
    def is_inner(self) -> bool:
        """Whether it is one of several of its document."""
        return bool(self.prefix)

    @property
    def has_result(self) -> bool:
        """Whether points and grade are its own: those of a list's items are not the list's."""
        return not self.item.items or self.entry.points is not None or bool(self.entry.grade_name)

    @property
    def has_advice(self) -> bool:
        """Whether recommendations stand beside the problems; a report on them has none."""
        return bool(self.item.recommendations) or not self.is_rectifying

    @property
    def grade_word(self) -> str:
        """What the grade is called: a document made before gives none, nor is a verdict one."""
        return "结论" if self.is_before or self.entry.grade_name in self.kind.verdicts else "等级"

    @property
    def is_before(self) -> bool:
        return self.kind.timing is Timing.BEFORE

    @property
    def is_during(self) -> bool:
        return self.kind.timing is Timing.DURING

    @property
    def is_rectifying(self) -> bool:
        return self.kind.timing is Timing.RECTIFYING


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item in the list of its document."""

    part: ItemPart
    amounts: Sequence[tuple[Stage, Amount | None]]
    """By the stages of the list."""


@dataclass(frozen=True, slots=True)
class ItemList:
    """All items of a document, and which columns their list needs."""

    stages: Sequence[Stage]
    lines: Sequence[ItemLine]
    kinds_differ: bool
    has_scores: bool
    has_grades: bool


def document_part(catalog: Catalog, document: Entry) -> ItemPart:
    """The document itself."""
    record = document.record
    relations = catalog.relations
    said = standings(relations.standings(record), record)
    return _part(document, said, relations.problems(record), as_stated=catalog.as_stated)


def item_parts(catalog: Catalog, document: Entry) -> tuple[ItemPart, ...]:
    """The items that a document holds, in its order; none where it is about one thing."""
    record, region = document.record, document.region_name
    below = (entry_of(record, matter, region) for matter in record.matter.below)
    found, problems = catalog.relations.standings, catalog.relations.problems(record)
    return tuple(
        _part(
            one,
            standings(found(record, one.matter), record),
            problems,
            as_stated=catalog.as_stated,
        )
        for one in below
    )


def item_list(parts: Sequence[ItemPart]) -> ItemList:
    """The table of a document's items."""
    stages = tuple(s for s in Stage if any(_amount(part, s) is not None for part in parts))
    return ItemList(
        stages,
        tuple(
            ItemLine(part, tuple((stage, _amount(part, stage)) for stage in stages))
            for part in parts
        ),
        len({part.kind.name for part in parts}) > 1,
        any(part.entry.is_scored for part in parts),
        any(part.entry.is_graded for part in parts),
    )


def _amount(part: ItemPart, stage: Stage) -> Amount | None:
    return part.item.funds.amount(stage) if part.item.funds else None


def _part(
    entry: Entry,
    standings: Mapping[str, FindingStanding],
    problems: Mapping[str, Problem],
    *,
    as_stated: bool,
) -> ItemPart:
    record, matter = entry.record, entry.matter
    item, frame = matter.item, matter.frame
    prefix = f"{matter.anchor}-" if matter.anchor else ""
    funds, spent = item.funds, matter.kind.wording.spent
    arrival = funds.arrival_rate if funds else None
    answered = exchanges(item, prefix, standings)
    numbered = in_order(answered)
    anchors = {one.finding.id: one.reference for one in numbered}
    unit = item.project.unit if item.project else None
    table = score_table(entry)
    return ItemPart(
        entry=entry,
        item=item,
        kind=matter.kind,
        frame=frame,
        frame_page=Link(frame.name, frame_address(frame)) if frame.is_named else None,
        prefix=prefix,
        subject=unit or record.department.name,
        period=entry.period,
        facts=(*_facts(item, record), *(() if matter.at else _scorers(record, table))),
        execution_rate=entry.execution_rate,
        rates=tuple(rate for rate in (arrival, entry.execution_rate) if rate),
        fund_tables=fund_tables(funds, spent) if funds else (),
        funds_chart=(
            funds_chart(funds, f"{prefix}funds-chart", as_stated=as_stated) if funds else None
        ),
        forecast=funds.amount(Stage.FORECAST_SPENT) if funds else None,
        table=table,
        scores_chart=score_chart(entry, f"{prefix}scores-chart", as_stated=as_stated),
        conclusion=tuple(_conclusion(item)),
        objective=tuple(_objective(item)),
        exchanges=answered,
        findings=numbered,
        rectification=rows(item, anchors, problems),
        states=counted([one.state for one in item.rectification]),
        uses=tuple(_uses(item)),
    )


def _facts(item: Item, record: Record) -> Iterator[Note]:
    """Bodies, then the columns of the project; amounts in the unit of a fund table."""
    for body in item.bodies:
        yield Note(body.role, f"{body.name}（{body.code}）" if body.code else body.name)
    funds = item.funds or record.evaluation.funds
    unit = funds.unit.label if funds else ""
    units = {
        column.name: unit if column.type is ColumnType.MONEY else column.unit
        for column in record.columns
        if column.position is Position.PROJECT
    }
    for note in notes_of(item.project.extra) if item.project else ():
        yield Note(note.label, f"{note.text}{units.get(note.label, '')}")


def _scorers(record: Record, table: ScoreTable) -> Iterator[Note]:
    """Who scored, where a name is that of no column of points."""
    names = record.evaluation.scorers
    columns = 1 + table.has_reviews if table.groups and table.has_points else 0
    if len(names) > columns:
        yield Note("评分方", "、".join(names))


def _conclusion(item: Item) -> Iterator[Note]:
    """What the report says of its result beyond points and grade."""
    result = item.result
    advised = item.amount(result.amount_advised) or result.amount_advised
    texts = (("评价意见", result.opinion), ("建议金额", advised), ("说明", result.note))
    yield from (Note(label, str(text)) for label, text in texts if text)


def _objective(item: Item) -> Iterator[Note]:
    objective = item.objective
    texts = (
        ("实施期目标", objective.whole_term),
        ("预期目标", objective.expected),
        ("调整后目标", objective.adjusted),
        ("完成情况", objective.achieved),
        ("预计完成", objective.forecast),
    )
    yield from (Note(label, text) for label, text in texts if text)


def _uses(item: Item) -> Iterator[Note]:
    for use in item.uses:
        amount = item.amount(use.amount) or use.amount
        text = "，".join(filter(None, (use.text, f"金额 {amount}" if amount else None)))
        yield Note(use.way or "结果应用", text)
