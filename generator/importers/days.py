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


_TO = r"\s?(?:[-－—–―~～至到]{1,2})\s?"
_D = r"(?P<y{0}>\d{{4}})\s?[年./-]\s?(?P<m{0}>\d{{1,2}})\s?[月./-]\s?(?P<d{0}>\d{{1,2}})\s?日?"
_M = r"(?P<y{0}>\d{{4}})\s?[年./-]\s?(?:度\s?)?(?P<m{0}>\d{{1,2}})"
_SPANS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        _D.format(1)
        + _TO
        + r"(?:(?P<y2>\d{4})\s?[年./-]\s?)?(?P<m2>\d{1,2})\s?[月./-]\s?(?P<d2>\d{1,2})(?!\d)",
        _M.format(1)
        + r"\s?月?份?"
        + _TO
        + r"(?:(?P<y2>\d{4})\s?[年./-]\s?)?(?:0?(?P<m2>\d{1,2}))\s?(?:月|(?=\s?(?:[)）]|\Z)))",
        r"(?P<y1>20\d\d)\s?年(?:度)?\s?(?P<half>上半年|前[三3]季度|[前第]?[一1]季度|[第]?[一1]至[三3]季度|前[二2两]季度)",
        r"(?P<y1>20\d\d)\s?年?度?" + _TO + r"(?P<y2>20\d\d)\s?年",
    )
)
"""From which day, month or year to which."""


def period_in(text: str) -> tuple[str, str] | None:
    """The first and last day of the days, months or years that a text names as a span."""
    plain = half_width(text)
    for pattern in _SPANS:
        if (match := pattern.search(plain)) is not None:
            found = _span(match.groupdict())
            if found is not None:
                return found
    return None


def months_in(text: str) -> tuple[str, str] | None:
    """The first and last day of a span within one year: `2024年1—7月`, `2024年上半年`."""
    found = period_in(text)
    return found if found is not None and found[0][:4] == found[1][:4] else None


def _span(said: dict[str, str | None]) -> tuple[str, str] | None:
    """The days of a match; None where there are no such days, or the last is before the first."""
    year = int(said["y1"] or 0)
    last_year = int(said.get("y2") or year)
    if half := said.get("half"):
        month, last_month = 1, 6 if half[0] == "上" or half[1] in "二2两" else _MONTHS_OF[half[-3]]
    else:
        month, last_month = int(said.get("m1") or 1), int(said.get("m2") or 12)
    try:
        first = date(year, month, int(said.get("d1") or 1))
        last = _last_day(last_year, last_month)
        if day := said.get("d2"):
            last = date(last_year, last_month, int(day))
    except ValueError:
        return None
    return (first.isoformat(), last.isoformat()) if first < last else None


_MONTHS_OF = {"一": 3, "1": 3, "三": 9, "3": 9}
"""The month with which quarters end, by the number that stands before 季度."""


def _last_day(year: int, month: int) -> date:
    if not 1 <= month <= 12:  # noqa: PLR2004 -- months
        raise ValueError(month)
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
