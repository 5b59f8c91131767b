"""The page of one evaluation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.audit.exceptions import accepting
from generator.audit.verdict import public
from generator.catalog import Entry
from generator.diagnostics import Diagnostic
from generator.intake.originals.attachments import Original
from generator.intake.records import Record
from generator.model.documents import ExceptionAccepted, Status
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.funds import Rate
from generator.model.register import Department
from generator.pages.addresses import (
    RULES,
    Link,
    department_address,
    department_year_address,
    frame_address,
    home_link,
    year_link,
)
from generator.pages.charts.bars import BarChart
from generator.pages.charts.money import funds_chart
from generator.pages.charts.scores import score_chart
from generator.pages.edition import Edition
from generator.pages.parts.answers import Exchange, NumberedFinding, exchanges, in_order
from generator.pages.parts.score_table import ScoreTable, score_table
from generator.pages.parts.terms import GLOSSARY, Term, terms
from generator.pages.views.base import View, notices_of

FILES = "files/"
"""Originals stand in this folder below the page."""


@dataclass(frozen=True, slots=True)
class Note:
    """A result of the audit shown to the public, with the record's own word on it."""

    result: Diagnostic
    exception: ExceptionAccepted | None


@dataclass(frozen=True, kw_only=True)
class EvaluationView(View):
    """Everything one report says, and what follows from its figures."""

    template = "evaluation.md.jinja"

    year: int
    entry: Entry
    evaluation: Evaluation
    frame: Frame
    frame_page: Link
    department: Department
    department_page: Link
    execution_rate: Rate | None
    rates: Sequence[Rate]
    table: ScoreTable
    scores_chart: BarChart | None
    funds_chart: BarChart | None
    exchanges: Sequence[Exchange]
    findings: Sequence[NumberedFinding]
    """In the order of the report."""
    originals: Sequence[tuple[Original, str]]
    """Each with its address."""
    earlier: Link | None
    later: Link | None
    notes: Sequence[Note]
    """Errors and warnings of the audit, where the publisher shows them."""
    results: Sequence[Diagnostic]
    """All results, in a preview."""
    rules_address: str
    terms: Sequence[Term]
    glossary_address: str
    mark: Status | None
    """What a preview puts over a record that is not published yet."""


def views(edition: Edition) -> Iterator[EvaluationView]:
    """One page for each entry."""
    catalog = edition.catalog
    for entry in catalog.entries:
        yield _view(edition, entry)


def _view(edition: Edition, entry: Entry) -> EvaluationView:
    record, evaluation = entry.record, entry.record.evaluation
    department, year = record.department, record.year
    before, after = edition.catalog.neighbours(entry)
    funds = evaluation.funds
    arrival = funds.arrival_rate if funds else None
    table = score_table(entry)
    answered = exchanges(evaluation)
    return EvaluationView(
        address=record.address,
        title=evaluation.title,
        description=f"{department.name}{year}年度{evaluation.name}绩效评价：资金、评分、问题与建议",
        publisher=edition.publisher,
        breadcrumb=(
            home_link(),
            year_link(year),
            Link(department.short_name, department_year_address(year, department)),
        ),
        notices=notices_of(edition, department),
        source=record.path,
        updated=evaluation.disclosure.published or evaluation.disclosure.issued,
        article=_article(entry),
        year=year,
        entry=entry,
        evaluation=evaluation,
        frame=record.frame,
        frame_page=Link(record.frame.name, frame_address(record.frame)),
        department=department,
        department_page=Link(department.name, department_address(department)),
        execution_rate=entry.execution_rate,
        rates=tuple(rate for rate in (arrival, entry.execution_rate) if rate),
        table=table,
        scores_chart=score_chart(entry),
        funds_chart=funds_chart(funds) if funds else None,
        exchanges=answered,
        findings=in_order(answered),
        originals=tuple((o, f"{record.address}{FILES}{o.name}") for o in record.originals),
        earlier=_year_of(before),
        notes=tuple(_notes(edition, record)),
        results=edition.found(record) if edition.is_preview else (),
        rules_address=RULES,
        terms=terms(edition.written, entry, table),
        glossary_address=GLOSSARY,
        mark=None if record.is_published else evaluation.status,
        later=_year_of(after),
    )


def _notes(edition: Edition, record: Record) -> Iterator[Note]:
    """Neutral notes; what an exception accepts comes with its reason."""
    if not edition.publisher.policy.notes:
        return
    for result in public(edition.found(record)):
        yield Note(result, accepting(record, result) if result.accepted else None)


def _year_of(neighbour: Entry | None) -> Link | None:
    record = neighbour.record if neighbour else None
    return Link(f"{record.year}年度", record.address) if record else None


def _article(entry: Entry) -> dict[str, str]:
    """Tags of a content page; the publishing time comes from the record, never from a clock."""
    evaluation = entry.record.evaluation
    disclosure = evaluation.disclosure
    tags = {
        "ArticleTitle": evaluation.title,
        "PubDate": f"{disclosure.published} 00:00" if disclosure.published else None,
        "ContentSource": disclosure.publisher or entry.record.department.name,
        "Keywords": f"{evaluation.name},{entry.kind_name},绩效评价",
    }
    return {name: value for name, value in tags.items() if value}
