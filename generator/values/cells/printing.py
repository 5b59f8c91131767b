"""A value with its unit, as forms print it."""

from functools import lru_cache

from generator.values.cells.cell import Reads
from generator.values.cells.reading import read
from generator.values.cells.units import UNITS, measure, scale
from generator.values.lazily import lazily
from generator.values.text import half_width

_BETWEEN = lazily(r"[\s()\[\]〔〕【】]")
"""Blanks and brackets: `120 (平方米)` ends with 平方米."""
_STOPS = "。.,;、"
_COUNTS_OTHERS = ("", "个")
"""Behind these another one may stand: 3个 and 村 are 3个村."""


@lru_cache(16384)  # forms of one kind hold the same rows
def with_unit(value: str | None, unit: str | None) -> str:
    """The value with its unit behind it, unless it has it already; empty where there is none.

    Some tables repeat in the cell what stands in the column of units: `100%`, `120公里以上`.
    """
    if not value or not unit or _carries(value, unit):
        return value or ""
    return f"{value}{unit}"


def _carries(value: str, unit: str) -> bool:
    """Whether a value ends with its unit, or is read with one of its own, or as a day."""
    ending = _plain(unit)
    if ending and _plain(value).endswith(ending):
        return True
    if value[-1].isdecimal():
        return False
    own = read(value)
    if own.reads is Reads.DATE:
        return True
    return scale(own.unit)[1] not in _COUNTS_OTHERS and scale(measure(ending).unit)[1] in UNITS


def _plain(text: str) -> str:
    return _BETWEEN.sub("", half_width(text)).rstrip(_STOPS).casefold()
