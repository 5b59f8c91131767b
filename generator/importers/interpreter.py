"""An outline becomes drafts: one reading for all formats, led by the names of fields."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.importers import (
    contents_lists,
    mandates,
    named_bodies,
    named_projects,
    plans,
    recognition,
    scopes,
    scoring_frames,
    title_lines,
    titles,
)
from generator.importers.blanks import PLACEHOLDER
from generator.importers.context import Context
from generator.importers.departments import department
from generator.importers.forms.form import Form
from generator.importers.forms.money_units import unit_in
from generator.importers.forms.score_table import ScoreTable
from generator.importers.forms.top_rows import first_texts
from generator.importers.heads import names_subject, take_line, take_persons
from generator.importers.labels import Labels
from generator.importers.ledger import Gathering, Ledger
from generator.importers.outline import Cell, Outline, Paragraph, Piece, Table
from generator.importers.parts import Document, beside, divided
from generator.importers.privacy import keep_out
from generator.importers.prose import (
    headings,
    narratives,
    notice,
    rectified,
    report,
    results,
    signature,
    told_funds,
    told_goals,
    told_headings,
    told_in_words,
    told_levels,
    told_scores,
    told_surveys,
)
from generator.importers.prose.whole import Years
from generator.importers.table_titles import table_titles
from generator.intake.declarations import Declarations
from generator.model.kinds import EvaluationKind, Timing
from generator.model.register import Department
from generator.values.money import parse

_OPENING = 6
"""Paragraphs at the head of a document that may say the unit of all its money."""
_CONTENT = frozenset(
    ("indicators", "funds", "findings", "items", "rectification", "result", "sections", "objective")
)


@dataclass(slots=True)
class Found:
    """One document of a source as it was read."""

    document: Document
    gathering: Gathering
    department: Department | None
    year: int
    is_blank: bool
    """A form that nobody filled in, or a text that is no evaluation."""

    @property
    def name(self) -> str:
        """What people call it: its title, else the sheet, else the place of its first block."""
        title = self.gathering.values.get(("title",))
        if title is not None:
            return title.text
        if self.document.sheet is not None:
            return self.document.sheet.text
        return self.document.blocks[0].place


def interpreted(
    outline: Outline, declared: Declarations, register: Sequence[Department]
) -> tuple[Ledger, list[Found]]:
    """The documents of a source with what became of every part of it."""
    ledger, labels = Ledger(outline), Labels.of(declared.columns)
    found = []
    for document in divided(outline, labels):
        context, before = Context(declared, labels, Gathering(ledger)), len(ledger.claims)
        one = _Interpretation(context, document, register).found()
        if one.is_blank:
            ledger.give_up(before, keeping_names=bool(document.tables))
        found.append(one)
    _compare_counts(found)
    return ledger, found


def _compare_counts(found: Sequence[Found]) -> None:
    """Say where a text tells of another number of projects than the source has forms."""
    forms = sum(bool(one.document.tables) and not one.is_blank for one in found)
    for one in found:
        told = one.document.projects
        if told is not None and forms and told != forms:
            note = f"文字写明评价项目 {told} 个，这份文件里填好的表有 {forms} 张，请核对是否不全"
            one.gathering.notes.append(note)


class _Interpretation:
    """Reads one document."""

    def __init__(
        self, context: Context, document: Document, register: Sequence[Department]
    ) -> None:
        self._context = context
        self._document = document
        self._register = register
        text = self._text()
        self._layout = headings.laid_out(
            title_lines.running_heads(
                context,
                [one for one in text if not take_persons(context, one)],
            )
        )

    def _text(self) -> list[Paragraph]:
        """The paragraphs of the text, without the titles of tables that stand within it."""
        listed = contents_lists.without_contents(self._context, self._document.paragraphs)
        titles = table_titles(
            [b for b in self._document.blocks if isinstance(b, Table) or b in listed]
        )
        for paragraph in titles:
            self._context.label(paragraph)
        return [one for one in listed if one not in titles]

    def found(self) -> Found:
        """All that is read of the document."""
        context, document = self._context, self._document
        title, front = titles.take(context, document, self._layout)
        if document.sheet is not None:
            context.label(document.sheet)
        signature.read_publisher(context, front)
        self._signed()
        if not document.tables:
            signature.read_above(context, front)
        years = kind = None
        if not document.tables:
            kind, years = recognition.kind(context, title), recognition.years(context, title, front)
            if not years.last and kind is not None and kind.timing is Timing.BEFORE:
                years = plans.years_applied_for(context, document.paragraphs)
            self._fixed_headings(years, kind)
        claimed = context.gathering.ledger.is_claimed
        around = (*front, *self._layout.tail)
        front = self._lines([one for one in around if not claimed(one)])
        self._tables(title)
        if years is None:
            years = recognition.years(context, title, (*front, *self._cells()))
            kind = recognition.kind(context, title)
        if kind is not None and kind.timing is Timing.DURING:
            # A cell that has been read as the term of the project is not what was looked at.
            ledger = context.gathering.ledger
            cells = [cell for cell in self._cells() if not ledger.is_claimed(cell)]
            months = recognition.period(context, title, (*front, *cells))
            months = months or recognition.months_of_heads(
                context, document.paragraphs, self._cells()
            )
            years = years._replace(month=months)
        rest = self._prose(title, front, years, kind)
        if kind is None and not context.gathering.has("evaluation_type"):
            body: list[Piece] = [*front, *rest, *self._cells()]
            kind = recognition.kind_said(context, front) or mandates.kind(context, title, body)
            kind = kind or recognition.kind_by_words(context, title, body)
        self._by_kind(kind, front)
        told_scores.read_opinion(context)
        scopes.scope(context, title, front)
        named_projects.project(context, title, front)
        scoring_frames.frame(context)
        keep_out(context.gathering)
        owner = department(context.gathering, self._register)
        return Found(document, context.gathering, owner, years.last, self._is_blank(title))

    def _by_kind(self, kind: EvaluationKind | None, front: Sequence[Piece]) -> None:
        """What the kind of a document tells of what was read of it."""
        context = self._context
        if kind is not None and kind.english == plans.KIND:
            plans.planned(context.gathering)
        if kind is not None:
            recognition.verdict(context.gathering, kind)
        if kind is None or kind.timing is Timing.AFTER:
            mandates.evaluator(context, front)

    def _fixed_headings(self, years: Years, kind: EvaluationKind | None) -> None:
        """Projects and problems told in fixed headings; what is left is laid out anew."""
        context, paragraphs = self._context, self._unclaimed()
        is_read = False
        if kind is None or kind.timing is Timing.BEFORE:
            is_read = narratives.read(context, paragraphs, years) > 0
            if is_read:
                recognition.of_plans(context, self._document.paragraphs[0])
        elif kind.timing is Timing.RECTIFYING:
            is_read = rectified.read(context, paragraphs)
        if is_read:
            self._layout = headings.laid_out(self._unclaimed())

    def _tables(self, title: Sequence[Piece]) -> None:
        context, document = self._context, self._document
        around: tuple[Piece, ...] = (*title, *document.paragraphs[:_OPENING])
        for cell in document.repeated:
            context.label(cell)
        before: ScoreTable | None = None
        for table in document.tables:
            captions = document.captions(table)
            if self._layout.is_report and recognition.is_of_other_years(title, captions):
                continue
            near: tuple[Piece, ...] = (*captions, *first_texts(table))
            says_unit = unit_in([piece.text for piece in near])
            saying = near if says_unit else (*near, *around)
            form = Form(context, table, saying, captions=captions, before=before)
            form.read()
            before = form.scores

    def _cells(self) -> Iterable[Cell]:
        return (cell for table in self._document.tables for cell in table.cells)

    def _lines(self, front: Sequence[Paragraph]) -> list[Paragraph]:
        """Lines of names and values taken out of what stands above the text or the table."""
        context = self._context
        filed = [one for one in front if names_subject(context, one) and take_line(context, one)]
        return [one for one in front if one not in filed and not take_line(context, one)]

    def _signed(self) -> None:
        """Who signed and when, and which annexes are named there, at the end of the text."""
        layout = self._layout
        body = layout.sections[-1].body if layout.sections else layout.front
        body = layout.tail or body
        signature.read(self._context, body)
        signature.take_annexes(self._context, layout)

    def _prose(
        self, title: Sequence[Piece], front: Sequence[Paragraph], years: Years,
        kind: EvaluationKind | None,
    ) -> list[Paragraph]:  # fmt: skip
        """The running text, where there is any; without headings all of it is what stands first."""
        context = self._context
        if context.gathering.has("items") and not self._document.tables:
            return []  # projects of a narrative
        if kind is None and recognition.is_other(context, title):
            self._document.projects = notice.read(context, self._unclaimed())
            return []
        is_notice = kind is not None and kind.english == notice.KIND
        if is_notice and not context.gathering.has("items"):
            results.read(context, self._layout, years)
            if context.gathering.has("items"):
                notice.read_money(context, self._layout.lines)
                report.read(context, self._layout)
                return []
        answers = kind is not None and kind.timing is Timing.RECTIFYING
        rest = report.read(context, self._layout, answers=answers) if self._layout.tells else []
        named_projects.take_lines(context, rest)
        told = [*front, *rest]
        names = "".join("".join(piece.text.split()) for piece in title)
        known = f"{names}\n{named_projects.example(front)}\n{self._project_name()}"
        named_bodies.read(context, told)
        told_headings.read(context, self._layout.sections)
        told_scores.read(context, told, years, known)
        told_in_words.read(context, told, years, known)
        told_funds.read(context, told, years, known)
        if is_notice:
            notice.read_money(context, told)
        told_surveys.read(context, told)
        told_goals.read(context, told)
        told_goals.read_below(context, self._layout)
        told_levels.read(context, told)
        return rest

    def _project_name(self) -> str:
        name = self._context.gathering.values.get(("project", "name"))
        return name.text if name else ""

    def _unclaimed(self) -> list[Paragraph]:
        ledger = self._context.gathering.ledger
        return [one for one in self._document.paragraphs if not ledger.is_claimed(one)]

    def _is_blank(self, title: Sequence[Piece]) -> bool:
        values, labels = self._context.gathering.values, self._context.labels
        names = [
            text for one in self._document.tables for text in beside(one, labels, "project.name")
        ]
        if any(PLACEHOLDER.search(text) for text in (*names, *(piece.text for piece in title))):
            return True
        if title_lines.asks("".join(p.text for p in title)) and not self._document.tables:
            return True
        is_nameless = bool(names) and not any(names)
        told = {
            at[0]
            for at, value in values.items()
            if at[0] in _CONTENT
            and not _is_frame_of_form(at)
            # Forms have zeros ready for sums, which say nothing of a project without a name.
            and not (is_nameless and parse(value.text) == 0)
        }
        # Running text of no known kind is some other document, such as a department's accounts.
        return not told or (told == {"sections"} and ("evaluation_type",) not in values)


def _is_frame_of_form(at: tuple[str | int, ...]) -> bool:
    """Whether a blank form prints it too: names of levels, weights, the unit of money, notes."""
    return at[-1] in _OF_FORMS or at == ("result", "note")


_OF_FORMS = frozenset(("name", "weight", "unit", "source", "level", "number", "title"))
