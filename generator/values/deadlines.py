"""The last day that people mean by a time limit: `2024-12-31`, `2024年6月底前`, `2024年底`."""

import re
from calendar import monthrange
from datetime import date

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
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH.fullmatch(plain):
        year, month = int(match[1]), int(match[2])
        return _day(year, month, monthrange(year, month)[1]) if 1 <= month <= _DECEMBER else None
    if match := _YEAR.fullmatch(plain):
        return date(int(match[1]), _DECEMBER, 31)
    return None


_DECEMBER = 12


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
