"""How one value is written in a file: numbers, amounts, rates, days, names.

A `Notation` is the whole of it: the words for whoever types it, the pattern for editors, the
reader, and the one standard spelling of all that is read as the same value.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.values import patterns
from generator.values.file_names import DEVICES
from generator.values.meant import days, names, numbers
from generator.values.meant.meaning import UNKNOWN, Meant
from generator.values.money import (
    NUMBER,
    WHOLE,
    Quoted,
    parse,
    parse_percent,
    parse_share,
    parse_sum,
)
from generator.values.text import half_width

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)", re.ASCII)
_URL = re.compile(r"""https?://[^\s<>"'\\`{}|^]{3,2000}""")
_COLOUR = re.compile(r"[#＃]?([0-9A-Fa-f]{6})")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = DEVICES | {"index", "files"}
SLUG_LENGTH = 80


class UnreadableError(ValueError):
    """A text that its notation cannot read: the rule it breaks, and what should be typed."""

    def __init__(self, rule: str, expected: str) -> None:
        super().__init__(expected)
        self.rule, self.expected = rule, expected


def _as_it_is(text: str) -> object:
    return text


def _not_understood(text: str, unit: str) -> Meant:
    del text, unit
    return UNKNOWN


@dataclass(frozen=True, slots=True)
class Notation:
    """How a file writes the values of one type."""

    name: str
    label: str
    expected: str
    """What to type, with an example: the end of a message."""
    pattern: str
    """What editors check text with; full-width digits are read too, with a hint."""
    read: Callable[[str], object] = _as_it_is
    """The value of a text; raises UnreadableError."""
    standard: Callable[[str], str] = str
    """The one way to write all that is read as the same value."""
    numeric: str = ""
    """What YAML takes such a value for when it is no text: `number`, `integer` or nothing."""
    example: str = ""
    """One value, for whoever asks what such a value looks like; empty for text, which varies."""
    meant: Callable[[str, str], Meant] = _not_understood
    """What a text may mean that cannot be read, beside the unit of its field, or none."""


def is_slug(text: str) -> bool:
    """Whether this may be a folder or file name on every system and a part of an address."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= SLUG_LENGTH and text not in _RESERVED


_A_NUMBER = "数字，如 9.5 或 1,234.50"
_AN_AMOUNT = "金额，如 9.5 或 1,234.50"
_A_RATE = "带百分号的数，如 98.5%"
_A_SHARE = "数字或带百分号的数，如 20 或 20%"
_A_SUM = "金额，可带单位，如 3.6万元"
_AN_ADDRESS = "以 http:// 或 https:// 开头的网址"
_A_DAY = "年-月-日，如 2022-07-29"
_A_NAME = "小写英文字母、数字和连字符，如 office-meeting"
_A_COLOUR = "六位的颜色代码，如 1a5fb4"
_A_WHOLE_NUMBER = "整数，如 2021"
_A_PATTERN = "正则表达式（RE2 的写法），如 ^[0-9]+$"


def _number(text: str) -> Decimal:
    number = parse(text)
    if number is None:
        raise UnreadableError("unreadable-number", _A_NUMBER)
    return number


def _amount(text: str) -> Decimal:
    number = parse(text)
    if number is None:
        raise UnreadableError("unreadable-number", _AN_AMOUNT)
    return number


def _share(text: str) -> Decimal:
    number = parse_share(text)
    if number is None:
        raise UnreadableError("unreadable-number", _A_SHARE)
    return number


def _sum(text: str) -> Quoted:
    quoted = parse_sum(text)
    if quoted is None:
        raise UnreadableError("unreadable-number", _A_SUM)
    return quoted


def _url(text: str) -> str:
    if not _URL.fullmatch(text):
        raise UnreadableError("unreadable-address", _AN_ADDRESS)
    return text


def _percent(text: str) -> Decimal:
    number = parse_percent(text)
    if number is None:
        raise UnreadableError("unreadable-number", _A_RATE)
    return number


def _day(text: str) -> date:
    match = _DAY.fullmatch(half_width(text).strip())
    if match is None:
        raise UnreadableError("unreadable-date", _A_DAY)
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableError("unreadable-date", "真实存在的日期，如 2022-07-29") from None


def _slug(text: str) -> str:
    if not is_slug(text):
        raise UnreadableError("bad-name", _A_NAME)
    return text


def _colour(text: str) -> str:
    match = _COLOUR.fullmatch(half_width(text).strip())
    if match is None:
        raise UnreadableError("unreadable-colour", _A_COLOUR)
    return f"#{match[1].lower()}"


def _whole(text: str) -> int:
    number = parse(text)
    if number is None or number != number.to_integral_value():
        raise UnreadableError("unreadable-number", _A_WHOLE_NUMBER)
    return int(number)


def _pattern(text: str) -> str:
    try:
        patterns.check(text)
    except patterns.BadPatternError as error:
        raise UnreadableError("bad-pattern", f"{_A_PATTERN}；这里{error}") from None
    return text


def _half_width(text: str) -> str:
    return half_width(text).strip()


def _trimmed(text: str) -> str:
    """Without blanks before the sign or the unit."""
    return "".join(_half_width(text).split())


def _with_sign(text: str) -> str:
    return _half_width(text).removesuffix("%").strip() + "%"


def _code(text: str) -> str:
    """Without the sign that begins a comment in YAML."""
    try:
        return _colour(text).removeprefix("#")
    except UnreadableError:
        return text


def _iso(text: str) -> str:
    try:
        return _day(text).isoformat()
    except UnreadableError:
        return text


TEXT = Notation("text", "文字", "文字", "")
NUMBER_NOTATION = Notation(
    "number",
    "数字",
    _A_NUMBER,
    NUMBER,
    _number,
    _half_width,
    "number",
    meant=numbers.number,
    example="9.5",
)
MONEY_NOTATION = Notation(
    "amount",
    "金额",
    _AN_AMOUNT,
    NUMBER,
    _amount,
    _half_width,
    "number",
    meant=numbers.number,
    example="9.5",
)
SHARE_NOTATION = Notation(
    "share",
    "数字或百分数",
    _A_SHARE,
    rf"{NUMBER} *%?",
    _share,
    _trimmed,
    "number",
    meant=numbers.share,
    example="20%",
)
SUM_NOTATION = Notation(
    "sum", "金额，可带单位", _A_SUM, rf"{NUMBER} *(?:元|万元|亿元)?",
    _sum, _trimmed, "number", meant=numbers.amount, example="3.6万元",
)  # fmt: skip
URL_NOTATION = Notation(
    "url",
    "网址",
    _AN_ADDRESS,
    _URL.pattern,
    _url,
    meant=names.address,
    example="https://www.example.org/",
)
PERCENT_NOTATION = Notation(
    "percentage",
    "百分数",
    _A_RATE,
    rf"{NUMBER} *%",
    _percent,
    _with_sign,
    meant=numbers.percent,
    example="98.5%",
)
DAY_NOTATION = Notation(
    "date", "日期", _A_DAY, _DAY.pattern, _day, _iso, meant=days.day, example="2022-07-29"
)
PATTERN_NOTATION = Notation(
    "pattern", "样式", _A_PATTERN, r"[\s\S]{1,4000}", _pattern, example="^[0-9]+$"
)
SLUG_NOTATION = Notation(
    "name",
    "英文编号",
    _A_NAME,
    _SLUG.pattern,
    _slug,
    numeric="integer",
    meant=names.slug,
    example="library",
)
COLOUR_NOTATION = Notation(
    "colour", "颜色", _A_COLOUR, _COLOUR.pattern, _colour, _code, "integer", example="1a5fb4"
)
WHOLE_NOTATION = Notation(
    "whole_number", "整数", _A_WHOLE_NUMBER, rf"[+-]?{WHOLE}(?:\.0{{1,8}})?",
    _whole, _half_width, "integer", meant=numbers.whole, example="2021",
)  # fmt: skip
