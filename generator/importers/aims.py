"""Targets and actual values as a record holds them: sign, figure and unit apart.

`values.cells` reads the cell; this only takes it apart where it is a sign, a number and a unit and
nothing else. Whatever says more stays as it was typed.
"""

import re
from typing import NamedTuple

from generator.values.cells.cell import Reads
from generator.values.cells.reading import NOT_APPLICABLE, read
from generator.values.cells.signs import QUALITATIVE, SIGN, Operator, typed
from generator.values.cells.units import unit as plain_unit
from generator.values.text import half_width

_TAKEN_APART = re.compile(
    rf"\A(?P<sign>{SIGN})?\s?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,8})?|\d{1,15}(?:\.\d{1,8})?)"
    r"\s?[(（]?(?P<unit>[^\d\s()（）,，.。;；:：≥≤><=]{0,12})[)）]?",
    re.ASCII,
)
_BOUND = re.compile("以[上下内]|左右|及以|[内前后]$|不")
"""Words behind a figure that are no unit: the cell is left as it was typed."""
_SIGNS = {operator.label: operator for operator in Operator}


class Target(NamedTuple):
    """A target as its fields are typed."""

    operator: str = ""
    target: str = ""
    unit: str = ""


def target_of(text: str, unit: str, name: str) -> Target:
    """A target's cell with the unit that its row gives, which may be none."""
    whole = " ".join(text.split())
    match = _TAKEN_APART.fullmatch(half_width(whole))
    cell = read(whole, unit, name)
    if match is None or cell.reads is not Reads.FIGURE:
        return Target(target=whole, unit=unit)
    sign = typed(match["sign"]) if match["sign"] else None
    own = match["unit"]
    if (
        _BOUND.search(own)
        or (match["sign"] and sign is None)
        or (own and unit and plain_unit(own) != plain_unit(unit))
    ):
        return Target(target=whole, unit=unit)
    return Target(sign.label if sign else "", match["number"], unit or own)


def actual_of(text: str, unit: str) -> str:
    """An actual value, without the unit that its row gives already."""
    whole = " ".join(text.split())
    match = _TAKEN_APART.fullmatch(half_width(whole))
    if match is None or match["sign"] or not unit or plain_unit(match["unit"]) != plain_unit(unit):
        return whole
    return match["number"]


def operator_of(text: str) -> str | None:
    """The sign that a cell for signs holds, as a record spells it; None where it is none."""
    plain = half_width("".join(text.split()))
    if plain in QUALITATIVE:
        return Operator.QUALITATIVE.label
    if plain in _SIGNS:
        return plain
    found = typed(plain)
    return found.label if found else _IN_WORDS.get(plain)


_IN_WORDS = {
    "大于等于": "≥", "不小于": "≥", "不低于": "≥", "小于等于": "≤", "不大于": "≤", "不超过": "≤",
    "等于": "=", "大于": ">", "小于": "<", "正向指标": "", "反向指标": "",
}  # fmt: skip


def does_not_apply(text: str) -> bool:
    """Whether a cell says that there is nothing to be put in it."""
    return "".join(text.split()) in NOT_APPLICABLE
