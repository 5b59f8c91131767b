"""Limits that a document prints in words, held against figures that it prints."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.audit.dossier.quantities import UNITS
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, parse
from generator.values.text import half_width

_MEASURES = (
    "毫克/升",
    "毫克/立方米",
    "微克/立方米",
    "克/升",
    "分贝",
    "工作日",
    "日",
    "周",
    "度",
    "级",
)
_UNIT = rf"[万亿]?(?:{'|'.join((*_MEASURES, *UNITS))})(?:/[\u4e00-\u9fff]{{1,3}})?"
_ABOVE = lazily(rf"(?:高于|大于|超过|超出|多于|>)\s?({UNSIGNED})\s?({_UNIT})", re.ASCII)
_BELOW = lazily(rf"(?:低于|小于|少于|不足|不到|<)\s?({UNSIGNED})\s?({_UNIT})", re.ASCII)
_FROM = lazily(rf"(?<![\d.])({UNSIGNED})\s?({_UNIT})\s?[（(]?[及含]?[）)]?以上", re.ASCII)
_DENIED = lazily("未$|没有$|无$")


class Limit(NamedTuple):
    """What must not be reached, or passed."""

    number: Decimal
    unit: str
    is_floor: bool
    """Whether what is below it is beyond it."""
    is_inclusive: bool

    def is_crossed_by(self, number: Decimal) -> bool:
        """Whether a figure in its unit is beyond it."""
        if number == self.number:
            return self.is_inclusive
        return (number < self.number) is self.is_floor


def limits(text: str) -> Iterator[Limit]:
    """The limits a text names, in their units: `高于5毫克/升`, `3起及以上`."""
    plain = half_width(text)
    for pattern, is_floor, is_inclusive in (
        (_ABOVE, False, False), (_BELOW, True, False), (_FROM, False, True),
    ):  # fmt: skip
        for match in pattern.finditer(plain):
            number = parse(match[1])
            if number is not None and not _DENIED.search(plain[: match.start()][-2:]):
                yield Limit(number, match[2], is_floor, is_inclusive)


def crossed(rule: str, told: str) -> bool | None:
    """Whether a figure that is told is beyond a limit that a rule names, in the same unit.

    None where no limit has a figure in its unit.
    """
    plain = half_width(told)
    found = [
        limit.is_crossed_by(number)
        for limit in limits(rule)
        for number in _in_unit(plain, limit.unit)
    ]
    return any(found) if found else None


def _in_unit(text: str, unit: str) -> Iterator[Decimal]:
    """The figures directly before a unit."""
    at = text.find(unit)
    while at >= 0:
        digits = _LAST.search(text[max(0, at - _LONGEST) : at])
        number = parse(digits[0].strip()) if digits else None
        clause = text[max(text.rfind(sign, 0, at) for sign in _CLAUSE_END) + 1 : at]
        if number is not None and not _NONE.search(clause):
            yield number
        at = text.find(unit, at + 1)


_CLAUSE_END = "，,。；"
_NONE = lazily("[未没无]")
_LONGEST = 20
_LAST = lazily(rf"(?<![\d.,第月])(?<!\d年){UNSIGNED}\s?$", re.ASCII)
