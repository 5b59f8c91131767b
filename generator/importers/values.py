"""Texts of cells in the spelling that a record's fields are read by; nothing is guessed."""

import re
from collections.abc import Callable, Mapping

from generator.importers.days import day_of
from generator.schema.vocabulary import Term
from generator.values.money import Unit, parse, parse_share
from generator.values.names import folded
from generator.values.notations import (
    DAY_NOTATION,
    MONEY_NOTATION,
    NUMBER_NOTATION,
    PERCENT_NOTATION,
    SHARE_NOTATION,
    SUM_NOTATION,
    WHOLE_NOTATION,
    Notation,
)
from generator.values.text import half_width

_NOTHING = re.compile(r"[-－﹣—–―─‐/／\\＼_＿.…·。~～*＊×、]{0,8}|无数据|N/?A|空白?", re.IGNORECASE)
"""What stands in a cell for a value that there is none of."""
_NONE = re.compile(r"(?:暂?无|没有|不适用|不涉及|未涉及|无相关(?:情况|内容)|略)[。.]?")
"""What is said for a text that there is none of."""
_POINTS = re.compile(r"分$")
_MONEY = re.compile(r"(亿元|万元|元)$")
UNITS: Mapping[str, Unit] = {unit.label: unit for unit in Unit}
"""The units of money by the words that forms and sentences have for them."""
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)


def is_nothing(text: str) -> bool:
    """Whether a cell holds no value: a dash, a stroke, dots or nothing at all."""
    return _NOTHING.fullmatch("".join(text.split())) is not None


def says_none(text: str) -> bool:
    """Whether a cell for a text says that there is nothing to be told."""
    return is_nothing(text) or _NONE.fullmatch("".join(text.split())) is not None


def says_same(known: str, text: str) -> bool:
    """Whether two texts say the same: signs folded, and figures whatever their places."""
    if folded(known) == folded(text):
        return True
    if any(one.strip()[:1] == "0" and one.strip()[1:2].isdigit() for one in (known, text)):
        return False  # a code
    amounts = parse(known), parse(text)
    return None not in amounts and amounts[0] == amounts[1]


def spelt(text: str, term: Term, unit: Unit | None = None) -> str | None:
    """A cell as its field is typed in a record; None where it has no reading.

    An amount may carry the unit of its table, a number of points its 分.
    """
    if term.notation is DAY_NOTATION:
        return day_of(text)
    if term.notation not in _READ:
        return text.strip()
    plain = half_width("".join(text.split())).replace("，", ",")
    if term.notation is MONEY_NOTATION:
        return _amount(plain, unit)
    return _READ[term.notation](plain)


def _year_or_number(plain: str) -> str | None:
    year = _YEAR.match(plain)
    return year[0] if year else _number(plain)


def _sum(plain: str) -> str | None:
    return plain if parse(_MONEY.sub("", plain)) is not None else None


def _share(plain: str) -> str | None:
    plain = _POINTS.sub("", plain)
    return plain if parse_share(plain) is not None else None


def _number(plain: str) -> str | None:
    plain = _POINTS.sub("", plain)
    return plain if parse(plain) is not None else None


def _amount(plain: str, unit: Unit | None) -> str | None:
    found = _MONEY.search(plain)
    if found is not None:
        if unit is None or found[1] != unit.label:
            return None
        plain = plain[: found.start()]
    return plain if parse(plain) is not None else None


_READ: Mapping[Notation, Callable[[str], str | None]] = {
    WHOLE_NOTATION: _year_or_number,
    MONEY_NOTATION: _number,
    SUM_NOTATION: _sum,
    SHARE_NOTATION: _share,
    PERCENT_NOTATION: _share,
    NUMBER_NOTATION: _number,
}
