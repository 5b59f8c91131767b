"""Numbers as people type them: `38分`, `9.5万元`, 三十八, `38.`, `约38`, `1O`, `(38)`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.values.cells.numerals import NUMERALS, chinese
from generator.values.lazily import lazily
from generator.values.meant.meaning import NOTHING, UNKNOWN, Meant, says_none, says_nothing
from generator.values.money import Unit, parse
from generator.values.text import half_width

_BEFORE = lazily(r"^(?:人民币|合计|共计|[=¥￥:：\s“‘「'\"]){1,3}")
_BEHIND = lazily(r"[\s。.;；,，、整”’」'\"]{1,4}$")
_POINT = lazily(r"(?<=\d)[。·](?=\d)", re.ASCII)
_APOSTROPHE = lazily(r"(?<=\d)['’](?=\d{3}(?!\d))", re.ASCII)
"""Between thousands, as the Swiss write them."""
_ABOUT = lazily(r"^(?:大?约|近|将近|超过?|不足|大概|[≈~～>≥<≤])\s?|(?:左右|余|多|以上|以下|上下)$")
"""What makes a number approximate; the number alone says something else."""
_FIGURE = lazily(r"(?P<number>[+-]?\d[\d,. ]{0,24}|\.\d{1,8})(?P<unit>\D{0,12})", re.ASCII)
_NUMERAL = lazily(
    rf"(?P<number>[{NUMERALS}点○]{{1,24}})(?P<unit>[^{NUMERALS}点○\d]{{0,12}})", re.ASCII
)
_PARTED = lazily(
    r"(?:(?P<yi>\d{1,4})亿)?(?:(?P<thousands>\d)千(?=\d?万)|(?=))"
    r"(?:(?P<wan>\d{0,4})万)?(?:(?P<qian>\d)千)?(?:(?P<bai>\d)百)?(?P<yuan>\d{1,4})?元",
    re.ASCII,
)
_WORTH = {
    "yi": Decimal(10**8), "thousands": Decimal(10**7), "wan": Decimal(10**4),
    "qian": Decimal(1000), "bai": Decimal(100), "yuan": Decimal(1),
}  # fmt: skip
_TWO = 2
_UNFINISHED = lazily("亿[^零万]+$|零[^十拾百佰]千|零[^十拾百佰]仟")
"""A numeral in which a place is missing: 一亿二千, which is more often 一亿二千万."""
_IN_GROUPS = lazily(r"[+-]?\d{1,3}(?: \d{3}){1,5}(?:\.\d{1,8})?", re.ASCII)
_SPACED = lazily(r"[+-]?\d{1,20}(?:\.\d{1,8})?", re.ASCII)
_LOOSE = lazily(r"[+-]?\d[\d,]{0,20}\.\d{1,8}", re.ASCII)
"""Commas in wrong places; without a point behind them the last may be one: `1,294,00`."""
_EITHER = lazily(r"(?P<whole>[+-]?\d{1,3}),(?P<rest>\d{1,2})", re.ASCII)
"""A comma that stands for a point, or in the wrong place."""
_TAKEN_BACK = lazily(r"\((?P<number>[\d,.]{1,24})\)", re.ASCII)
"""As accounts print what is below zero."""
_LETTERS = str.maketrans("OoIl", "0011")
_LETTER = lazily("[OoIl]")
_LETTERED = lazily(r"[OoIl]{0,2}\d[\d.,OoIl]{0,16}", re.ASCII)
_MONEY = {
    "元": Unit.YUAN, "圆": Unit.YUAN, "块": Unit.YUAN, "块钱": Unit.YUAN, "万": Unit.WAN_YUAN,
    "万元": Unit.WAN_YUAN, "万圆": Unit.WAN_YUAN, "万块": Unit.WAN_YUAN,
    "万块钱": Unit.WAN_YUAN, "亿": Unit.YI_YUAN, "亿元": Unit.YI_YUAN, "亿圆": Unit.YI_YUAN,
}  # fmt: skip
_UNUSUAL = {
    "千元": Decimal(1000), "百万": Decimal(10**6), "百万元": Decimal(10**6),
    "千万": Decimal(10**7), "千万元": Decimal(10**7),
}  # fmt: skip
"""Units in which no table is kept, in 元."""
_LARGE = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_OURS = "人民币"
_YUAN_BEFORE = (_OURS, "¥", "￥")
_LETTER_OF_MYRIADS = frozenset("Ww")
_UNIT = lazily("[\u4e00-\u9fff]{1,4}")
_OF_WORTH = frozenset(f"{NUMERALS}元圆角分块毛钱币镑磅金郎布盾铢成倍余多几点至到折率○")
"""A unit with one of these says what the number is worth: without it the number is another."""
_TENTHS = "成"
_NEARLY_ONE = 2
"""Up to here a number may be a part of one, as in a spreadsheet whose format is lost: 1.05."""
_LONGEST = 8
"""Decimals that a file may have."""


class _Figure(NamedTuple):
    value: Decimal
    unit: str
    is_sure: bool
    """Whether every sign was a part of it."""
    is_large: bool = False
    """Whether it is a numeral with its myriads inside, as sums in 元 are spelt: 一万五千."""


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
    rate = _of_hundred(text) or _with_sign(text)
    return number(text, unit) if rate is None else rate


def percent(text: str, unit: str = "") -> Meant:
    """A rate; what has no sign and is hardly above one may be a part of one as well."""
    rate = _of_hundred(text) or _with_sign(text)
    if rate is not None:
        return rate
    figure = _figure(text)
    if figure is not None and figure.unit == _TENTHS:
        return Meant((f"{exactly(figure.value * 10)}%",), is_sure=False)
    if figure is not None and figure.unit:
        return UNKNOWN
    meant = number(text, unit)
    if "" in meant.readings:
        return meant._replace(readings=meant.readings[:1])
    if len(meant.readings) == 1 and abs(value := Decimal(meant.readings[0])) <= _NEARLY_ONE:
        return Meant((f"{meant.readings[0]}%", f"{exactly(value * 100)}%"))
    return meant._replace(readings=tuple(f"{reading}%" for reading in meant.readings))


def amount(text: str, unit: str = "") -> Meant:
    """A sum of money outside a table, with its own unit or in that of the table."""
    del unit
    if says_nothing(text) or says_none(text):
        return NOTHING
    figure = _figure(text)
    if figure is None:
        return UNKNOWN
    value, behind, is_sure, is_large = figure
    if not behind:
        return Meant((typed(value),), is_sure and not is_large)
    if behind in _LETTER_OF_MYRIADS:
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
    value, behind = figure.value, figure.unit
    table = next((one for one in Unit if one.label == unit), None)
    if behind in ("", unit):
        if table not in (None, Unit.YUAN) and figure.is_large:
            in_yuan = exactly(value / table.yuan) if table else ""
            return Meant((typed(value), in_yuan), is_sure=False)
        return Meant((typed(value),))
    if table is not None:
        return _of_money(value, behind, table)
    large = _LARGE.get(behind[:1])
    if large is not None and unit[:1] in _LARGE:
        is_same = behind[0] == unit[0] and len(behind) == 1
        return Meant((typed(value), exactly(value * large))) if is_same else UNKNOWN
    if large is not None and behind[1:] in ("", unit):
        return Meant((exactly(value * large),), is_sure=bool(unit))
    is_counted = not unit and _UNIT.fullmatch(behind) and _OF_WORTH.isdisjoint(behind)
    return Meant((typed(value),), is_sure=False) if is_counted else UNKNOWN


def _of_money(value: Decimal, behind: str, table: Unit) -> Meant:
    """A figure with a unit in a table of money; only what is surely one of ours is understood."""
    if behind in _LETTER_OF_MYRIADS:
        meant = _in_table(value, Unit.WAN_YUAN.yuan, table)
        either = (*meant.readings, typed(value))
        return Meant(tuple(dict.fromkeys(either)), is_sure=False)
    if behind in _UNUSUAL:
        return _in_table(value, _UNUSUAL[behind], table)
    return _in_table(value, _MONEY[behind].yuan, table) if behind in _MONEY else UNKNOWN


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
    """The number that is the beginning of a text, with its unit; a sign of 元 before it is one."""
    figure = _bare_figure(text)
    is_yuan = half_width(text).strip().startswith(_YUAN_BEFORE)
    return figure._replace(unit="元") if figure and is_yuan and not figure.unit else figure


def _bare_figure(text: str) -> _Figure | None:
    plain = _plain(text)
    if parted := _parted(plain):
        return parted
    exact = _ABOUT.sub("", plain).strip()
    if _LETTERED.fullmatch(exact) and _LETTER.search(exact):
        value = parse(exact.translate(_LETTERS))
        return None if value is None else _Figure(value, "", is_sure=False)
    if found := _FIGURE.fullmatch(exact):
        for spelling, is_sure in _spellings(found["number"].strip()):
            if (value := parse(spelling)) is not None:
                unit = _ours(found["unit"].strip())
                return _Figure(value, unit, is_sure and exact == plain)
        return None
    found = _NUMERAL.fullmatch(exact)
    return _spelt(found["number"], _ours(found["unit"]), is_sure=exact == plain) if found else None


def _parted(plain: str) -> _Figure | None:
    """A sum in several units, as it is said: `3万6千元`, `1亿2000万元`."""
    found = _PARTED.fullmatch(plain)
    parts = {name: int(part) for name, part in found.groupdict().items() if part} if found else {}
    if len(parts) < _TWO:
        return None
    unit = Unit.YI_YUAN if "yi" in parts else Unit.WAN_YUAN
    total = sum(_WORTH[name] * part for name, part in parts.items())
    return _Figure(Decimal(exactly(total / unit.yuan)), unit.label, is_sure=True)


def _spelt(numeral: str, unit: str, *, is_sure: bool) -> _Figure | None:
    """A numeral read whole; only then its last myriad is a part of the unit: 一亿二千 万元."""
    text = numeral.replace("○", "零").replace("〇", "零")
    last = text[-1] if text[-1] in _LARGE else ""
    if "点" in text:
        value = _numeral(text.removesuffix(last))
        return None if value is None else _Figure(value, f"{last}{unit}", is_sure)
    value = None if _UNFINISHED.search(text) else _numeral(text)
    if value is None:
        return None
    if last:
        return _Figure(value / _LARGE[last], f"{last}{unit}", is_sure)
    return _Figure(value, unit, is_sure, is_large=not unit and not _LARGE.keys().isdisjoint(text))


def _ours(unit: str) -> str:
    """A unit without the name of our money: 万元人民币, 万人民币."""
    plain = unit.removesuffix(_OURS)
    return plain.strip() or ("元" if plain != unit else "")


def _spellings(number: str) -> Iterator[tuple[str, bool]]:
    """A number as it was typed, then with slips of its point and separators mended."""
    yield number, True
    if _IN_GROUPS.fullmatch(number):
        yield number.replace(" ", ""), False
    if number.startswith("."):
        yield f"0{number}", True
    if number.endswith((".", ",")):
        yield number[:-1], True
    tight = number.replace(" ", "")
    if _SPACED.fullmatch(tight) or _LOOSE.fullmatch(tight):
        yield tight.replace(",", ""), False


def _numeral(text: str) -> Decimal | None:
    if text in ("零", "〇", "○"):
        return Decimal(0)
    if text.startswith(("零点", "〇点")):
        above = chinese(f"一{text[1:]}")
        return None if above is None else above - 1
    return chinese(text)


def _of_hundred(text: str) -> Meant | None:
    """百分之九十八."""
    plain = _plain(text)
    if not plain.startswith("百分之"):
        return None
    value = _numeral(plain.removeprefix("百分之"))
    return None if value is None else Meant((f"{typed(value)}%",))


def _with_sign(text: str) -> Meant | None:
    """A rate with its sign and something else: `98 .0%`, `98%左右`."""
    figure = _figure(text)
    if figure is None or figure.unit != "%":
        return None
    return Meant((f"{typed(figure.value)}%",), figure.is_sure)


def _plain(text: str) -> str:
    """Half-width, without what people type around a number."""
    plain = _BEHIND.sub("", _BEFORE.sub("", half_width(text).strip()))
    return _POINT.sub(".", _APOSTROPHE.sub(",", plain))


_DIGITS = dict(zip("零〇○Ｏ一二三四五六七八九", "0000123456789", strict=True))
