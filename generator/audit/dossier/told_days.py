"""Days that texts tell, with the words beside each."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.values.lazily import lazily
from generator.values.text import half_width

_DAY = lazily(
    r"(?<!\d)(?:((?:19|20)\d{2})[年.\-/])?(\d{1,2})[月.\-/](\d{1,2})(?:日"
    r"|(?![\d.%月年\-/\u4e00-\u9fff]))",
    re.ASCII,
)
_MONTH = lazily(
    r"(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?!\s?\d|[份]?[至到—\-~底末初上中下])份?", re.ASCII
)
_PARTING = "，。；、：,;:！!？?（(）)\n"
_REACH = 18


class ToldDay(NamedTuple):
    """A day as a text tells it; without a year of its own it is in that of the day before it."""

    day: date
    said: str
    before: str
    """The words of its clause before it."""
    behind: str
    """The words of its clause behind it."""
    start: int


def told_days(text: str, of: int | None = None) -> Iterator[ToldDay]:
    """Every day of a text whose year is known, in order; ones that no calendar has are left out.

    `of` is the year of a day before which none is told.
    """
    plain = half_width(text)
    year = of
    for match in _DAY.finditer(plain):
        if match[1]:
            year = int(match[1])
        elif year is None or "月" not in match[0]:
            continue
        if (day := _real(year, int(match[2]), int(match[3]))) is None:
            continue
        before = plain[max(0, match.start() - _REACH) : match.start()]
        behind = plain[match.end() : match.end() + _REACH]
        yield ToldDay(
            day,
            match[0],
            before[max(before.rfind(sign) for sign in _PARTING) + 1 :],
            behind[: min((n for sign in _PARTING if (n := behind.find(sign)) >= 0), default=None)],
            match.start(),
        )


def told_months(text: str) -> Iterator[tuple[ToldDay, date]]:
    """Every month of a text that names its year and no day: its first day as told, and its last."""
    plain = half_width(text)
    for match in _MONTH.finditer(plain):
        year, month = int(match[1]), int(match[2])
        if (first := _real(year, month, 1)) is None:
            continue
        before = plain[max(0, match.start() - _REACH) : match.start()]
        behind = plain[match.end() : match.end() + _REACH]
        told = ToldDay(
            first,
            match[0],
            before[max(before.rfind(sign) for sign in _PARTING) + 1 :],
            behind[: min((n for sign in _PARTING if (n := behind.find(sign)) >= 0), default=None)],
            match.start(),
        )
        yield told, first.replace(day=monthrange(year, month)[1])


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
