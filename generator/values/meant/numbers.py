"""Numbers as people type them: `38分`, `9.5万元`, 三十八, `38.`, `约38`, `1O`, `(38)`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.values.cells.numerals import NUMERALS, chinese
from generator.values.meant.meaning import NOTHING, UNKNOWN, Meant, says_none, says_nothing
from generator.values.money import Unit, parse
from generator.values.text import half_width

_BEFORE = re.compile(r"^(?:人民币|合计|共计|[=¥￥$:：\s“‘「'\"]){1,3}")
_BEHIND = re.compile(r"[\s。.;；,，、整”’」'\"]{1,4}$")
_POINT = re.compile(r"(?<=\d)[。·](?=\d)", re.ASCII)
_ABOUT = re.compile(
    r"^(?:大?约|近|将近|超过?|不足|大概|[≈~～>≥<≤])\s?|(?:左右|余|多|以上|以下|上下)$"
)
"""What makes a number approximate; the number alone says something else."""
_FIGURE = re.compile(r"(?P<number>[+-]?\d[\d,. ]{0,24}|\.\d{1,8})(?P<unit>\D{0,12})", re.ASCII)
_NUMERAL = re.compile(
    rf"(?P<number>[{NUMERALS}点○]{{1,16}}?)(?P<unit>[万亿]?[^{NUMERALS}点○]{{0,12}})"
)
_IN_GROUPS = re.compile(r"[+-]?\d{1,3}(?: \d{3}){1,5}(?:\.\d{1,8})?", re.ASCII)
_LOOSE = re.compile(r"[+-]?\d[\d,]{0,20}(?:\.\d{1,8})?", re.ASCII)
_EITHER = re.compile(r"(?P<whole>[+-]?\d{1,3}),(?P<rest>\d{1,2})", re.ASCII)
"""A comma that stands for a point, or in the wrong place."""
_TAKEN_BACK = re.compile(r"\((?P<number>[\d,.]{1,24})\)", re.ASCII)
"""As accounts print what is below zero."""
_LETTERS = str.maketrans("OoIl", "0011")
_LETTER = re.compile("[OoIl]")
_LETTERED = re.compile(r"[OoIl]{0,2}\d[\d.,OoIl]{0,16}", re.ASCII)
_MONEY = {
    "元": Unit.YUAN, "圆": Unit.YUAN, "块": Unit.YUAN, "块钱": Unit.YUAN, "万": Unit.WAN_YUAN,
    "万元": Unit.WAN_YUAN, "亿": Unit.YI_YUAN, "亿元": Unit.YI_YUAN,
}  # fmt: skip
_UNUSUAL = {"千元": Decimal(1000), "百万": Decimal(10**6), "百万元": Decimal(10**6)}
"""Units in which no table is kept, in 元."""
_LARGE = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_UNIT = re.compile(r"[^\s，。；、,;~～/‰至到—–-]{1,4}")
"""What is counted, rather than a sentence that goes on."""
_LONGEST = 8
"""Decimals that a file may have."""


class _Figure(NamedTuple):
    value: Decimal
    unit: str
    is_sure: bool
    """Whether every sign was a part of it."""


def number(text: str, unit: str = "") -> Meant:
    """A number in a cell whose unit is known (分, 万元, 公里), or has none."""
    if says_nothing(text):
        return NOTHING
    if says_none(text):
        return Meant(("", "0"))
    if either := _either(half_width(text).strip()):
        return Meant(either)
    figure = _figure(text)
    if figure is None:
        return UNKNOWN
    meant = _in_unit(figure, unit)
    return meant._replace(is_sure=meant.is_sure and figure.is_sure)


def whole(text: str, unit: str = "") -> Meant:
    """The same of a whole number, a year among them: 二〇二一年."""
    plain = _plain(text).removesuffix("度").removesuffix("年")
    if plain and all(sign in _DIGITS for sign in plain):
        return Meant(("".join(_DIGITS[sign] for sign in plain),))
    if plain.isascii() and plain.isdigit():
        return Meant((plain,))
    meant = number(text, unit)
    fit = tuple(reading for reading in meant.readings if not reading or reading.isdigit())
    return Meant(fit, meant.is_sure and fit == meant.readings) if fit else UNKNOWN


def share(text: str, unit: str = "") -> Meant:
    """A number with or without a per-cent sign."""
    rate = _of_hundred(text)
    return number(text, unit) if rate is None else Meant((f"{rate}%",))


def percent(text: str, unit: str = "") -> Meant:
    """A rate; what is not above one may be a part of one as well."""
    rate = _of_hundred(text)
    if rate is not None:
        return Meant((f"{rate}%",))
    meant = number(text, unit)
    if not meant.readings or "" in meant.readings:
        return meant._replace(readings=meant.readings[:1])
    value = Decimal(meant.readings[0])
    if abs(value) <= 1:
        return Meant((f"{meant.readings[0]}%", f"{exactly(value * 100)}%"))
    return Meant((f"{meant.readings[0]}%",), meant.is_sure)


def amount(text: str, unit: str = "") -> Meant:
    """A sum of money outside a table, with its own unit or in that of the table."""
    del unit
    if says_nothing(text) or says_none(text):
        return NOTHING
    figure = _figure(text)
    if figure is None:
        return UNKNOWN
    value, behind, is_sure = figure
    if not behind:
        return Meant((typed(value),), is_sure)
    if behind in ("W", "w"):
        return Meant((f"{typed(value)}万元",), is_sure=False)
    if behind in _UNUSUAL:
        return Meant((f"{exactly(value * _UNUSUAL[behind])}元",), is_sure)
    told = _MONEY.get(behind)
    return Meant((f"{typed(value)}{told.label}",), is_sure) if told else UNKNOWN


def typed(value: Decimal) -> str:
    """A number with the places it was typed with."""
    return f"{value:f}"


def exactly(value: Decimal) -> str:
    """What a number was turned into, without the zeros that come of it."""
    return f"{value.normalize():f}"


def _in_unit(figure: _Figure, unit: str) -> Meant:
    """A figure with a unit behind it, in a cell of the same or another."""
    value, behind, _ = figure
    if behind in ("", unit):
        return Meant((typed(value),))
    table = next((one for one in Unit if one.label == unit), None)
    if table is not None and (behind in _MONEY or behind in _UNUSUAL):
        return _in_table(value, _UNUSUAL.get(behind) or _MONEY[behind].yuan, table)
    large = _LARGE.get(behind[:1])
    if large is not None and behind[1:] in ("", unit):
        return Meant((exactly(value * large),))
    return Meant((typed(value),), is_sure=False) if _UNIT.fullmatch(behind) else UNKNOWN


def _in_table(value: Decimal, worth: Decimal, table: Unit) -> Meant:
    """A sum in another unit than its table; a smaller one may have been typed out of habit."""
    if worth == table.yuan:
        return Meant((typed(value),))
    exact = exactly(value * worth / table.yuan)
    if len(exact.partition(".")[2]) > _LONGEST:
        return Meant((typed(value),), is_sure=False)
    return Meant((exact,)) if worth > table.yuan else Meant((exact, typed(value)))


def _either(plain: str) -> tuple[str, ...]:
    """The two readings of `38,5` and of `(38)`."""
    if found := _EITHER.fullmatch(plain):
        return f"{found['whole']}.{found['rest']}", f"{found['whole']}{found['rest']}"
    found = _TAKEN_BACK.fullmatch(plain)
    value = parse(found["number"]) if found else None
    return () if value is None else (typed(-value), typed(value))


def _figure(text: str) -> _Figure | None:
    """The number that is the beginning of a text, with what stands behind it."""
    plain = _plain(text)
    exact = _ABOUT.sub("", plain).strip()
    if _LETTERED.fullmatch(exact) and _LETTER.search(exact):
        value = parse(exact.translate(_LETTERS))
        return None if value is None else _Figure(value, "", is_sure=False)
    if found := _FIGURE.fullmatch(exact):
        for spelling, is_sure in _spellings(found["number"].strip()):
            if (value := parse(spelling)) is not None:
                return _Figure(value, found["unit"].strip(), is_sure and exact == plain)
        return None
    found = _NUMERAL.fullmatch(exact)
    value = _numeral(found["number"]) if found else None
    if found is None or value is None:
        return None
    return _Figure(value, found["unit"], exact == plain)


def _spellings(number: str) -> Iterator[tuple[str, bool]]:
    """A number as it was typed, then with slips of its point and separators mended."""
    yield number, True
    if _IN_GROUPS.fullmatch(number):
        yield number.replace(" ", ""), True
    if number.startswith("."):
        yield f"0{number}", True
    if number.endswith((".", ",")):
        yield number[:-1], True
    tight = number.replace(" ", "")
    if _LOOSE.fullmatch(tight):
        yield tight.replace(",", ""), False


def _numeral(text: str) -> Decimal | None:
    if text in ("零", "〇", "○"):
        return Decimal(0)
    if text.startswith(("零点", "〇点")):
        above = chinese(f"一{text[1:]}")
        return None if above is None else above - 1
    return chinese(text)


def _of_hundred(text: str) -> str | None:
    """百分之九十八."""
    plain = _plain(text)
    if not plain.startswith("百分之"):
        return None
    value = _numeral(plain.removeprefix("百分之"))
    return None if value is None else typed(value)


def _plain(text: str) -> str:
    """Half-width, without what people type around a number."""
    plain = _BEHIND.sub("", _BEFORE.sub("", half_width(text).strip()))
    return _POINT.sub(".", plain)


_DIGITS = dict(zip("零〇○Ｏ一二三四五六七八九", "0000123456789", strict=True))
