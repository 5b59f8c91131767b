"""Figures in a cell, each with its unit: where they stand and what number they are."""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.values.cells.numerals import NUMERALS, chinese
from generator.values.cells.units import FIRST, UNIT
from generator.values.money import parse

_NAMED = re.compile(
    r"《[^《》]{0,60}》|[〔\[(](?:19|20)\d\d[〕\])]第?\d{0,6}号?|第[\d"
    + NUMERALS
    + r"]{1,6}|十[三四五]五|二十大"
    r"|(?:19|20)\d\d年度?(?![\d/])|[A-Za-z]{1,12}[-.]?\d[\d.]{0,8}(?:[-/]\d{1,6}){0,2}|\d{1,4}[A-Z](?![a-zA-Z])(?=[\u4e00-\u9fff])"
)
"""Numbers that are part of a name: of a paper, a standard, a year, a rank."""
_FIGURE = re.compile(
    rf"(?P<of>[百千])分之(?P<share>[{NUMERALS}]{{1,12}}|\d[\d,]{{0,24}}(?:\.\d{{1,8}})?)"
    r"|(?P<arabic>(?:(?<![\w%)‰])[+-])?\d[\d,]{0,24}(?:\.\d{1,8})?)(?P<half>个半(?=小时|月))?"
    rf"|(?P<chinese>[{NUMERALS}]{{1,12}})(?P<and_half>个半(?=小时|月))?"
    rf"(?=[余多]?个?[{FIRST}])",
    re.ASCII,
)
_UNCOUNTED = frozenset("数上好成几")
"""Before a numeral they leave its number open: 数百人."""
_HALF = Decimal("0.5")


class Figure(NamedTuple):
    """One figure with its place in the text."""

    start: int
    end: int
    """Behind its unit."""
    number: Decimal | None
    """None where it is no number, or none that can be told: `12,34`, 数百人."""
    magnitude: str
    """万, 亿, or nothing."""
    unit: str
    in_words: bool
    """Whether it is written in Chinese numerals."""
    is_about: bool
    """Whether 余 or 多 stands behind the number."""


def without_names(text: str) -> str:
    """The text with numbers that are part of a name hidden."""
    return _NAMED.sub(lambda match: "□" * len(match[0]), text)


def figures_of(text: str) -> tuple[Figure, ...]:
    """Every figure, in order."""
    found: list[Figure] = []
    position = 0
    while match := _FIGURE.search(text, position):
        figure = _figure(text, match)
        position = match.end() if figure is None else figure.end
        if figure is not None:
            found.append(figure)
    return tuple(found)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    if share := match["share"]:
        number = parse(share) if share[0].isdigit() else chinese(share)
        unit = "%" if match["of"] == "百" else "‰"
        in_words = not share[0].isdigit()
        return Figure(match.start(), match.end(), number, "", unit, in_words, is_about=False)
    word, magnitude = match["chinese"], ""
    if word:
        stem = word.rstrip("万亿")
        if stem and len(word) - len(stem) == 1:
            word, magnitude = stem, word[-1]
        number = chinese(word)
        if number is None:
            return None
        if text[match.start() - 1 : match.start()] in _UNCOUNTED:
            number = None
    else:
        number = parse(match["arabic"])
    if number is not None and (match["half"] or match["and_half"]):
        number += _HALF
    end = match.end()
    about = text[end : end + 1] in ("余", "多")
    measured = UNIT.match(text, end + about)
    if measured is None:
        return None
    unit = measured[3] or ""
    if word and not unit:
        return None
    if unit != "个":
        unit = unit.removeprefix("个")
    return Figure(
        match.start(), measured.end(), number, magnitude or measured[1], unit,
        in_words=bool(word), is_about=about or bool(measured[2]),
    )  # fmt: skip
