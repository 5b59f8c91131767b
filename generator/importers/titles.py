"""The title of a document: the lines above its text, or at the head of its first table."""

import re
from collections.abc import Sequence

from generator.importers import form_numbers, title_lines
from generator.importers.context import Context
from generator.importers.days import DAY, day_of, months_in
from generator.importers.forms.top_rows import first_cells, first_texts
from generator.importers.ordinals import ordinal
from generator.importers.outline import Paragraph, Piece
from generator.importers.parts import Document
from generator.importers.prose.headings import Layout

_LONGEST_TITLE = 60
_ENDS = "。；：:;，,"
_ANNEX = re.compile(
    r"(?:第[一二三四五六七八九十]{1,2}部分\s{0,4})?附[件表录]\s?[一二三四五六七八九十\d－-]{0,4}\s?[：:]?"
)
_NAMES_YEAR = re.compile(r"20[0-9]{2}\s?[—–-]?[0-9]{0,4}\s?年")
_YEAR_ALONE = re.compile(r"[（(]?20[0-9]{2}年?度?[）)]?")


def take(
    context: Context, document: Document, layout: Layout
) -> tuple[list[Piece], list[Paragraph]]:
    """The lines of the title, and what stands between them and the first heading."""
    heads = title_lines.heading_as_title(layout)
    lines: list[Piece] = [*heads]
    front = list(layout.front)
    while front and _is_annex(front[0]):
        context.label(front.pop(0))
    front = title_lines.cleared(context, form_numbers.taken(context, front), document.paragraphs)
    # Web pages print names and values above the title: index number, publisher, date.
    start = next((n for n, one in enumerate(front) if not _is_caption(one)), len(front))
    while not heads and len(front) > start and _may_be_title(front[start], lines):
        if lines and _is_behind(document, lines[-1], front[start]):
            break
        lines.append(front.pop(start))
    cells = [cell for table in document.tables[:1] for cell in first_cells(table)]
    unnumbered = form_numbers.taken(context, cells)
    if not lines and document.tables:
        texts = [one for one in first_texts(document.tables[0]) if one in unnumbered]
        for cell in filter(_is_annex, texts):
            context.label(cell)
        for cell in [one for one in texts if title_lines.NUMBER.fullmatch(one.text.strip())]:
            number = "".join(cell.text.split())
            context.put(("disclosure", "document_number"), cell, number)
            texts.remove(cell)
        lines = [c for c in texts if _is_line(c) and not _is_caption(c) and not _is_annex(c)]
        lines = [c for c in lines if ordinal(c.text) is None]
    _without_years(context, lines)
    if lines:
        starts = [form_numbers.before_title(context, piece) for piece in lines]
        text = "".join(
            "".join(_UNIT_BEHIND.sub("", one.text[start:]).split())
            for one, start in zip(lines, starts, strict=True)
        )
        ledger = context.gathering.ledger
        spans = [ledger.span(piece, start) for piece, start in zip(lines, starts, strict=True)]
        context.put_spans(("title",), text, spans)
    return lines, front


def _without_years(context: Context, lines: list[Piece]) -> None:
    """Take lines out that only say the year once more, which the first line names."""
    for piece in [one for one in lines if _YEAR_ALONE.fullmatch("".join(one.text.split()))]:
        if len(lines) > 1 and lines[0] is not piece and _NAMES_YEAR.search(lines[0].text):
            lines.remove(piece)
            context.label(piece)


def _is_behind(document: Document, last: Piece, line: Paragraph) -> bool:
    """Whether a title that began above does not go on with a line."""
    is_cover = title_lines.is_behind_title(last.text, line.text)
    return is_cover or document.has_table_between(last, line)


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
