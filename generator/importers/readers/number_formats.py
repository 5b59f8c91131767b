"""Numbers and dates of a workbook as its sheet shows them."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_QUOTED = re.compile(r'"([^"]{0,200})"|\\(.)')
_BRACKETS = re.compile(r"\[[^\]]{0,40}\]")
_PATTERN = re.compile(r"[#0?,]*(?:\.[0#?]+)?")
_PADDING = re.compile(r"[_*].")
_DATE_SIGNS = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
_DAY_PARTS = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s", re.IGNORECASE)
_SYSTEM_DAYS = {"mm-dd-yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm"}
"""Formats that follow the settings of the system, as Chinese ones have them."""
_PLACES = 15
"""Digits that a sheet computes with; what stands behind them is noise."""


def displayed(value: object, form: str) -> str:
    """A cell's value in the format of the cell; one that is not known, as it is stored."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(
                Decimal(repr(value)) if isinstance(value, float) else Decimal(value), form
            )
        case datetime() | date() | time():
            return _day(value, form)
        case timedelta():
            return str(value)
        case _:
            return str(value)


def _number(number: Decimal, form: str) -> str:
    section = _section(number, form)
    literal = _QUOTED.sub("", _BRACKETS.sub("", section))
    if form in ("General", "@", "") or "General" in literal:
        return _general(number)
    pattern = next((m for m in _PATTERN.finditer(literal) if "0" in m[0] or "#" in m[0]), None)
    if pattern is None and section and not literal.strip():
        return _literal(_PADDING.sub("", _BRACKETS.sub("", section)))
    if pattern is None or "E" in literal or "/" in literal:
        return _general(number)
    shown = number * 100 if "%" in literal else number
    whole, _, fraction = pattern[0].partition(".")
    scaled = len(whole) - len(whole.rstrip(","))
    shown = shown.scaleb(-3 * scaled)
    text = _grouped(abs(shown), whole.rstrip(","), fraction)
    before, behind = _affixes(section)
    sign = "-" if shown < 0 and (";" not in form or form.count(";") == 0) else ""
    return f"{sign}{before}{text}{behind}"


def _grouped(number: Decimal, whole: str, fraction: str) -> str:
    rounded = number.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    head, point, tail = text.partition(".")
    least = fraction.rstrip("#?")
    while tail and len(tail) > len(least) and tail.endswith("0"):
        tail = tail[:-1]
    return head.zfill(whole.count("0")) + (point + tail if tail else "")


def _section(number: Decimal, form: str) -> str:
    """The part of a format for numbers of this sign."""
    parts = form.split(";")
    if number < 0 and len(parts) > 1:
        return parts[1]
    if not number and len(parts) > 2:  # noqa: PLR2004 -- positive, negative, zero
        return parts[2]
    return parts[0]


def _affixes(section: str) -> tuple[str, str]:
    """What is printed before and behind the digits: a unit, a sign of money, per cent."""
    bare = _PADDING.sub("", _BRACKETS.sub("", section))
    literals = _QUOTED.sub(lambda m: "\x00" * len(m[0]), bare)
    match = next((m for m in _PATTERN.finditer(literals) if "0" in m[0] or "#" in m[0]), None)
    if match is None:
        return "", ""
    return _literal(bare[: match.start()]), _literal(bare[match.end() :])


def _literal(text: str) -> str:
    return _QUOTED.sub(lambda m: m[1] or m[2] or "", text).strip()


def _general(number: Decimal) -> str:
    rounded = round(number, _PLACES - 1 - max(number.adjusted(), 0)) if number else number
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(value: date | time, form: str) -> str:
    form = _SYSTEM_DAYS.get(form, form)
    plain = _QUOTED.sub(lambda m: m[1] or m[2] or "", _BRACKETS.sub("", form.split(";")[0]))
    if not _DATE_SIGNS.search(plain) or isinstance(value, time):
        return value.isoformat()
    has_hours = False

    def part(match: re.Match[str]) -> str:
        nonlocal has_hours
        sign = match[0].lower()
        has_hours = has_hours or sign[0] == "h"
        if sign[0] in "hs" and not isinstance(value, datetime):
            return ""
        return _part(value, sign, has_hours=has_hours)

    return _DAY_PARTS.sub(part, plain).strip()


def _part(value: date, sign: str, *, has_hours: bool) -> str:
    """One part of a date; m behind an hour is a minute."""
    moment = value if isinstance(value, datetime) else None
    number = {
        "y": value.year if sign == "yyyy" else value.year % 100,
        "m": moment.minute if moment and has_hours else value.month,
        "d": value.day,
        "h": moment.hour if moment else 0,
        "s": moment.second if moment else 0,
    }[sign[0]]
    return str(number).zfill(2) if len(sign) == 2 else str(number)  # noqa: PLR2004 -- mm, dd
