"""Amounts with their printed unit, and how numbers are read and printed.

Points and money are decimals throughout; a value keeps the places it was written with, and
nothing is converted unless somebody asks for another unit.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Self

from generator.values.choices import Choice
from generator.values.text import half_width

WHOLE = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,18})"
"""Digits as people type them: thousands separators are optional, and stand in their places."""
DIGITS_BEHIND = r"(?:\d{0,2}(?:,\d{3}){1,5}|\d{0,17})(?:\.\d{1,8})?"
"""What `UNSIGNED` has behind its first digit: a pattern that begins with `\\d` is found sooner."""
UNSIGNED = rf"{WHOLE}(?:\.\d{{1,8}})?"
NUMBER = rf"[+-]?{UNSIGNED}"
"""Every number that is read, once its signs are half-width."""

_NUMBER = re.compile(NUMBER, re.ASCII)
_HUNDRED = Decimal(100)
_EXACT = Context(prec=60)
"""Digits enough for any rate of two amounts that `parse` accepts."""
_SHOWN = 2
"""Decimals of a rate, and of a sum that is rounded for reading."""
_MOST = 8
"""Decimals that a number has at most where it is read."""


class Unit(Choice):
    """The unit money is printed in."""

    YUAN = "yuan", "元"
    WAN_YUAN = "wan_yuan", "万元"
    YI_YUAN = "yi_yuan", "亿元"

    @classmethod
    def is_guessed(cls) -> bool:
        """Never: 千元 looks like 万元 and is a tenth of it."""
        return False

    @classmethod
    def meant(cls, text: str) -> Self | None:
        """The unit that is abbreviated, or told more fully than need be."""
        plain = text.strip().removeprefix("单位").strip(" :：").removeprefix("人民币")
        short = {"万": "万元", "亿": "亿元", "圆": "元", "人民币": "元"}
        return super().meant(short.get(plain.strip(), plain))

    @property
    def yuan(self) -> Decimal:
        """How many 元 one of this unit is."""
        return _YUAN[self]


_LONGEST_FIRST = (Unit.WAN_YUAN, Unit.YI_YUAN, Unit.YUAN)
_YUAN = {Unit.YUAN: Decimal(1), Unit.WAN_YUAN: Decimal(10**4), Unit.YI_YUAN: Decimal(10**8)}


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money as printed."""

    value: Decimal
    unit: Unit

    def to(self, unit: Unit) -> "Amount":
        """The same sum in another unit, exactly."""
        return self if unit is self.unit else Amount(self.value * self.unit.yuan / unit.yuan, unit)

    @property
    def half(self) -> "Amount":
        """Half a unit of the last digit printed."""
        return Amount(half_digit(self.value), self.unit)

    def fits(self, other: "Amount") -> bool:
        """Whether the other sum may have been printed as this one."""
        return fits(self.value, other.to(self.unit).value)

    @property
    def is_long(self) -> bool:
        """Whether it is read more easily rounded: 1亿元 and more, printed in a smaller unit."""
        least = Unit.YI_YUAN.yuan / self.unit.yuan
        return self.unit is not Unit.YI_YUAN and abs(self.value) >= least

    @property
    def in_short(self) -> "Amount":
        """As it is read in a sentence: a long one in 亿元 with two decimals, half up."""
        if not self.is_long:
            return self
        value = self.to(Unit.YI_YUAN).value
        places = Decimal(1).scaleb(-_SHOWN)
        return Amount(value.quantize(places, ROUND_HALF_UP, _EXACT), Unit.YI_YUAN)

    @property
    def in_column(self) -> "Amount":
        """As it stands below others: in 万元, exactly, without needless zeros where converted."""
        if self.unit is Unit.WAN_YUAN:
            return self
        return Amount(rounded(self.to(Unit.WAN_YUAN).value, 2 * _MOST), Unit.WAN_YUAN)

    @property
    def in_yuan(self) -> str:
        """In 元 as programs read it: no separators, no needless zeros."""
        return f"{rounded(self.to(Unit.YUAN).value, _MOST):f}"

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.value + other.to(self.unit).value, self.unit)

    def __str__(self) -> str:
        return f"{grouped(self.value)}{self.unit.label}"


class Printed(Decimal):
    """A number that was printed with a per-cent sign behind it: `20%` of 100 points are 20."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sum of money outside a fund table: with its own unit, or in that of the table."""

    value: Decimal
    unit: Unit | None = None

    def amount(self, table: Unit | None) -> Amount | None:
        """The sum in its unit, else in that of the table; None where neither says one."""
        unit = self.unit or table
        return Amount(self.value, unit) if unit else None

    def __str__(self) -> str:
        return f"{self.value:f}{self.unit.label if self.unit else ''}"


@lru_cache(maxsize=4096)  # the same few thousand numbers fill all reports
def parse(text: str) -> Decimal | None:
    """The number a person wrote, `1,234.50` or `１２．５`; None when it is not one.

    Digits are ASCII or full-width ones; thousands separators must stand in their places.
    """
    plain = half_width(text).strip()
    if not _NUMBER.fullmatch(plain):
        return None
    return Decimal(plain.replace(",", ""))


def number_of(found: str) -> Decimal:
    """The number that a pattern found with `UNSIGNED`."""
    return Decimal(found.replace(",", ""))


def parse_percent(text: str) -> Decimal | None:
    """The number before a per-cent sign: `100%` is 100; None without the sign."""
    plain = half_width(text).strip()
    return parse(plain.removesuffix("%")) if plain.endswith("%") else None


@lru_cache(maxsize=4096)
def parse_share(text: str) -> Decimal | None:
    """A number with or without a per-cent sign: `20`, or `20%` as a `Printed`."""
    percent = parse_percent(text)
    return parse(text) if percent is None else Printed(percent)


def parse_sum(text: str) -> Quoted | None:
    """An amount with or without a unit behind it: `3.6万元`, `40`."""
    plain = half_width(text).strip()
    unit = next((u for u in _LONGEST_FIRST if plain.endswith(u.label)), None)
    number = parse(plain.removesuffix(unit.label) if unit else plain)
    return None if number is None else Quoted(number, unit)


def grouped(number: Decimal) -> str:
    """With thousands separators, all its places kept: `1,234.50`."""
    return f"{number:,f}"


def printed(number: Decimal) -> str:
    """As the report prints it: with its per-cent sign, where it has one."""
    return f"{grouped(number)}%" if isinstance(number, Printed) else grouped(number)


def rounded(number: Decimal, places: int) -> Decimal:
    """Half up, as the forms do; trailing zeros go: `135.714` to `135.71`, `100.00` to `100`."""
    exact = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    whole = exact.to_integral_value()
    return whole if exact == whole else exact.normalize(_EXACT)


def percent(number: Decimal) -> str:
    """A rate as people read it: `135.71%`."""
    return f"{grouped(rounded(number, _SHOWN))}%"


def places_of(number: Decimal) -> int:
    """How many decimals a number was printed with."""
    return len(f"{number:f}".partition(".")[2])


def last_digit(*numbers: Decimal) -> Decimal:
    """A unit of the last digit of the finest of these; nothing of whole ones: they are exact."""
    places = max(map(places_of, numbers))
    return Decimal(1).scaleb(-places) if places else Decimal(0)


def half_digit(number: Decimal) -> Decimal:
    """Half a unit of the last digit printed: what rounding may account for."""
    return Decimal(5).scaleb(-places_of(number) - 1)


def fits(printed: Decimal, exact: Decimal) -> bool:
    """Whether a number may have been printed so: no further off than rounding accounts for."""
    return abs(exact - printed) <= half_digit(printed)


def rate_fits(printed: Decimal, rate: Decimal) -> bool:
    """The same for per cent: a rate above all there was may be printed as all of it."""
    return fits(printed, min(rate, max(printed, _HUNDRED)))


def rounding(amounts: Iterable[Amount], unit: Unit) -> Decimal:
    """What the rounding of several sums may account for together, in one unit."""
    return sum((amount.half.to(unit).value for amount in amounts), Decimal(0))


def percentage(part: Decimal, whole: Decimal) -> Decimal | None:
    """`part` in per cent of `whole`, unrounded; None where there is nothing to divide by."""
    return part * _HUNDRED / whole if whole else None
