"""Targets and actual values: how a cell is read, and how one is held against the other."""

import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from generator.values.cells.signs import Operator
from generator.values.money import NUMBER, parse, rounded
from generator.values.text import half_width


class Quantity(NamedTuple):
    """What stands in a cell: `≥95%`."""

    sign: Operator | None
    number: Decimal
    unit: str
    """What follows the number, half-width; often nothing."""

    @property
    def has_plain_unit(self) -> bool:
        """Whether what follows the number can be a unit, rather than words such as 人以上."""
        return not _WORDS.search(self.unit)


class Comparison(NamedTuple):
    """An actual value held against its target, both in one unit."""

    operator: Operator
    target: Decimal
    actual: Decimal

    @property
    def is_met(self) -> bool | None:
        """By the numbers as they are printed.

        None above a target that was to be met exactly: thirteen issues of a bulletin where twelve
        were planned may be welcome or not, and no rule says which. Above an exact zero nothing is
        welcome.
        """
        match self.operator:
            case Operator.AT_LEAST:
                return self.actual >= self.target
            case Operator.AT_MOST:
                return self.actual <= self.target
            case Operator.MORE:
                return self.actual > self.target
            case Operator.LESS:
                return self.actual < self.target
        return None if self.actual > self.target > 0 else self.actual == self.target

    @property
    def attainment(self) -> Decimal | None:
        """Actual ÷ target, or target ÷ actual where less is better; at least 1 when met.

        None where a proportion says nothing: beside a zero, below zero, and above a target that
        was to be met exactly.
        """
        if self.target <= 0 or self.actual < 0:
            return None
        if self.operator.wants_less:
            return self.target / self.actual if self.actual else None
        if self.operator is Operator.EQUAL and self.actual > self.target:
            return None
        return self.actual / self.target

    def earned(self, weight: Decimal, places: int) -> Decimal | None:
        """The score in proportion to what was attained, at most full marks, as a frame prints it.

        None where a proportion says nothing.
        """
        part = self.attainment
        return None if part is None else rounded(weight * min(part, Decimal(1)), places)


def quantity(text: str | None) -> Quantity | None:
    """The number in a cell with its sign and unit; None where the cell begins otherwise."""
    return _quantity(text) if text and len(text) <= _LONGEST else None


@lru_cache(4096)
def _quantity(text: str) -> Quantity | None:
    match = _QUANTITY.fullmatch(half_width(text).strip())
    if match is None or (number := parse(match[2])) is None:
        return None
    return Quantity(_SIGNS[match[1]] if match[1] else None, number, (match[3] or "").strip())


@lru_cache(1024)
def unit(text: str) -> str:
    """A unit as it is compared: `％` and `%` are the same."""
    return half_width(text).strip()


_LONGEST = 40
_QUANTITY = re.compile(
    rf"(?<!\s)([>＞<＜]=|[≥≧≤≦>＞<＜=＝])?\s*({NUMBER})\s*([^\d\s.,][^\d]{{0,15}})?", re.ASCII
)
_SIGNS = MappingProxyType(
    dict.fromkeys(("≥", "≧", ">=", "＞="), Operator.AT_LEAST)
    | dict.fromkeys(("≤", "≦", "<=", "＜="), Operator.AT_MOST)
    | dict.fromkeys((">", "＞"), Operator.MORE)
    | dict.fromkeys(("<", "＜"), Operator.LESS)
    | dict.fromkeys(("=", "＝"), Operator.EQUAL)
)
_WORDS = re.compile(r"[以余多约左右上下至到内外]|.{5}")
