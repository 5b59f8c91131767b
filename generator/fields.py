"""The one declaration of a field: type, Chinese label, English name, unit, description.

The attribute's name is the English name. Everything that names fields (the reader of YAML files,
messages, the JSON Schema, the data dictionary) derives from what is declared here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.values.choices import Choice
from generator.values.money import NUMBER, UNSIGNED, WHOLE, parse, parse_percent
from generator.values.text import half_width, squeeze

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = frozenset({"con", "prn", "aux", "nul", "index", "files"}) | {
    f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)
}
SLUG_LENGTH = 80
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Notation:
    """How a file writes the values of one type; stands beside the reader of that type."""

    name: str
    label: str
    expected: str
    """What to type, with an example: the end of a message."""
    pattern: str
    """What editors check text with; full-width digits are read too, with a hint."""
    standard: Callable[[str], str] = str
    """The one way to write all that is read as the same value."""
    numeric: str = ""
    """What YAML takes such a value for when it is no text: `number`, `integer` or nothing."""


TEXT = Notation("text", "文字", "文字", "")


class Model(BaseModel):
    """Something declared by its fields; frozen, nothing beyond what is declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def label(chinese: str, description: str, *, unit: str = "") -> Any:
    """Chinese label, explanation for whoever fills it in, and the unit where there is one."""
    return Field(title=chinese, description=description, json_schema_extra={"unit": unit})


def label_of(field: FieldInfo) -> str:
    """The Chinese label a field was declared with."""
    return field.title or ""


def unit_of(field: FieldInfo) -> str:
    """The unit a field was declared with, empty for most."""
    extra = field.json_schema_extra
    return str(extra.get("unit", "")) if isinstance(extra, dict) else ""


def is_slug(text: str) -> bool:
    """Whether this may be a folder or file name on every system and a part of an address."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= SLUG_LENGTH and text not in _RESERVED


def shown(value: str) -> str:
    """What somebody typed, short enough to quote in a message."""
    line = squeeze(value)
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def _half_width(text: str) -> str:
    return half_width(text).strip()


def _with_sign(text: str) -> str:
    return _half_width(text).removesuffix("%").strip() + "%"


def _iso(text: str) -> str:
    day = _day(text)
    return day.isoformat() if isinstance(day, date) else text


NUMBER_NOTATION = Notation(
    "number", "数字", "数字，如 9.5 或 1,234.50", NUMBER, _half_width, "number"
)
MONEY_NOTATION = Notation("amount", "金额", "不小于 0 的金额", UNSIGNED, _half_width, "number")
PERCENT_NOTATION = Notation(
    "percentage", "百分数", "带百分号的数，如 98.5%", rf"{NUMBER} *%", _with_sign
)
DAY_NOTATION = Notation("date", "日期", "年-月-日，如 2022-07-29", _DAY.pattern, _iso)
SLUG_NOTATION = Notation(
    "name",
    "英文编号",
    "小写英文字母、数字和连字符，如 office-meeting",
    _SLUG.pattern,
    numeric="integer",
)
WHOLE_NOTATION = Notation(
    "whole_number", "整数", "整数，如 2021", rf"[+-]?{WHOLE}(?:\.0{{1,8}})?", _half_width, "integer"
)


def _number(value: object) -> object:
    if isinstance(value, str):
        number = parse(value)
        if number is None:
            raise _fault("unreadable-number", value, NUMBER_NOTATION.expected)
        return number
    return value


def _amount(value: object) -> object:
    number = _number(value)
    if isinstance(value, str) and isinstance(number, Decimal) and number < 0:
        raise _fault("unreadable-number", value, MONEY_NOTATION.expected)
    return number


def _percent(value: object) -> object:
    if isinstance(value, str):
        number = parse_percent(value)
        if number is None:
            raise _fault("unreadable-number", value, PERCENT_NOTATION.expected)
        return number
    return value


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _DAY.fullmatch(half_width(value).strip())
    if match is None:
        raise _fault("unreadable-date", value, DAY_NOTATION.expected)
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        raise _fault("unreadable-date", value, "真实存在的日期，如 2022-07-29") from None


class Answer(Choice):
    """How a file writes a truth value."""

    YES = "true", "是"
    NO = "false", "否"


def _flag(value: object) -> object:
    return value is Answer.YES if isinstance(value, Answer) else value


def _slug(value: object) -> object:
    if isinstance(value, str) and not is_slug(value):
        raise _fault("bad-name", value, SLUG_NOTATION.expected)
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        number = parse(value)
        if number is None or number != number.to_integral_value():
            raise _fault("unreadable-number", value, WHOLE_NOTATION.expected)
        return int(number)
    return value


def _fault(rule: str, found: str, expected: str) -> PydanticCustomError:
    return PydanticCustomError(
        rule,
        "{found} {expected}",
        {"found": shown(found), "expected": expected},
    )


Number = Annotated[Decimal, BeforeValidator(_number), NUMBER_NOTATION]
"""Points, quantities: any decimal number."""
Money = Annotated[Decimal, BeforeValidator(_amount), MONEY_NOTATION]
"""An amount in the unit its table names; not below zero."""
Percent = Annotated[Decimal, BeforeValidator(_percent), PERCENT_NOTATION]
"""A stated rate, written with its sign: `98.5%` is 98.5."""
Day = Annotated[date, BeforeValidator(_day), DAY_NOTATION]
"""A calendar day, `2022-07-29` or `2022年7月29日`."""
Flag = Annotated[bool, BeforeValidator(_flag)]
"""是 or 否, in a file one of `Answer`."""
Slug = Annotated[str, BeforeValidator(_slug), SLUG_NOTATION]
"""A lower-case ASCII name that may stand in an address."""
Whole = Annotated[int, BeforeValidator(_whole), WHOLE_NOTATION]
"""A whole number."""
