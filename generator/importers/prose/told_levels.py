"""Points of highest rows that a text tells and the table leaves out: `决策情况，分值15分`."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.importers.context import Context
from generator.importers.ordinals import ordinal
from generator.importers.outline import Piece
from generator.source import At
from generator.values.money import parse
from generator.values.text import half_width

_NUMBER = r"\d{1,3}(?:\.\d{1,4})?"
_NAME = re.compile(r"[^。：:，,；;（(\d\s]{2,16}")
_POINTS = re.compile(
    rf"(?:分值|满分|权重)(?:为|是)?\s?(?P<weight>{_NUMBER})\s?分[）)]?[，,、；;]\s?"
    rf"(?:实际|评价|自评|综合)?(?:得分?|实得|评分)(?:为|是)?\s?(?P<score>{_NUMBER})\s?分"
    rf"(?:[，,、；;]\s?得分率(?:为|是|达)?\s?(?P<score_rate>{_NUMBER}%))?",
    re.ASCII,
)
_BEHIND = re.compile(r"(?:类|方面|部分)?(?:指标)?(?:情况|分析|评价){0,2}")
"""What may stand behind the name of a row where a text is called after it."""


def read(context: Context, paragraphs: Sequence[Piece], at: At = ()) -> None:
    """Put what a paragraph tells of the row it begins with, where the rows below it make it up.

    A row that prints points has its own; other points than the sum are of something else.
    """
    rows = list(_rows(context, at))
    for piece in paragraphs if rows else ():
        plain = half_width(piece.text)
        number = ordinal(plain.lstrip())
        start = len(plain) - len(plain.lstrip()) + (number.end if number else 0)
        name = _NAME.match(plain, start) if number else None
        match = _POINTS.search(plain, name.end()) if name else None
        if name is None or match is None:
            continue
        called = [row for text, row in rows if _is_called(name[0], text)]
        if len(called) == 1 and _agrees(context, called[0], match):
            for field in ("weight", "score", "score_rate"):
                if match[field]:
                    context.put((*called[0], field), piece, None, match.span(field))


def _is_called(text: str, name: str) -> bool:
    return text.startswith(name) and _BEHIND.fullmatch(text[len(name) :]) is not None


def _rows(context: Context, at: At) -> Iterator[tuple[str, At]]:
    """The highest rows that print no points, and have others below them."""
    gathering = context.gathering
    for n in range(gathering.length(*at, "indicators")):
        row: At = (*at, "indicators", n)
        name = gathering.values.get((*row, "name"))
        if name is None or not gathering.has(*row, "children"):
            continue
        if not any(gathering.has(*row, field) for field in ("weight", "score")):
            yield "".join(name.text.split()), row


def _agrees(context: Context, row: At, match: re.Match[str]) -> bool:
    return all(_sum(context, row, field) == parse(match[field]) for field in ("weight", "score"))


def _sum(context: Context, row: At, field: str) -> Decimal | None:
    """What the rows below make up; None where one of them says nothing."""
    gathering = context.gathering
    children = gathering.length(*row, "children")
    total = Decimal(0)
    for n in range(children):
        child: At = (*row, "children", n)
        said = gathering.values.get((*child, field))
        value = parse(said.text) if said is not None else None
        if value is None:
            value = _sum(context, child, field)
        if value is None:
            return None
        total += value
    return total if children else None
