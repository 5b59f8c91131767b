"""Problems with the advice that follows each: `问题：…` and `建议：…` in turn."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.importers.context import Context
from generator.importers.enumerations import put_findings, put_recommendations
from generator.importers.ordinals import ordinal
from generator.importers.outline import Paragraph
from generator.source import At

_NUMBER = r"[一二三四五六七八九十\d]{0,3}"
_PROBLEM = re.compile(rf"\A\s?(?:存在的?|主要|发现的?){{0,2}}问题\s?{_NUMBER}\s?[：:]\s?")
_ADVICE = re.compile(
    rf"(?:\A|(?<=[。；;]))\s?(?:改进|对应|相关|整改|有关|工作)?(?:建议|措施|意见)\s?{_NUMBER}\s?[：:]\s?"
)


_CAUSE = re.compile(
    r"(?:\A|(?<=[。；;]))\s?(?:产生|主要|问题|存在)?(?:的)?原因(?:分析)?\s?[：:]\s?"
)


class _Part(NamedTuple):
    """A part of a paragraph that tells a problem or advice."""

    paragraph: Paragraph
    start: int
    end: int
    is_advice: bool
    is_cause: bool
    begins: bool
    """Whether it begins a problem of its own."""


def put(context: Context, body: Sequence[Paragraph], at: At) -> bool:
    """Put problems with their advice, where a text tells them in turn; else nothing."""
    parts = _below_headings([part for paragraph in body for part in _parts(paragraph)])
    turns = sum(part.is_advice for part in parts)
    problems = sum(part.begins for part in parts)
    if not turns or not parts[0].begins or (problems < 2 and turns != problems):  # noqa: PLR2004
        return False
    if not _in_turn(parts) or any(_told_from(part) >= part.end for part in parts):
        return False
    answered: list[str] = []
    for part in parts:
        for start, end in _marks(part):
            context.label(part.paragraph, start, end)
        slot = (_told_from(part), part.end)
        if part.is_advice:
            put_recommendations(context, [(part.paragraph, slot)], at, answered)
        elif part.is_cause and _put_cause(context, part, at):
            continue
        elif part.begins:
            answered = put_findings(context, [(part.paragraph, slot)], at)
            if len(answered) > 1 and problems == 1:
                answered = []  # a list of problems, then one of advice: none says which it answers
        else:
            _go_on(context, part, at)
    return True


def _below_headings(parts: Sequence[_Part]) -> list[_Part]:
    """What begins with the word problem, below a heading with a number, goes on with that."""
    told: list[_Part] = []
    for part in parts:
        above = told[-1] if told else None
        is_below = above is not None and above.begins and _is_heading(above.paragraph)
        number = ordinal(part.paragraph.text.lstrip())
        goes_on = part.begins and is_below and number is None
        told.append(part._replace(begins=False) if goes_on else part)
    return told


def _is_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return ordinal(text) is not None and len(text) <= _LONGEST_HEADING and "。" not in text[:-1]


_LONGEST_HEADING = 40


def _in_turn(parts: Sequence[_Part]) -> bool:
    """Whether advice stands behind a problem each time, and not all of it behind the last."""
    seen = [part.is_advice for part in parts if part.is_advice or part.begins]
    switches = sum(a and not b for a, b in pairwise(seen))
    return switches > 0 or seen == [False, True]


def _parts(paragraph: Paragraph) -> Iterator[_Part]:
    text = paragraph.text
    number = ordinal(text.lstrip())
    start = len(text) - len(text.lstrip()) + (number.end if number else 0)
    advice = {match.start() for match in _ADVICE.finditer(text, start)}
    causes = {match.start() for match in _CAUSE.finditer(text, start)}
    edges = sorted(advice | causes)
    if not edges or edges[0] > start:
        end = edges[0] if edges else len(text)
        begins = number is not None or _PROBLEM.match(text[start:]) is not None
        yield _Part(paragraph, 0, end, is_advice=False, is_cause=False, begins=begins)
    for edge, end in pairwise((*edges, len(text))):
        first = edge if edge > start else 0
        is_advice = edge in advice
        yield _Part(paragraph, first, end, is_advice, is_cause=not is_advice, begins=False)


def _told_from(part: _Part) -> int:
    """Where what is told begins, behind its number and the word for it."""
    text = part.paragraph.text[part.start : part.end]
    blank = len(text) - len(text.lstrip())
    number = ordinal(text.lstrip())
    start = blank + (number.end if number else 0)
    marking = _ADVICE if part.is_advice else _CAUSE if part.is_cause else _PROBLEM
    mark = marking.match(text[start:])
    return part.start + start + (mark.end() if mark else 0)


def _marks(part: _Part) -> Iterator[tuple[int, int]]:
    if (told := _told_from(part)) > part.start:
        yield part.start, told


def _put_cause(context: Context, part: _Part, at: At) -> bool:
    """Put the cause of the problem that was told last; False where it has one, or none was told."""
    number = context.gathering.length(*at, "findings") - 1
    cause: At = (*at, "findings", number, "cause")
    if number < 0 or context.gathering.has(*cause):
        return False
    start, end = _told_from(part), part.end
    text = part.paragraph.text[start:end].strip()
    context.put_spans(cause, text, (context.gathering.ledger.span(part.paragraph, start, end),))
    return True


def _go_on(context: Context, part: _Part, at: At) -> None:
    """A paragraph without number goes on with what stands before it."""
    gathering = context.gathering
    n = gathering.length(*at, "findings") - 1
    last: At = (*at, "findings", n, "text")
    advice: At = (*at, "recommendations", gathering.length(*at, "recommendations") - 1, "text")
    known = gathering.values.get(last)
    later = gathering.values.get(advice)
    if later is not None and known is not None and later.spans[0] > known.spans[0]:
        last, known = advice, later
    if known is not None:
        span = gathering.ledger.span(part.paragraph, _told_from(part), part.end)
        gathering.extend(last, gathering.ledger.text(span).strip(), span)
