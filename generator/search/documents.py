"""What can be found: each document, each of its items, and what these found and recommend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import chain

from generator.catalog import Entry
from generator.catalog.anchors import anchors
from generator.intake.records import Matter
from generator.model.kinds import Timing
from generator.model.register import Department
from generator.search import lines
from generator.search.originals import Pieces
from generator.search.terms import all_terms, terms
from generator.values.money import percent
from generator.values.text import squeeze

_ALL, _PASSED = 100, 60
"""Per cent of the points: all, and too few."""
_SATISFIED = "满意"
"""What the names of indicators have in common that ask the people served."""


class Field(IntEnum):
    """Where a term stands; of a result itself, the later, the more it weighs.

    search.js holds the weights. The fields in which most terms stand come first: an entry is cut
    where nothing follows.
    """

    PROSE = 0
    ROWS = 1
    """Indicators, the objective and the purpose: they say what else is served."""
    PART = 2
    """What a finding or recommendation says."""
    NAMES = 3
    """Department, unit and code, the title."""
    ABOUT = 4
    """Project, what follows from the figures, and the title but for the department in it."""
    PIECE = 5
    """Text of an original."""


class Series(IntEnum):
    """Results, their parts and pieces, each numbered by themselves.

    Most terms stand in results, of which there are far fewer than of parts.
    """

    RESULT = 0
    PART = 1
    PIECE = 2


SERIES = tuple(
    {Field.PART: Series.PART, Field.PIECE: Series.PIECE}.get(field, Series.RESULT)
    for field in Field
)
"""In which series the numbers of each field count."""


@dataclass(frozen=True)
class Document:
    """A result with its parts: itself, then findings, recommendations and pieces of originals.

    A document about several items is a result, and so is each of these: what an item says is found
    there only. A part holds its own words only. What a result has in common with its parts a query
    works out, so that nothing is indexed twice.
    """

    entry: Entry
    findings: int
    recommendations: int
    anchors: tuple[str, ...]
    """Where on the page the result and its parts stand; often empty for the result itself."""
    texts: tuple[str, ...]
    """What excerpts show, one text for each part but pieces; lines are passages. Those of the
    result begin with title, project, department and what follows from the figures, and end with
    where it was disclosed: no excerpt is cut from what results show anyway."""
    searched: tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str]]
    """What stands in each field of the result itself, the lightest first."""
    originals: tuple[Pieces, ...]

    @cached_property
    def terms(self) -> tuple[dict[str, Field], ...]:
        """For each part its terms with the best field each stands in; they take the most time."""
        prose, rows, names, about = self.searched
        own = dict.fromkeys(all_terms(prose), Field.PROSE)
        own |= dict.fromkeys(all_terms(rows), Field.ROWS)
        own |= dict.fromkeys(all_terms(names, single=True), Field.NAMES)
        own |= dict.fromkeys(all_terms(about, single=True), Field.ABOUT)
        _, *parts = self.texts
        return (own, *(dict.fromkeys(terms(part), Field.PART) for part in parts), *self._pieces)

    @property
    def _pieces(self) -> Iterator[dict[str, Field]]:
        """An original's title is in its first piece."""
        for original in self.originals:
            title = original.title
            for text in original.texts:
                yield dict.fromkeys(all_terms((title, text)), Field.PIECE)
                title = ""


def document(entry: Entry, originals: tuple[Pieces, ...] = ()) -> Document:
    """One document, or one of its items, as it is searched; with what its originals say."""
    record = entry.record
    matters = tuple(_matters(entry.matter))
    items = [matter.item for matter in matters]
    title = entry.matter.item.name if entry.anchor else record.evaluation.title
    names = tuple(_names(entry))
    rows = tuple(chain.from_iterable(map(lines.rows, items)))
    purposes = [one.project.purpose for one in items if one.project and one.project.purpose]
    facts = _facts(entry)
    prose = (facts, *chain.from_iterable(map(lines.prose, items)), *_around(entry))
    shown = f"{title}（{record.evaluation.title}）" if entry.anchor else title
    findings = [lines.finding(item, finding) for item in items for finding in item.findings]
    advice = [lines.recommendation(one) for item in items for one in item.recommendations]
    parts = (*findings, *advice)
    return Document(
        entry,
        len(findings),
        len(advice),
        (entry.anchor, *anchors(matters)),
        ("\n".join(map(squeeze, (shown, *names, facts, *rows, *prose[1:]))), *parts),
        (prose, (*rows, *purposes), (*names, title, record.evaluation.title), _about(entry, title)),
        originals,
    )


def names_of(department: Department) -> tuple[str, ...]:
    """Every name a department is known by."""
    return tuple(dict.fromkeys((department.name, *department.aliases, *department.former_names)))


def _about(entry: Entry, title: str) -> tuple[str, ...]:
    """What tells this result from others of its department."""
    project = entry.matter.item.project
    for name in names_of(entry.record.department):
        title = title.replace(name, " ")
    return (title, project.name or "" if project else "", *_remarkable(entry))


def _matters(matter: Matter) -> Iterator[Matter]:
    """An item with those below that are no results of their own."""
    yield matter
    for inner in matter.inner:
        if inner.inner:
            yield from _matters(inner)


def _names(entry: Entry) -> Iterator[str]:
    """Two lines: search.js counts on it."""
    project = entry.matter.item.project
    yield lines.line(project.name, project.code, project.unit) if project else ""
    name, *others = names_of(entry.record.department)
    yield f"{name}（{'、'.join(others)}）" if others else name


def _facts(entry: Entry) -> str:
    """What follows from the figures, in words that can be searched."""
    item = entry.matter.item
    scope = item.scope.label if item.scope else None
    return lines.line(
        f"{entry.year}年度", entry.kind_name, scope,
        *_outcome(entry), item.evaluator, entry.frame.name,
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
    yield from _remarkable(entry)


def _remarkable(entry: Entry) -> Iterator[str]:
    """What follows from the figures alone, in the words that the words of readers lead to."""
    score, full = entry.points, entry.full_marks
    if entry.is_overspent:
        yield "支出超过预算（超支）"
    if entry.is_left_unspent and entry.kind.timing is Timing.AFTER:
        yield "预算没有用完"
    if score is not None and full and score * _ALL < full * _PASSED:
        yield "得分不到六成（不及格）"
    rows = chain.from_iterable(top.leaves() for top in entry.matter.item.indicators)
    if any(_SATISFIED in row.name and (row.lost or 0) > 0 for row in rows):
        yield "满意度没有得满分（不满意）"


def _around(entry: Entry) -> Iterator[str]:
    """Of a document its report and disclosure; of one of its items, which document it is in."""
    record, evaluation = entry.record, entry.record.evaluation
    disclosure, source = evaluation.disclosure, evaluation.source
    if entry.anchor:
        yield lines.line(evaluation.title, disclosure.document_number)
        return
    for section in evaluation.sections:
        yield f"{section.number or ''}{section.title}"
        yield from section.paragraphs
    for related in evaluation.related:
        yield lines.line(related.relation, related.name)
    dates = (disclosure.issued, disclosure.approved, disclosure.published)
    annexes = (one.title for one in evaluation.attachments if one.file is None)
    yield lines.line(
        disclosure.document_number, disclosure.index_number, disclosure.publisher,
        disclosure.subject, disclosure.contact, *map(str, filter(None, dates)),
        *(choice.label for choice in (disclosure.openness, disclosure.validity) if choice),
        source.name, source.form_number, source.note, *evaluation.scorers,
        *(original.title for original in record.originals), *annexes,
    )  # fmt: skip
