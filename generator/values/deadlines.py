"""The last day that people mean by a time limit: `2024-12-31`, `2024年6月底前`, `2024年底`."""

import re
from datetime import date

from generator.values.cells.cell import Day
from generator.values.text import half_width

_DAY = re.compile(
    r"\s?((?:19|20)\d{2})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})日?(?:[之以]?前|止)?[。.]?\s?"
)
_MONTH = re.compile(r"\s?((?:19|20)\d{2})年(\d{1,2})月份?(?:底|末|底以?前|末以?前|内)[。.]?\s?")
_YEAR = re.compile(r"\s?((?:19|20)\d{2})年(?:年?底|年?末|年?底以?前|年?末以?前|内)[。.]?\s?")


def deadline(text: str) -> date | None:
    """The last day in time; None where a text says anything else, or has two readings."""
    plain = half_width(text)
    if match := _DAY.fullmatch(plain):
        day = Day(int(match[1]), int(match[2]), int(match[3]))
        return _last(day) if day.day else None
    if match := _MONTH.fullmatch(plain):
        return _last(Day(int(match[1]), int(match[2]), 0))
    if match := _YEAR.fullmatch(plain):
        return _last(Day(int(match[1]), 12, 0))
    return None


def _last(day: Day) -> date | None:
    if not day.exists or day.year is None or day.month is None:
        return None
    return date(day.year, day.month, day.in_year(day.year).day)
