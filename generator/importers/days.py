"""Dates as reports write them, in the spelling of a record."""

import re
from datetime import date

from generator.importers.ordinals import han_value
from generator.values.text import half_width

_DIGITS = "〇零○O0|一|二|三|四|五|六|七|八|九"
_YEAR_SIGNS = {sign: str(n) for n, signs in enumerate(_DIGITS.split("|")) for sign in signs}
_FIGURES = re.compile(r"(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?", re.ASCII)
_RUN = re.compile(r"(20\d\d)(0[1-9]|1[0-2])([0-3]\d)", re.ASCII)
_IN_HAN = re.compile(
    r"([〇零○O一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_TIME = re.compile(r"(?<=[0-9日])\s{1,3}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s{0,3}$")
"""The hour behind a day, as web pages print it."""
DAY = re.compile(rf"{_FIGURES.pattern}|{_IN_HAN.pattern}", re.ASCII)
"""A date in a text."""


def day_of(text: str) -> str | None:
    """A text that is nothing but a date, as `2024-09-20`; None for what is none."""
    plain = "".join(_TIME.sub("", half_width(text)).split())
    if match := _FIGURES.fullmatch(plain) or _RUN.fullmatch(plain):
        year, month, day = map(int, match.groups())
    elif match := _IN_HAN.fullmatch(plain):
        year = int("".join(_YEAR_SIGNS[sign] for sign in match[1]))
        month, day = han_value(match[2]), han_value(match[3])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_MONTHS = re.compile(
    r"(\d{4})\s?年\s?(?:度\s?)?(\d{1,2})\s?[-—–~至到]{1,2}\s?(\d{1,2})\s?月", re.ASCII
)


def months_in(text: str) -> tuple[str, str] | None:
    """The first and last day of the months that a text names: `2024年1—7月`."""
    match = _MONTHS.search(half_width(text))
    if match is None:
        return None
    year, first, last = map(int, match.groups())
    if not 1 <= first <= last <= 12:  # noqa: PLR2004 -- months
        return None
    end = date(year + last // 12, last % 12 + 1, 1).toordinal() - 1
    return date(year, first, 1).isoformat(), date.fromordinal(end).isoformat()
