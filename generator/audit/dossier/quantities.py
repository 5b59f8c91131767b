"""Figures with their units in texts, and the words that stand beside each.

What is read is what is counted or measured: people, pieces, lengths, areas, money, per cent. A
magnitude is part of the figure (`0.1286亿元` is `1286.00万元`), a date, a number of a paper and a
place in a list are no quantities.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.values.lazily import lazily
from generator.values.money import DIGITS_BEHIND, grouped, half_digit, parse, rounded
from generator.values.text import half_width

UNITS = (
    "美元", "欧元", "元", "平方公里", "平方米", "立方米", "公里", "千米", "公斤", "千克",
    "公顷", "千瓦时", "千瓦", "剂次", "车次", "班次", "课时", "学时", "人次", "户次", "头次",
    "场次", "批次", "个百分点", "个月", "小时", "分钟", "吨", "亩", "米", "克", "人", "名",
    "位", "户", "家", "个", "座", "处", "台", "套", "件", "所", "村", "辆", "盏", "根", "期",
    "场", "册", "种", "份", "本", "次", "项", "条", "头", "只", "株", "块", "栋", "间", "张",
    "批", "部", "门", "对", "片", "宗", "例", "起", "支", "篇", "羽", "尾", "棵", "剂", "床",
    "瓶", "桶", "袋", "箱", "盒", "双", "副", "幅", "组", "枚", "口", "眼", "艘", "架", "页",
    "天", "倍", "分", "%", "‰",
)  # fmt: skip
_FIGURE = lazily(
    rf"(\d(?<![\d.A-Za-z〔第\-−－]\d)(?<!\d,\d){DIGITS_BEHIND})\s?([万亿]?)({'|'.join(UNITS)})(?![期级次]?分之)",
    re.ASCII,
)
_DIGIT = lazily("[0-9０-９]")
_WORTH = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
_PARTING = lazily("[，。；、：,;:！!？?（(）)\n]")
_PARTING_BEFORE = lazily("[，。；、：,:;！!？?（(）)\n÷×✕=＝]")
"""A sign of reckoning too parts a figure from the one it is reckoned with."""
_WORDS_BEFORE, _WORDS_BEHIND = 16, 8
_PLACES = 4
_SENTENCE_END = "。；;！!？?\n"
PEOPLE = frozenset(("人", "名", "位"))
"""Three words for one unit."""


class Quantity(NamedTuple):
    """A figure of a text."""

    value: Decimal
    """In plain units: 万 and 亿 are counted in."""
    half: Decimal
    """Half a unit of the last digit printed."""
    unit: str
    said: str
    """As it is printed, with its unit."""
    before: str
    """The words of its clause before it."""
    behind: str
    """The words of its clause behind it."""
    start: int
    """Where it begins in the text, half-width."""
    worth: Decimal
    """What its magnitude multiplies by."""

    def likewise(self, value: Decimal) -> str:
        """Another value as this one is printed: `33200` beside `3.62万吨` is `3.32万吨`."""
        magnitude = next(sign for sign, worth in _WORTH.items() if worth == self.worth)
        return f"{grouped(rounded(value / self.worth, _PLACES))}{magnitude}{self.unit}"


@lru_cache(maxsize=4096)  # several rules look through the same texts
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text, in order."""
    return tuple(_found(half_width(text))) if _DIGIT.search(text) else ()


def _found(plain: str) -> Iterator[Quantity]:
    for match in _FIGURE.finditer(plain):
        number = parse(match[1])
        if number is not None:
            worth, unit = _WORTH[match[2]], match[3]
            start, end = match.span()
            yield Quantity(
                number * worth,
                half_digit(number) * worth,
                "人" if unit in PEOPLE else unit,
                match[0],
                _PARTING_BEFORE.split(plain[max(0, start - _WORDS_BEFORE) : start])[-1].strip(),
                _PARTING.split(plain[end : end + _WORDS_BEHIND], 1)[0],
                start,
                worth,
            )


def words_behind(text: str, one: Quantity) -> str:
    """All that its clause says behind a quantity of a half-width text."""
    end = one.start + len(one.said)
    return _PARTING.split(text[end : end + _CLAUSE], 1)[0]


_CLAUSE = 40
_REACH = 400


def sentence_of(text: str, at: int) -> str:
    """The sentence of a half-width text that a place is in; no more than so much of a long one."""
    start, end = max(0, at - _REACH), at + _REACH
    for sign in _SENTENCE_END:  # each has less to look through than the one before it
        start = max(start, text.rfind(sign, start, at) + 1)
        if (place := text.find(sign, at, end)) >= 0:
            end = place
    return text[start:end]


@lru_cache(maxsize=1024)
def measured_in(unit: str) -> tuple[Decimal, str]:
    """The unit of a cell as quantities have it: `万元` is ten thousand of `元`."""
    plain = half_width(unit).strip()
    for magnitude in ("万", "亿"):
        if plain.startswith(magnitude) and len(plain) > 1:
            return _WORTH[magnitude], plain[1:]
    return Decimal(1), "人" if plain in PEOPLE else plain
