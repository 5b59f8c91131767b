"""The page of one document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.audit.exceptions import accepting
from generator.audit.verdict import public
from generator.audit.weights import gravest_first, heaviest_first
from generator.catalog import Entry
from generator.catalog.relations import Answer, Reference
from generator.diagnostics import Diagnostic
from generator.intake.originals.attachments import FOLDER, Original
from generator.intake.records import Record
from generator.model.documents import ExceptionAccepted, Section, Status
from generator.model.evaluation import Evaluation
from generator.model.kinds import Timing
from generator.model.register import Department, Region
from generator.pages.addresses import (
    RULES,
    Link,
    data_link,
    department_address,
    department_year_address,
    home_link,
    year_link,
)
from generator.pages.edition import Edition
from generator.pages.parts.checks import Checks, checks_of
from generator.pages.parts.citation import Citation, citation_of
from generator.pages.parts.items import ItemList, ItemPart, document_part, item_list, item_parts
from generator.pages.parts.sections import told
from generator.pages.parts.terms import GLOSSARY, Term, terms
from generator.pages.parts.verdict_line import VerdictLine, of_notes
from generator.pages.views.base import View, notices_of


@dataclass(frozen=True, slots=True)
class Note:
    """A result of the audit shown to the public, with the record's own word on it."""

    result: Diagnostic
    exception: ExceptionAccepted | None


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A document that this one names, or that names this one."""

    relation: str
    title: str
    link: Link | None
    """None where it is not on this site."""
    url: str
    """Its address elsewhere; often empty."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An attachment that is not among the files, or not only there: named, published elsewhere."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class EvaluationView(View):
    """Everything one document says, and what follows from its figures."""

    template = "evaluation.md.jinja"

    year: int
    evaluation: Evaluation
    part: ItemPart
    """The document itself."""
    items: Sequence[ItemPart]
    """Those that it holds."""
    item_list: ItemList | None
    department: Department
    department_page: Link
    region: Region
    originals: Sequence[tuple[Original, str]]
    """Each with its address."""
    annexes: Sequence[Annex]
    sections: Sequence[tuple[int, Section]]
    """The prose, each section with its number."""
    related: Sequence[RelatedLine]
    answers: Sequence[RelatedLine]
    earlier: Link | None
    later: Link | None
    checks: Checks | None
    """What was checked, where the publisher shows it."""
    verdict: VerdictLine | None
    """What a reader should hear first."""
    notes: Sequence[Note]
    """Errors and warnings of the audit, where the publisher shows them."""
    results: Sequence[Diagnostic]
    """All results, in a preview."""
    rules_address: str
    terms: Sequence[Term]
    glossary_address: str
    citation: Citation
    data: Link
    mark: Status | None
    """What a preview puts over a record that is not published yet."""


def views(edition: Edition) -> Iterator[EvaluationView]:
    """One page for each document."""
    for document in edition.catalog.documents:
        yield view_of(edition, document)


def view_of(edition: Edition, entry: Entry) -> EvaluationView:
    """The page of one document."""
    record, evaluation, catalog = entry.record, entry.record.evaluation, edition.catalog
    department, year = record.department, record.year
    before, after = (None, None) if record.matter.inner else catalog.neighbours(entry)
    part, items = document_part(catalog, entry), item_parts(catalog, entry)
    tells = edition.publisher.policy.notes
    checks = checks_of(edition.outcome(record).coverage, edition.book) if tells else None
    notes = tuple(_notes(edition, record)) if tells else ()
    return EvaluationView(
        address=record.address,
        title=evaluation.title,
        description=_description(part, year, department),
        publisher=edition.publisher,
        breadcrumb=(
            home_link(),
            year_link(year),
            Link(department.short_name, department_year_address(year, department)),
        ),
        notices=notices_of(edition, department),
        source=record.path,
        updated=record.head.disclosed,
        article=_article(record),
        image=next(
            (a for file, a in originals_of(record) if file.suffix.lower() in _PICTURES), None
        ),
        year=year,
        evaluation=evaluation,
        part=part,
        items=items,
        item_list=item_list(items) if items else None,
        department=department,
        department_page=Link(department.name, department_address(department)),
        region=catalog.region(department),
        originals=tuple(zip(record.originals, (a for _, a in originals_of(record)), strict=True)),
        annexes=tuple(
            Annex(one.title or one.url or "", one.url or "")
            for one in evaluation.attachments
            if one.file is None or one.url
        ),
        sections=tuple(told(evaluation.sections)),
        related=tuple(map(_related, catalog.relations.named_by(record))),
        answers=tuple(map(_answer, catalog.relations.answers(record))),
        earlier=_year_of(before),
        checks=checks,
        verdict=of_notes([note.result for note in notes], checks, entry, edition.book),
        notes=notes,
        results=gravest_first(edition.found(record)) if edition.is_preview else (),
        rules_address=RULES,
        terms=terms(edition.written, part.entry, part.table),
        glossary_address=GLOSSARY,
        citation=citation_of(entry, edition.publisher),
        data=data_link(),
        mark=None if record.is_published else evaluation.status,
        later=_year_of(after),
    )


def originals_of(record: Record) -> tuple[tuple[Path, str], ...]:
    """The files beside a record, each with its address in the site."""
    return tuple((file, f"{record.address}{FOLDER}{file.name}") for file in record.original_files)


_PICTURES = frozenset({".jpg", ".jpeg", ".png"})


def _description(part: ItemPart, year: int, department: Department) -> str:
    """What stands below a page's title in lists of search engines."""
    begin = f"{department.name}{year}年度{part.item.name}"
    if part.kind.timing is Timing.AFTER and not part.item.items:
        return f"{begin}绩效评价：资金、评分、问题与建议"
    return f"{begin}{part.kind.name}"


def _related(reference: Reference) -> RelatedLine:
    related, record = reference.related, reference.record
    link = Link(record.head.title, record.address) if record else None
    title = related.name or (link.title if link else None) or related.record or related.url or ""
    return RelatedLine(related.relation, title, link, related.url or "")


def _answer(answer: Answer) -> RelatedLine:
    record = answer.record
    link = Link(record.head.title, record.address)
    return RelatedLine(answer.relation, link.title, link, "")


def _notes(edition: Edition, record: Record) -> Iterator[Note]:
    """Neutral notes, the heaviest first; what an exception accepts comes with its reason."""
    for result in heaviest_first(public(edition.found(record), edition.book)):
        yield Note(result, accepting(record, result) if result.accepted else None)


def _year_of(neighbour: Entry | None) -> Link | None:
    record = neighbour.record if neighbour else None
    return Link(f"{record.year}年度", record.address) if record else None


def _article(record: Record) -> dict[str, str]:
    """Tags of a content page; the publishing time comes from the record, never from a clock."""
    evaluation = record.evaluation
    disclosure = evaluation.disclosure
    words = filter(None, (evaluation.name, record.kind.name, "绩效评价"))
    tags = {
        "ArticleTitle": evaluation.title,
        "PubDate": str(disclosure.published) if disclosure.published else None,
        "ContentSource": disclosure.publisher or record.department.name,
        "Keywords": ",".join(words),
        "Author": evaluation.evaluator,
    }
    return {name: value for name, value in tags.items() if value}
