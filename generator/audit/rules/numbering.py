"""序号重复、跳号或颠倒。

同一上级标题下，或同一节文字中，序号没有依次排列。

原因：序号错误说明有内容漏掉、重复或放错位置，引用“第二条”时也说不清是哪一条。

公式：同一上级标题下，同一写法（一、（一）1、（1）第一部分 ①等）的序号应从 1 起逐个增加。一处错误只
报告一次：跳号之后补上的号不再报告，重复或颠倒的一个可能本是缺的那一号，错误之后从实际写的号接着数。
中间隔着另一写法的同级标题时，可以从 1 重新开始。注明摘编的记录不报告跳号。一节文字中，写在段首的序
号同样核对，但不要求从 1 开始，隔着没有序号的段落可以重新开始。

依据：《党政机关公文格式》（GB/T 9704）：结构层次序数依次用“一、”“（一）”“1.”“（1）”标
注。

反例：1、到位情况，2、使用情况，2、管理情况。

正例：（一）（二）（三）依次排列，每个（一）之下另从 1、开始。

改法：核对序号，补上漏掉的内容，改正重复、跳过的号。
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.documents import Section
from generator.source import At
from generator.values.lazily import lazily
from generator.values.text import half_width, shown

SEVERITY = Severity.ERROR
NEEDS = (needs.WHOLE, needs.SECTIONS)

_HAN = "一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LONGEST = 12
_CLOSING = (")", "）", "〕")
_PRINTED = lazily(
    rf"(?P<open>[（(〔])?\s?(?P<nth>第)?(?:(?P<han>[{_HAN}十]{{1,3}})|(?P<digits>[0-9]{{1,2}})"
    rf"|(?P<circled>[{_CIRCLED}]))(?P<end>\s?[）)〕]|部分|章|节|条|[、.．](?![0-9])|(?=\s|$))"
)
_PARTS = ("部分", "章", "节", "条")


class _Number(NamedTuple):
    """A printed ordinal: how it is written, and what it counts."""

    style: str
    value: int
    printed: str


@dataclass(slots=True)
class _Run:
    """The numbers of one style under one heading, as far as they have come."""

    last: int = 0
    printed: str = ""
    missing: set[int] = field(default_factory=set)
    strays: int = 0
    """Numbers out of order since the last: each may stand for one that is missing behind it."""

    def fault(self, number: _Number) -> tuple[str, bool]:
        """What is wrong with the next number, which then joins, and whether it is a gap."""
        expected = self.last + 1
        if number.value in self.missing:
            self.missing.discard(number.value)
            return "", False
        self.strays += number.value <= self.last
        if number.value == self.last:
            return f"与前一个「{self.printed}」序号重复", False
        if number.value < self.last:
            return f"排在「{self.printed}」之后，序号颠倒", False
        before, self.last, self.printed = self.printed, number.value, number.printed
        self.missing |= set(range(expected, number.value))
        expected, self.strays = expected + self.strays, 0
        if number.value <= expected:
            return "", False
        return (
            f"之前缺第 {expected} 号" if before else f"是第一个，应从第 {expected} 号开始"
        ), True


Runs = dict[str, _Run]


def check(subject: Subject) -> Iterator[Result]:
    """At the printed number of a section, or at the text that holds the list."""
    sections = subject.evaluation.sections
    yield from _headings(sections, gaps=not subject.evaluation.source.excerpt)
    for n, section in enumerate(sections):
        if section.text and "\n" in section.text:
            yield from _listed(("sections", n, "text"), section.paragraphs)


def _headings(sections: Iterable[Section], *, gaps: bool) -> Iterator[Result]:
    levels: dict[int, Runs] = {}
    for n, section in enumerate(sections):
        levels = {level: runs for level, runs in levels.items() if level <= section.level}
        printed = section.number
        number = _read(printed[:_LONGEST], alone=True) if printed else None
        if number is None:
            continue
        fault, is_gap = _run(levels.setdefault(section.level, {}), number).fault(number)
        if fault and (gaps or not is_gap):
            heading = f"「{section.number}{shown(section.title)}」"
            yield _result(("sections", n, "number"), heading, fault, number)


def _listed(path: At, paragraphs: Iterable[str]) -> Iterator[Result]:
    runs: Runs = {}
    for paragraph in paragraphs:
        number = _read(paragraph[:_LONGEST], alone=False)
        if number is None:
            runs.clear()
            continue
        run = _run(runs, number)
        if not run.printed:
            run.last = number.value - 1
        if fault := run.fault(number)[0]:
            yield _result(path, f"段首「{shown(paragraph)}」", fault, number)


def _result(path: At, where: str, fault: str, number: _Number) -> Result:
    return Result(path, f"{where}{fault}", "请核对序号和内容", number.printed)


def _run(runs: Runs, number: _Number) -> _Run:
    """The run a number belongs to; another style in between lets it begin anew."""
    parted = next(reversed(runs), number.style) != number.style
    run = runs.pop(number.style, None)
    if run is None or (parted and number.value == 1):
        run = _Run()
    runs[number.style] = run
    return run


@lru_cache(1024)  # most documents number alike
def _read(text: str, *, alone: bool) -> _Number | None:
    """The ordinal a text begins with; without a sign behind it only where it stands alone."""
    match = _PRINTED.match(half_width(text))
    if match is None:
        return None
    end = match["end"].strip()
    closed = end in _CLOSING if match["open"] else bool(match["nth"]) == (end in _PARTS)
    value = _value(match)
    if not closed or not value or not (end or alone or match["circled"]):
        return None
    kind = next(name for name in ("han", "digits", "circled") if match[name])
    style = f"{kind}{match['open'] or ''}{end if end in (*_PARTS, *_CLOSING) else ''}"
    return _Number(style, value, text[: match.end()].strip())


def _value(match: re.Match[str]) -> int:
    """What the ordinal counts, 0 for none."""
    if match["digits"]:
        return int(match["digits"])
    if match["circled"]:
        return _CIRCLED.index(match["circled"]) + 1
    tens, ten, units = match["han"].partition("十")
    known = [_HAN.find(word) + 1 if word else 0 for word in (tens, units)]
    return (known[0] or 1) * 10 + known[1] if ten else known[0] * (len(tens) == 1)
