"""The one declaration of a field: type, Chinese label, English name, unit, description.

The attribute's name is the English name. Everything that names fields (the reader of YAML files,
messages, the JSON Schema, the data dictionary) derives from what is declared here.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.money import parse, parse_percent
from generator.text import half_width

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = frozenset({"con", "prn", "aux", "nul", "index", "files"}) | {
    f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)
}
SLUG_LENGTH = 80
_LONGEST_SHOWN = 60


class Model(BaseModel):
    """Something declared by its fields; frozen, nothing beyond what is declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def label(chinese: str, description: str, *, unit: str = "") -> Any:
    """Chinese label, explanation for whoever fills it in, and the unit where there is one."""
    return Field(title=chinese, description=description, json_schema_extra={"unit": unit})


def label_of(field: FieldInfo) -> str:
    """The Chinese label a field was declared with."""
    return field.title or ""


def is_slug(text: str) -> bool:
    """Whether this may be a folder or file name on every system and a part of an address."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= SLUG_LENGTH and text not in _RESERVED


def shown(value: str) -> str:
    """What somebody typed, short enough to quote in a message."""
    return value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"


def _number(value: object) -> object:
    if isinstance(value, str):
        number = parse(value)
        if number is None:
            raise _fault("unreadable-number", value, "数字，如 9.5 或 1,234.50")
        return number
    return value


def _amount(value: object) -> object:
    number = _number(value)
    if isinstance(value, str) and isinstance(number, Decimal) and number < 0:
        raise _fault("unreadable-number", value, "不小于 0 的金额")
    return number


def _percent(value: object) -> object:
    if isinstance(value, str):
        number = parse_percent(value)
        if number is None:
            raise _fault("unreadable-number", value, "带百分号的数，如 98.5%")
        return number
    return value


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _DAY.fullmatch(half_width(value).strip())
    if match is None:
        raise _fault("unreadable-date", value, "年-月-日，如 2022-07-29")
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        raise _fault("unreadable-date", value, "真实存在的日期，如 2022-07-29") from None


def _flag(value: object) -> object:
    if isinstance(value, str):
        if value not in _FLAGS:
            raise _fault("unknown-choice", value, "是 或 否")
        return _FLAGS[value]
    return value


_FLAGS = {"是": True, "否": False, "true": True, "false": False}


def _slug(value: object) -> object:
    if isinstance(value, str) and not is_slug(value):
        raise _fault("bad-name", value, "小写英文字母、数字和连字符，如 office-meeting")
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        number = parse(value)
        if number is None or number != number.to_integral_value():
            raise _fault("unreadable-number", value, "整数，如 2021")
        return int(number)
    return value


def _fault(rule: str, found: str, expected: str) -> PydanticCustomError:
    return PydanticCustomError(
        rule,
        "{found} {expected}",
        {"found": shown(found), "expected": expected},
    )


Number = Annotated[Decimal, BeforeValidator(_number)]
"""Points, quantities: any decimal number."""
Money = Annotated[Decimal, BeforeValidator(_amount)]
"""An amount in the unit its table names; not below zero."""
Percent = Annotated[Decimal, BeforeValidator(_percent)]
"""A stated rate, written with its sign: `98.5%` is 98.5."""
Day = Annotated[date, BeforeValidator(_day)]
"""A calendar day, `2022-07-29` or `2022年7月29日`."""
Flag = Annotated[bool, BeforeValidator(_flag)]
"""是 or 否."""
Slug = Annotated[str, BeforeValidator(_slug)]
"""A lower-case ASCII name that may stand in an address."""
Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number."""
