"""A report of what was done about problems: each problem with its measures and how it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.importers.context import Context
from generator.importers.forms.ledgers import OF_FINDING, put_done
from generator.importers.ordinals import Style, ordinal
from generator.importers.outline import Paragraph
from generator.importers.part import Part
from generator.source import At

_ABOUT = re.compile(
    r"\A(?:关于|针对|对于)?[“\"「]?(?P<text>[^“”\"「」。]{3,80}?)[”\"」]?(?:的)?(?:整改|落实)?(?:问题|情况)?[。：:]?\s?\Z"
)
_IS_PROBLEM = re.compile(
    '问题|关于[“"「]|针对[“"「]|不足|不够|不强|不高|滞后|不规范|不到位|不完善|不及时|缺失|偏[低高慢]'
)


_SAYS_ABOUT = re.compile('\\A(?:关于|针对|对于|[“"「])|的?问题[。：:]?\\s?\\Z')


@dataclass(slots=True)
class _Problem:
    """A problem, and what is told of it under names."""

    paragraph: Paragraph
    part: tuple[int, int]
    done: list[tuple[str, Paragraph, int]] = field(default_factory=list)
    """Field, paragraph, where the text begins."""


def read(context: Context, paragraphs: Sequence[Paragraph], at: At = ()) -> bool:
    """Put the problems with what was done about each; whether there are any."""
    problems = [one for one in _problems(context, paragraphs) if one.done]
    for problem in problems:
        _put(context, problem, at)
    return bool(problems)


def _problems(context: Context, paragraphs: Sequence[Paragraph]) -> Iterator[_Problem]:
    current: _Problem | None = None
    for paragraph in paragraphs:
        text = paragraph.text
        number = ordinal(text.lstrip())
        first = len(text) - len(text.lstrip()) + (number.end if number else 0)
        inner = ordinal(text[first:]) if number is not None else None
        if inner is not None and inner.style is Style.NAMED:
            number, first = inner, first + inner.end
        name, colon, _ = text[first:].replace(":", "：").partition("：")
        named = context.labels.field(Part.RECTIFICATION, name) if colon else None
        start = first + len(name) + len(colon)
        is_named = number is not None and number.style is Style.NAMED
        if (
            named == "finding"
            or is_named
            or (number is not None and named is None and _is_problem(text[first:]))
        ):
            if current is not None:
                yield current
            part = (start, len(text)) if named else _told(text, first)
            current = _Problem(paragraph, part)
        elif current is not None and named is not None:
            current.done.append((named, paragraph, start))
        elif current is not None and number is None:
            last = current.done[-1][0] if current.done else "progress"
            current.done.append((last, paragraph, 0))
        elif current is not None:
            yield current
            current = None
    if current is not None:
        yield current


def _is_problem(text: str) -> bool:
    return bool(_IS_PROBLEM.search(text[:100]))


def _told(text: str, first: int) -> tuple[int, int]:
    """The problem in a heading such as `关于“…”的问题`."""
    match = _ABOUT.match(text[first:])
    if match is None or not _SAYS_ABOUT.search(text[first:]):
        return first, len(text)
    return first + match.start("text"), first + match.end("text")


def _put(context: Context, problem: _Problem, at: At) -> None:
    gathering = context.gathering
    n = gathering.length(*at, "findings")
    name = f"w{n + 1}"
    paragraph, part = problem.paragraph, problem.part
    context.label(paragraph, 0, part[0])
    context.label(paragraph, part[1])
    context.put((*at, "findings", n, "id"), paragraph, name, part)
    context.put((*at, "findings", n, "text"), paragraph, None, part)
    entry: At = (*at, "rectification", gathering.length(*at, "rectification"))
    context.put((*entry, "findings", 0), paragraph, name, part)
    for named, piece, start in problem.done:
        context.label(piece, 0, start)
        told = OF_FINDING.get(named)
        place: At = (*at, "findings", n, told) if told else (*entry, named)
        if place in gathering.values:
            text, span = piece.text[start:].strip(), gathering.ledger.span(piece, start)
            gathering.extend(place, text, span)
        elif told is not None:
            context.put(place, piece, None, (start, None))
        else:
            put_done(context, entry, named, piece, start)
