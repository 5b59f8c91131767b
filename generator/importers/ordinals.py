"""Numbers before headings and items: `一、`, `（二）`, `3．`, `（4）`, `⑤`, `一是`, `问题6：`."""

import re
from enum import Enum
from typing import NamedTuple

_DIGITS = "一二三四五六七八九"
_TEN, _HUNDRED = 10, 100
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Style(Enum):
    """How an ordinal is written, from the highest level that reports use to the lowest."""

    PART = 1
    HAN = 2
    HAN_IN_BRACKETS = 3
    DECIMAL = 4
    DECIMAL_IN_BRACKETS = 5
    CIRCLED = 6
    IN_WORDS = 7
    NAMED = 8


class Ordinal(NamedTuple):
    """An ordinal at the beginning of a text."""

    style: Style
    printed: str
    value: int
    end: int
    """Where what it numbers begins."""


_PATTERNS = (
    (
        Style.PART,
        re.compile(r"第(?P<han>[一二三四五六七八九十]{1,3})(?:部分|章|节)[\s、：:.．]{0,3}"),
    ),
    (Style.HAN, re.compile(r"(?P<han>[一二三四五六七八九十]{1,3})\s?[、.．，]\s?")),
    (
        Style.HAN_IN_BRACKETS,
        re.compile(r"[（(〔]\s?(?P<han>[一二三四五六七八九十]{1,3})\s?[）)〕][、.．]?\s?"),
    ),
    (
        Style.DECIMAL,
        re.compile(
            r"(?P<digits>[0-9０-９]{1,2})\s?"
            r"(?:[、]|[.．](?![0-9０-９])|\s(?=[\u4e00-\u9fff]))\s?"
        ),
    ),
    (
        Style.DECIMAL_IN_BRACKETS,
        re.compile(r"(?:[（(]\s?(?P<digits>[0-9０-９]{1,2})\s?[）)]|(?P<closed>[0-9]{1,2})[）)])[、.．]?\s?"),
    ),
    (Style.CIRCLED, re.compile(rf"(?P<circled>[{_CIRCLED}])[、.．]?\s?")),
    (
        Style.IN_WORDS,
        re.compile(
            r"(?:(?P<han>[一二三四五六七八九十]{1,2})(?:是|、是)|第(?P<nth>[一二三四五六七八九十]{1,2})[，,、：:])"
            r"[，,：:]?\s?"
        ),
    ),
    (
        Style.NAMED,
        re.compile(
            r"(?:存在)?(?:问题|建议|意见|措施)\s?(?:(?P<han>[一二三四五六七八九十]{1,3})|(?P<digits>[0-9０-９]{1,2}))"
            r"(?:\s?[：:、.．]\s?|\s{1,4}|(?=[（(](?:对应|针对|回应|解决)))"
        ),
    ),
)  # fmt: skip
_INNER = re.compile(
    rf"(?<=[。；;：:，,\s])\s?(?:[一二三四五六七八九十]{{1,2}}是|[{_CIRCLED}]|[（(][0-9]{{1,2}}[）)]"
    r"|第[一二三四五六七八九十]{1,2}[，,、])"
    r"|(?<=[。；;：:\s])\s?(?:[0-9]{1,2}[、.．](?![0-9])|[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)"
)
"""Where a further item begins within a paragraph."""


def ordinal(text: str) -> Ordinal | None:
    """The ordinal a text begins with."""
    for style, pattern in _PATTERNS:
        if match := pattern.match(text):
            return Ordinal(style, match[0].strip(), _value(match.groupdict()), match.end())
    return None


def inner_starts(text: str) -> list[int]:
    """Where the second and further items of a running list begin: `一是…；二是…`."""
    return [
        match.start() + len(match[0]) - len(match[0].lstrip()) for match in _INNER.finditer(text)
    ]


def han(number: int) -> str:
    """A number up to 99 in characters; figures beyond."""
    if not 0 < number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return head + (_DIGITS[ones - 1] if ones else "")


def circled(number: int) -> str:
    """A number in a circle up to 20; figures beyond."""
    return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else str(number)


def han_value(text: str) -> int:
    """The number that characters up to 九十九 spell; 0 for none."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.find(text) + 1
    return (_DIGITS.find(tens) + 1 if tens else 1) * _TEN + (_DIGITS.find(ones) + 1 if ones else 0)


def _value(groups: dict[str, str | None]) -> int:
    if found := groups.get("circled"):
        return _CIRCLED.index(found) + 1
    if found := groups.get("han") or groups.get("nth"):
        return han_value(found)
    return int(groups.get("digits") or groups.get("closed") or 0)
