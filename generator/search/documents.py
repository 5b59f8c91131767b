"""What can be found: each evaluation, and each of its findings and recommendations by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from generator.catalog import Entry
from generator.intake.records import Record
from generator.model.evaluation import Evaluation
from generator.model.indicators import Indicator
from generator.model.register import Department
from generator.search.terms import all_terms, terms
from generator.values.money import percent
from generator.values.text import squeeze


class Field(IntEnum):
    """Where a term stands; the later, the more it weighs. search.js holds the weights."""

    PROSE = 0
    ROWS = 1
    """Indicators and the objective."""
    NAMES = 2
    """Project and department; what a finding or recommendation says."""
    TITLE = 3


@dataclass(frozen=True, slots=True)
class Document:
    """An evaluation with its parts: first itself, then findings, then recommendations.

    A part holds its own words only. What an evaluation has in common with its parts a query works
    out, so that nothing is indexed twice.
    """

    entry: Entry
    texts: tuple[str, ...]
    """What excerpts show, one text for each part; lines are passages. Those of the evaluation begin
    with its title, project and department and end with what is said about its disclosure."""
    terms: tuple[dict[str, Field], ...]
    """For each part its terms with the best field each stands in."""


def document(entry: Entry) -> Document:
    """One evaluation as it is searched."""
    record = entry.record
    evaluation = record.evaluation
    names = tuple(_names(record))
    rows = tuple(_rows(evaluation))
    prose = tuple(_prose(entry))
    own = dict.fromkeys(all_terms(prose), Field.PROSE)
    own |= dict.fromkeys(all_terms(rows), Field.ROWS)
    own |= dict.fromkeys(all_terms(names, single=True), Field.NAMES)
    own |= dict.fromkeys(terms(evaluation.title, single=True), Field.TITLE)
    parts = tuple(_parts(evaluation))
    return Document(
        entry,
        ("\n".join(map(squeeze, (evaluation.title, *names, *rows, *prose))), *parts),
        (own, *(dict.fromkeys(terms(part), Field.NAMES) for part in parts)),
    )


def names_of(department: Department) -> tuple[str, ...]:
    """Every name a department is known by."""
    return tuple(dict.fromkeys((department.name, *department.aliases, *department.former_names)))


def _names(record: Record) -> Iterator[str]:
    """Two lines: search.js counts on it."""
    project = record.evaluation.project
    yield _line(project.name, project.code, project.unit) if project else ""
    name, *others = names_of(record.department)
    yield f"{name}（{'、'.join(others)}）" if others else name


def _rows(evaluation: Evaluation) -> Iterator[str]:
    objective = evaluation.objective
    yield from filter(None, (objective.expected, objective.achieved))
    for indicator in evaluation.indicators:
        yield from _indicator(indicator)


def _indicator(row: Indicator) -> Iterator[str]:
    yield _line(
        row.name, row.target_shown, row.actual_shown,
        row.deviation_reason, row.corrective_action, row.evidence,
    )  # fmt: skip
    for child in row.children:
        yield from _indicator(child)


def _prose(entry: Entry) -> Iterator[str]:
    record, evaluation = entry.record, entry.record.evaluation
    if evaluation.project and evaluation.project.purpose:
        yield evaluation.project.purpose
    scope = evaluation.scope.label if evaluation.scope else None
    yield _line(
        f"{record.year}年度", record.kind.name, scope,
        *_outcome(entry), evaluation.evaluator, record.frame.name,
    )  # fmt: skip
    yield from _money(evaluation)
    for section in evaluation.sections:
        yield f"{section.number or ''}{section.title}"
        yield from section.paragraphs
    disclosure, source = evaluation.disclosure, evaluation.source
    dates = (disclosure.issued, disclosure.approved, disclosure.published)
    yield _line(
        disclosure.document_number, disclosure.index_number, disclosure.publisher,
        disclosure.subject, disclosure.contact, *map(str, filter(None, dates)),
        *(choice.label for choice in (disclosure.openness, disclosure.validity) if choice),
        source.name, source.note, *(original.title for original in record.originals),
    )  # fmt: skip


def _outcome(entry: Entry) -> Iterator[str | None]:
    """Score, grade and rate as the page shows them."""
    score, rate = entry.points, entry.execution_rate
    yield None if score is None else f"总分{score:f}分"
    yield entry.grade_name
    yield (
        None
        if rate is None or rate.figure.shown is None
        else (f"{rate.name}{percent(rate.figure.shown)}")
    )


def _money(evaluation: Evaluation) -> Iterator[str]:
    funds = evaluation.funds
    if funds is None:
        return
    for row in (*funds.rows, *((funds.stated_total,) if funds.stated_total else ())):
        amounts = ((stage.label, row.at(stage)) for stage in funds.stages)
        given = (
            f"{name}{amount:,f}{funds.unit.label}" for name, amount in amounts if amount is not None
        )
        yield _line(getattr(row, "source", "合计"), *given)
    if funds.explanation:
        yield funds.explanation


def _parts(evaluation: Evaluation) -> Iterator[str]:
    for finding in evaluation.findings:
        quoted = evaluation.amount(finding.amount) or finding.amount
        amount = None if quoted is None else f"涉及金额{quoted}"
        yield _line(finding.text, finding.category, amount)
    for recommendation in evaluation.recommendations:
        yield _line(recommendation.text)


def _line(*texts: str | None) -> str:
    return "　".join(squeeze(text) for text in texts if text)
