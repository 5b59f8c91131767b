"""Figures in a cell, each with its unit: where they stand and what number they are."""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.values.cells.numerals import DIGITS, NUMERALS, chinese, is_rough
from generator.values.cells.units import FIRST, UNIT, compound
from generator.values.lazily import lazily
from generator.values.money import parse

_NAMED = lazily(
    r"《[^《》]{0,60}》|[〔\[(](?:19|20)\d\d[〕\])]第?\d{0,6}号?|第[\d"
    + NUMERALS
    + r"]{1,6}|十[三四五]五|二十大"
    r"|(?:19|20)\d\d年度?(?!\d{1,2}(?:[月日号.-]|$)|/)|[A-Za-z]{1,12}[-.]?\d[\d.]{0,8}(?:[-/]\d{1,6}){0,2}"
    r"|\d{1,4}[A-Z](?![a-zA-Z])(?=[\u4e00-\u9fff])|三四线"
)
"""Numbers that are part of a name: of a paper, a standard, a year, a rank."""
_WORD = rf"[{NUMERALS}]{{1,12}}(?:点(?!一线)[{DIGITS}]{{1,6}}[万亿千百]?)?"
_FIGURE = lazily(
    rf"(?P<of>[百千])分之(?P<share>{_WORD}|\d[\d,]{{0,24}}(?:\.\d{{1,8}})?)"
    rf"|(?P<tenths>[{DIGITS}]|\d)成(?P<more>[半{DIGITS}])(?![\u4e00-\u9fff](?<![以之左及内]))"
    r"|(?P<all>百分百)"
    r"|(?P<arabic>(?:(?<![\w%)‰万亿元])[+-])?\d[\d,]{0,24}(?:\.\d{1,8})?)(?P<half>个半(?=小时|月|工作日|学期))?"
    rf"|(?P<open>[{NUMERALS}]{{0,6}}几[十百千万亿]{{0,4}}(?=[个{FIRST}]))"
    rf"|(?P<chinese>(?!(?<=/)[百千]){_WORD})(?P<and_half>个半(?=小时|月|工作日|学期))?"
    rf"(?=[余多来]?个?[{FIRST}]|[到至~～—–-][{NUMERALS}]|(?P<last>及?以[上下内]|之内|左右|上下|[()]|$))",
    re.ASCII,
)
_UNCOUNTED = frozenset("数上好成几")
"""Before a numeral they leave its number open: 数百人."""
_BESIDE = frozenset("于过≥≤≯≮>＞<＜=＝少约近:币资费额款价(")
"""What stands before a numeral that is a number without a unit: 不少于二十."""
_MYRIADS = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_HALVED = frozenset(
    ("天", "年", "日", "小时", "月", "周", "学期", "倍", "公里", "亩", "斤", "公斤", "里")
)
_WHOLE_HALF = lazily(r"半(?![径数年天月小工决])")
_LONG = 3
"""Signs of a numeral that is no word: 一万二, but 万一."""
_HALF = Decimal("0.5")
_TWO_READINGS = "数字的写法有两种读法"
_OPEN = "数字没有说定"


class Figure(NamedTuple):
    """One figure with its place in the text."""

    start: int
    end: int
    """Behind its unit."""
    number: Decimal | None
    """None where it is no number, or none that can be told: `12,34`, 数百人."""
    magnitude: str = ""
    """万, 亿, or nothing."""
    unit: str = ""
    in_words: bool = False
    """Whether it is written in Chinese numerals."""
    is_about: bool = False
    """Whether 余, 多 or 来 stands behind the number."""
    fault: str = _TWO_READINGS
    """Why there is no number, where there is none."""


def without_names(text: str) -> str:
    """The text with numbers that are part of a name hidden."""
    return _NAMED.sub(lambda match: "□" * len(match[0]), text)


def figures_of(text: str) -> tuple[Figure, ...]:
    """Every figure, in order."""
    found: list[Figure] = []
    position = 0
    while match := _FIGURE.search(text, position):
        figure = _figure(text, match)
        position = max(figure.end if figure else match.end(), position + 1)
        if figure:
            found.append(figure)
    return tuple(found)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    if match["all"]:
        return Figure(start, end, Decimal(100), unit="%", in_words=True)
    if share := match["share"]:
        number = parse(share) if share[0].isascii() else chinese(share)
        unit = "%" if match["of"] == "百" else "‰"
        return Figure(start, end, number, unit=unit, in_words=not share[0].isascii())
    if tenths := match["tenths"]:
        more = chinese(match["more"])
        whole = chinese(tenths) or parse(tenths)
        if whole is None or more is None:
            return None
        ones = more if more >= 1 else more * 10
        return Figure(start, end, whole * 10 + ones, unit="%", in_words=True)
    if match["open"]:
        measured = UNIT.match(text, end)
        return Figure(start, measured.end() if measured else end, None, fault=_OPEN)
    return _counted(text, match)


def _counted(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    is_last, in_words = match["last"] is not None, match["chinese"] is not None
    number, magnitude, fault = _numeral(text, match) if in_words else (
        parse(match["arabic"]), "", _TWO_READINGS
    )  # fmt: skip
    if (
        in_words
        and number is None
        and (not fault or (is_last and (start or len(match["chinese"]) < _LONG)))
    ):
        return None
    if is_last and not _is_alone(text, start):
        return None
    if number is not None and (match["half"] or match["and_half"]):
        number += _HALF
    about = text[end : end + 1] in ("余", "多", "来") and text[end + 1 : end + 2] != "自"
    measured = UNIT.match(text, end + about)
    if measured is None:
        return None
    magnitude = magnitude or measured[1].removeprefix("个")
    unit, end = measured[3] or "", measured.end()
    if in_words and not (unit or is_last or magnitude or about or text[end : end + 1] in _JOINTS):
        return None
    if unit in _HALVED and number is not None and _WHOLE_HALF.match(text, end):
        number, end = number + _HALF, end + 1
    unit = unit if unit == "个" else unit.removeprefix("个")
    joined = compound(unit, text, end) if unit else (unit, end)
    if isinstance(joined, str):
        return Figure(start, end, None, fault=joined)
    is_about = about or bool(measured[2])
    return Figure(start, joined[1], number, magnitude, joined[0], in_words, is_about, fault)


def _numeral(text: str, match: re.Match[str]) -> tuple[Decimal | None, str, str]:
    """The number of a numeral with its 万 or 亿; without a number, why, or "" if it is none."""
    word, magnitude = _magnitude(match["chinese"])
    before = text[match.start() - 1 : match.start()]
    leaves_open = before in _UNCOUNTED and (before != "成" or word[0] in "百千")
    number = chinese(word)
    if number is None and word in _MYRIADS and before in ("近", "约"):
        return _MYRIADS[word], magnitude, ""
    if number is None and not (is_rough(word) or (word in _MYRIADS and leaves_open)):
        return None, magnitude, ""
    if number is None or leaves_open:
        return None, magnitude, _OPEN
    return number, magnitude, _TWO_READINGS


_JOINTS = frozenset("到至~～—–-")


def _magnitude(word: str) -> tuple[str, str]:
    """A numeral and the one 万 or 亿 it ends with: 五十万 is 50 of 万."""
    stem = word.rstrip("万亿")
    return (stem, word[-1]) if stem and len(word) - len(stem) == 1 else (word, "")


def _is_alone(text: str, start: int) -> bool:
    """Whether a numeral without a unit is a number: nothing or a sign stands before it."""
    if start == 0:
        return True
    if text[start:] in ("零", "〇") and text[start - 1] == "为":
        return True
    return text[start - 1] in _BESIDE or text[:start].endswith(("达到", "至少", "最多", "最少"))
