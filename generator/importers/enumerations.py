"""Problems and advice, however numbered: `1、`, `（一）`, `①`, `一是`, `问题1：`, paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.importers.causes import parted
from generator.importers.context import Context
from generator.importers.ledger import Role, Span
from generator.importers.ordinals import Ordinal, Style, han_value, inner_starts, ordinal
from generator.importers.outline import Piece
from generator.source import At
from generator.values.names import folded

_NONE = re.compile(
    r"(?:本年度?|本项目|经自评)?，?(?:暂无|无|没有|未发现|不存在|不适用)(?:明显|重大|突出)?(?:存在)?(?:的?问题|建议|意见)?(?:及建议)?[。.]?"
)
_LEAD = re.compile(
    r"(?:如下|以下|包括|表现在|方面)[^。；;]{0,10}[：:]$|(?:问题|建议|意见|措施)(?:主要)?(?:有|是|为)?[：:，,]?$"
    r"|(?:不足|短板|困难|薄弱环节|差距)(?:主要)?(?:有|是|为)?[：:，,]$"
    r"|(?:将|拟|需要?|应当?|打算|计划)[^。；;，,]{0,12}[：:]$"
    r"|(?:发现|指出|认为|反映|存在|看出|显示|表现[在为]|主要是|主要有|包括|方面)[，,：:]$"
)
"""How a sentence ends that a list follows."""
_LEAD_ALONE = re.compile(
    r"\A(?:[^。；;]{0,60}(?:如下|以下|包括|表现在|方面)[^。；;]{0,10}[：:]$|(?:存在|改进|整改|相关|有关|下一步)?(?:的)?(?:主要|改进)?(?:问题|建议|意见|措施)(?:有|是|为)?[：:]?$)"
)
"""A line that is nothing else."""
_LONG_LEAD = 60


class Entry(NamedTuple):
    """One item of an enumeration, from one place or several."""

    text: str
    spans: tuple[Span, ...]
    cause: tuple[str, Span] | None = None
    """What a line of its own says of the cause: `原因：…`."""
    is_numbered: bool = False


class _Line(NamedTuple):
    piece: Piece
    start: int
    end: int
    number: Ordinal | None

    @property
    def text(self) -> str:
        return self.piece.text[self.start : self.end]


Stretch = tuple[Piece, tuple[int, int | None]]
"""A piece, or a part of one."""


def entries(context: Context, slots: Sequence[Stretch]) -> list[Entry]:
    """The items that pieces list; their numbers are marks, and so is the sentence before them."""
    lines = _in_sequence([line for piece, part in slots for line in _lines(piece, part)])
    numbered = [line for line in lines if line.number]
    if not numbered:
        if lines and _NONE.fullmatch(lines[0].text.strip()):
            _is_none(context, lines[0])
            return []  # what stands below is no item of nothing
        return [_entry(context, [line]) for line in lines if not _is_none(context, line)]
    # The style of the first number is that of the list; others number within an item.
    style = numbered[0].number.style if numbered[0].number else None
    found: list[list[_Line]] = []
    for line in lines:
        if line.number and line.number.style is style:
            found.append([line])
        elif found:
            found[-1].append(line)
        elif _LEAD.search(line.text) and len(line.text) <= _LONG_LEAD * 2:
            context.label(line.piece, line.start, line.end)
        else:
            found.append([line])
    return [_entry(context, group) for group in found]


def _in_sequence(lines: Sequence[_Line]) -> list[_Line]:
    """Lines with their numbers; `2.3项设计` behind `1.` is the second, not 2.3 of something."""
    found: list[_Line] = []
    last = 0
    for line in lines:
        number = line.number
        tight = _TIGHT.match(line.text) if number is None else None
        if tight is not None and int(tight[1]) == last + 1 and (last or _follows(lines, line)):
            number = Ordinal(Style.DECIMAL, tight[0], int(tight[1]), tight.end())
        if number is not None and number.style is Style.DECIMAL:
            last = number.value
        found.append(line._replace(number=number))
    return found


def _follows(lines: Sequence[_Line], first: _Line) -> bool:
    """Whether a line that begins with 2 comes after the first."""
    return any(line.text.startswith(("2.", "2．")) for line in lines if line is not first)


_TIGHT = re.compile(r"([0-9]{1,2})[.．](?=[0-9])")


def _entry(context: Context, lines: Sequence[_Line]) -> Entry:
    ledger = context.gathering.ledger
    texts, spans, cause = [], [], None
    for n, line in enumerate(lines):
        start = line.start
        if n == 0 and line.number is not None:
            context.label(line.piece, line.start, line.start + line.number.end)
            start += line.number.end
        text = line.piece.text[start : line.end].strip()
        mark = _CAUSE.match(text) if n and cause is None else None
        if mark is not None:
            context.label(line.piece, start, start + mark.end())
            cause = text[mark.end() :], ledger.span(line.piece, start + mark.end(), line.end)
            continue
        texts.append(text)
        spans.append(ledger.span(line.piece, start, line.end))
    numbered = lines[0].number is not None
    return Entry("\n\n".join(filter(None, texts)), tuple(spans), cause, numbered)


_CAUSE = re.compile(r"\A(?:产生|主要|问题)?(?:的)?原因(?:分析)?\s?(?:[：:]|是)\s?")


def _lines(piece: Piece, part: tuple[int, int | None]) -> Iterator[_Line]:
    """The lines of a piece; a running list (`一是…；二是…`) is one line for each item."""
    start, end = part[0], len(piece.text) if part[1] is None else part[1]
    place = start
    for raw in piece.text[start:end].split("\n"):
        if raw.strip():
            yield from _items(piece, place, place + len(raw))
        place += len(raw) + 1


def _items(piece: Piece, start: int, end: int) -> Iterator[_Line]:
    text = piece.text[start:end]
    starts = inner_starts(text)
    first = ordinal(text.lstrip())
    runs = [n for n in starts if (o := ordinal(text[n:])) is not None and _goes_with(o, first)]
    if not runs or (first is not None and first.style not in _RUNNING):
        yield _line(piece, start, end)
        return
    # `三是` of a list whose first item was not met would stand for nothing.
    found = [ordinal(text[n:]) for n in runs]
    values = [o.value for o in found if o is not None]
    expected = first.value + 1 if first is not None and first.style in _RUNNING else 1
    if values != list(range(expected, expected + len(values))):
        yield _line(piece, start, end)
        return
    edges = [0, *runs, len(text)]
    for here, following in pairwise(edges):
        if text[here:following].strip():
            yield _line(piece, start + here, start + following)


_RUNNING = frozenset(
    (
        Style.IN_WORDS, Style.CIRCLED, Style.DECIMAL_IN_BRACKETS, Style.DECIMAL,
        Style.HAN_IN_BRACKETS, Style.HAN,
    )
)  # fmt: skip


_ANYWHERE = frozenset((Style.IN_WORDS, Style.CIRCLED, Style.DECIMAL_IN_BRACKETS, Style.DECIMAL))
"""Styles whose first item may stand behind a sentence: `主要有：1.…；2.…`."""


def _goes_with(number: Ordinal, first: Ordinal | None) -> bool:
    """Whether an inner number may go on with the list that a line begins, or begin one itself."""
    if first is None:
        return number.style in _ANYWHERE
    return number.style in _RUNNING and first.style is number.style


def _line(piece: Piece, start: int, end: int) -> _Line:
    text = piece.text[start:end]
    blank = len(text) - len(text.lstrip())
    return _Line(piece, start + blank, start + len(text.rstrip()), ordinal(text.strip()))


def _is_none(context: Context, line: _Line) -> bool:
    """Whether a line says that there is nothing to be listed."""
    if _NONE.fullmatch(line.text.strip()):
        context.label(line.piece, line.start, line.end)
        return True
    if _LEAD_ALONE.fullmatch(line.text.strip()):
        context.label(line.piece, line.start, line.end)
        return True
    return False


def in_full(pieces: Iterable[Piece]) -> list[Stretch]:
    """Pieces as a whole."""
    return [(piece, (0, None)) for piece in pieces]


def put_findings(context: Context, slots: Sequence[Stretch], at: At = ()) -> list[str]:
    """Problems to the list of findings, each with an id of its own; the ids."""
    names = []
    for entry in entries(context, slots):
        n = context.gathering.length(*at, "findings")
        names.append(f"w{n + 1}")
        context.put_spans((*at, "findings", n, "id"), names[-1], entry.spans)
        told = parted(context, entry.text, entry.spans) if entry.cause is None else None
        text, spans, cause = told or (entry.text, entry.spans, entry.cause)
        context.put_spans((*at, "findings", n, "text"), text, spans)
        if cause is not None:
            context.put_spans((*at, "findings", n, "cause"), cause[0], (cause[1],))
    return names


def put_recommendations(
    context: Context, slots: Sequence[Stretch], at: At = (),
    answers: Sequence[str] = (), each: Sequence[str] = (),
) -> None:  # fmt: skip
    """Advice to the list of recommendations, with the problems that the source says it answers.

    All of it answers the problems of `answers`; one answers one of `each`, where they are as many.
    """
    found = entries(context, slots)
    for place, entry in enumerate(found):
        n = context.gathering.length(*at, "recommendations")
        here: At = (*at, "recommendations", n)
        answered, start = (answers, 0) if answers else _answered(context, entry.text, at)
        if each and len(each) == len(found) and (len(each) == 1 or entry.is_numbered):
            answered = [each[place]]
        spans = entry.spans
        if start:
            first = spans[0]
            context.gathering.ledger.claim(
                first._replace(end=first.start + start), Role.VALUE, (*here, "findings")
            )
            spans = (first._replace(start=first.start + start), *spans[1:])
        for number, name in enumerate(answered):
            context.put_spans((*here, "findings", number), name, spans[:1])
        context.put_spans((*here, "text"), entry.text[start:], spans)


_ONE = r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?"
_BY_NUMBER = re.compile(
    r"\A针对(?:上述|以上|存在的?)?(?:第\s?(?P<nth>[一二三四五六七八九十\d]{1,3})\s?[个项条点](?:问题)?"
    r"|问题\s?[（(]?(?P<number>[一二三四五六七八九十\d]{1,3})[）)]?)\s?[，,：:]\s?"
)
_NUMBERS = rf"{_ONE}(?:\s?(?:[、,，和及与]|以及)\s?(?:第|问题)?\s?{_ONE}){{1,8}}"
_SEVERAL_BY_NUMBER = re.compile(
    r"\A针对(?:上述|以上|前述|存在的?)?(?:"
    rf"(?:第|问题)\s?(?P<numbers>{_NUMBERS})(?:[个项条点](?:问题)?|问题)?"
    rf"|(?P<said>{_NUMBERS})\s?[个项条点]?问题)\s?[，,：:]\s?"
)
"""Several of them: `针对问题（二）、（三），`."""
_BY_WORDS = re.compile(r"\A针对(?:存在的?)?[“\"「](?P<words>[^”\"」]{4,60})[”\"」]")


_IN_BRACKETS = re.compile(
    r"\A\s?[（(]\s?(?:对应|针对|回应|解决)(?:上述|以上|前述|存在的?)?"
    r"(?P<numbers>(?:(?:第|问题|[和及、，,与]|个|项|条|[一二三四五六七八九十]{1,3}|\d{1,2})\s?){1,12})[）)]"
    r"\s?[：:，,、.．]?\s?"
)
"""Which problems advice answers, before it: `（对应问题一、三）：`."""
_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}")


def _several(text: str, known: int) -> tuple[list[str], int]:
    """The problems that advice names before it by their numbers, and where the advice begins."""
    match = _IN_BRACKETS.match(text) or _SEVERAL_BY_NUMBER.match(text)
    named = match.groupdict() if match else {}
    said = _NUMBER.findall(named.get("numbers") or named.get("said") or "")
    numbers = [int(one) if one.isdecimal() else han_value(one) for one in said]
    if match is None or not numbers or not all(0 < number <= known for number in numbers):
        return [], 0
    return [f"w{number}" for number in dict.fromkeys(numbers)], match.end()


def _answered(context: Context, text: str, at: At) -> tuple[list[str], int]:
    """The problem that advice names, by its number or its words, and where the advice begins."""
    values = context.gathering.values
    known = context.gathering.length(*at, "findings")
    if (several := _several(text, known))[1]:
        return several
    if match := _BY_NUMBER.match(text):
        said = match["nth"] or match["number"]
        number = int(said) if said.isdecimal() else han_value(said)
        if 0 < number <= known:
            return [f"w{number}"], match.end()
    elif match := _BY_WORDS.match(text):
        words = folded(match["words"])
        fitting = [
            f"w{n + 1}"
            for n in range(known)
            if (found := values.get((*at, "findings", n, "text"))) and words in folded(found.text)
        ]
        if len(fitting) == 1:
            return fitting, 0
    return [], 0


def put_uses(context: Context, slots: Sequence[Stretch], at: At = ()) -> None:
    """What the results were used for."""
    for entry in entries(context, slots):
        n = context.gathering.length(*at, "uses")
        context.put_spans((*at, "uses", n, "text"), entry.text, entry.spans)
