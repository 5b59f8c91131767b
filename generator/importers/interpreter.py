"""An outline becomes drafts: one reading for all formats, led by the names of fields."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.importers import (
    mandates,
    named_projects,
    recognition,
    scoring_frames,
    title_lines,
)
from generator.importers.blanks import PLACEHOLDER
from generator.importers.context import Context
from generator.importers.days import DAY, day_of, months_in
from generator.importers.departments import department
from generator.importers.forms.form import Form, first_texts
from generator.importers.forms.fund_table import unit_in
from generator.importers.forms.score_table import ScoreTable
from generator.importers.heads import take_line, take_persons
from generator.importers.labels import Labels
from generator.importers.ledger import Gathering, Ledger
from generator.importers.ordinals import ordinal
from generator.importers.outline import Cell, Outline, Paragraph, Piece
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
    told_scores,
    told_surveys,
)
from generator.importers.prose.whole import Years
from generator.intake.declarations import Declarations
from generator.model.kinds import EvaluationKind, Timing
from generator.model.register import Department
from generator.values.money import parse

_LONGEST_TITLE = 60
_ENDS = "。；：:;，,"
_OPENING = 6
"""Paragraphs at the head of a document that may say the unit of all its money."""
_ANNEX = re.compile(r"附[件表]\s?[一二三四五六七八九十\d－-]{0,4}\s?[：:]?")
_NAMES_YEAR = re.compile(r"20[0-9]{2}\s?[—–-]?[0-9]{0,4}\s?年")
_YEAR_ALONE = re.compile(r"[（(]?20[0-9]{2}年?度?[）)]?")
_NOTE = re.compile(r"\s?[（(]?(?:备?注|说明|备注说明|填[报表写]说明|其他说明)\s?\d?\s?[：:]")
"""How notes below a form begin."""
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
        self._layout = headings.laid_out(
            title_lines.running_heads(
                context,
                [one for one in self._text() if not take_persons(context, one)],
            )
        )

    def _text(self) -> list[Paragraph]:
        """The paragraphs of the text, without the titles of tables that stand within it."""
        titles = self._document.table_titles
        for paragraph in titles:
            self._context.label(paragraph)
        return [one for one in self._document.paragraphs if one not in titles]

    def found(self) -> Found:
        """All that is read of the document."""
        context, document = self._context, self._document
        title, front = self._title()
        if document.sheet is not None:
            context.label(document.sheet)
        self._signed()
        years = kind = None
        if not document.tables:
            kind, years = recognition.kind(context, title), recognition.years(context, title, front)
            self._fixed_headings(years, kind)
        front = self._lines([one for one in front if not context.gathering.ledger.is_claimed(one)])
        self._tables(title)
        if years is None:
            years = recognition.years(context, title, (*front, *self._cells()))
            kind = recognition.kind(context, title)
        if kind is not None and kind.timing is Timing.DURING:
            # A cell that has been read as the term of the project is not what was looked at.
            ledger = context.gathering.ledger
            cells = [cell for cell in self._cells() if not ledger.is_claimed(cell)]
            months = recognition.period(context, title, (*front, *cells))
            years = years._replace(month=months)
        rest = self._prose(title, front, years, kind)
        if kind is None and not context.gathering.has("evaluation_type"):
            body: list[Piece] = [*front, *rest, *self._cells()]
            kind = recognition.kind_said(context, front) or mandates.kind(context, title, body)
            kind = kind or recognition.kind_by_words(context, title, body)
        if kind is not None:
            recognition.verdict(context.gathering, kind)
        if kind is None or kind.timing is Timing.AFTER:
            mandates.evaluator(context, front)
        recognition.scope(context, title)
        named_projects.project(context, title, front)
        scoring_frames.frame(context)
        keep_out(context.gathering)
        owner = department(context.gathering, self._register)
        return Found(document, context.gathering, owner, years.last, self._is_blank(title))

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

    def _title(self) -> tuple[list[Piece], list[Paragraph]]:
        """The lines of the title, and what stands between them and the first heading."""
        heads = title_lines.heading_as_title(self._layout)
        lines: list[Piece] = [*heads]
        front = list(self._layout.front)
        while front and _is_annex(front[0]):
            self._context.label(front.pop(0))
        front = title_lines.cleared(self._context, front, self._document.paragraphs)
        # Web pages print names and values above the title: index number, publisher, date.
        start = next((n for n, one in enumerate(front) if not _is_caption(one)), len(front))
        while not heads and len(front) > start and _may_be_title(front[start], lines):
            if lines and self._is_behind_title(lines[-1], front[start]):
                break
            lines.append(front.pop(start))
        if not lines and self._document.tables:
            texts = first_texts(self._document.tables[0])
            for cell in filter(_is_annex, texts):
                self._context.label(cell)
            lines = [c for c in texts if _is_line(c) and not _is_caption(c) and not _is_annex(c)]
            lines = [c for c in lines if ordinal(c.text) is None]
        if any(_NAMES_YEAR.search(piece.text) for piece in lines):
            for piece in [one for one in lines if _YEAR_ALONE.fullmatch("".join(one.text.split()))]:
                if len(lines) > 1 and lines[0] is not piece and _NAMES_YEAR.search(lines[0].text):
                    lines.remove(piece)
                    self._context.label(piece)
        if lines:
            text = "".join("".join(_UNIT_BEHIND.sub("", one.text).split()) for one in lines)
            spans = [self._context.gathering.ledger.span(piece) for piece in lines]
            self._context.put_spans(("title",), text, spans)
        return lines, front

    def _is_behind_title(self, last: Piece, line: Paragraph) -> bool:
        """Whether a title that began above does not go on with a line."""
        is_cover = title_lines.is_behind_title(last.text, line.text)
        return is_cover or self._document.has_table_between(last, line)

    def _lines(self, front: Sequence[Paragraph]) -> list[Paragraph]:
        """Lines of names and values taken out of what stands above the text or the table."""
        left = []
        for paragraph in front:
            if self._document.tables and _NOTE.match(paragraph.text):
                self._context.label(paragraph)  # what explains a form is nothing of its project
            elif not take_line(self._context, paragraph):
                left.append(paragraph)
        return left

    def _signed(self) -> None:
        """Who signed and when, and which annexes are named there, at the end of the text."""
        layout = self._layout
        body = layout.sections[-1].body if layout.sections else layout.front
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
                report.read(context, self._layout)
                return []
        rest = report.read(context, self._layout) if self._layout.is_report else []
        named_projects.take_lines(context, rest)
        told = [*front, *rest]
        names = "".join("".join(piece.text.split()) for piece in title)
        known = f"{names}\n{named_projects.example(front)}\n{self._project_name()}"
        told_scores.read(context, told, years, known)
        told_funds.read(context, told, years, known)
        told_surveys.read(context, told)
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


def _may_be_title(paragraph: Paragraph, before: Sequence[Piece]) -> bool:
    """Whether a line goes on with the title, or begins it."""
    if not _is_line(paragraph) or _is_caption(paragraph) or day_of(paragraph.text):
        return False
    if sum(len(piece.text) for piece in before) > _LONGEST_TITLE:
        return False
    is_months = months_in(paragraph.text) is not None
    return not (before and DAY.search(paragraph.text)) or is_months


def _is_line(piece: Piece) -> bool:
    text = piece.text.strip()
    return 0 < len(text) <= _LONGEST_TITLE and text[-1] not in _ENDS


def _is_annex(piece: Piece) -> bool:
    return _ANNEX.fullmatch(piece.text.strip()) is not None


def _is_caption(piece: Piece) -> bool:
    text = piece.text if ordinal(piece.text) else _UNIT_BEHIND.sub("", piece.text)
    return bool("：" in text or ":" in text)


_UNIT_BEHIND = re.compile(
    r"\s?[（(](?:金额|资金|货币|计量)?单位\s?[：:]\s?(?:人民币)?\s?[亿万千百]?元[）)]\s?$"
)
"""The unit of money behind a title, which is none of it."""
