"""Numbers in Chinese numerals: 两, 一百零五, 三千六百, 叁拾, 四点五, 半."""

import re
from decimal import Decimal
from types import MappingProxyType

from generator.values.lazily import lazily

_DIGITS = MappingProxyType(
    {sign: value for value, signs in enumerate(
        ("零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    ) for sign in signs}
)  # fmt: skip
_TENS = MappingProxyType({"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000})
_MYRIADS = (("亿", 10**8), ("万", 10**4))
_ALONE = frozenset("百佰千仟")
"""With nothing before them they say a number only roughly: 百余人."""
_LEADING = frozenset("十拾")
"""They may begin a number: 十二."""

DIGITS = "".join(_DIGITS)
NUMERALS = "".join((*_DIGITS, *_TENS, "万亿半"))
"""Every sign that a Chinese numeral is written with."""
_SEVERAL = lazily(
    r"一[二两]|[二两]三|百十$|三[四五]|四五|五六|六七|七八|八九|[百千万亿][一二三四五六七八九]$"
)
"""Two digits side by side leave the number open: 三四次; so does 一百二."""
_MIXED = lazily(r"(?<![\d.,])(\d{1,4})([亿万千])(\d{1,4})([万千百])(?!\d)(?![万亿])", re.ASCII)
_WORTH = MappingProxyType({"百": 100, "千": 1000, "万": 10**4, "亿": 10**8})


def is_rough(text: str) -> bool:
    """Whether a numeral leaves its number open: 三四, 七八十, 一百二."""
    return bool(_SEVERAL.search(text))


def unmixed(text: str) -> str:
    """The text with digits between numerals put together: 3万5千 is 35000."""
    return _MIXED.sub(_in_digits, text)


def _in_digits(match: re.Match[str]) -> str:
    high, low = _WORTH[match[2]], _WORTH[match[4]]
    if int(match[3]) * low >= high:
        return match[0]
    return str(int(match[1]) * high + int(match[3]) * low)


def chinese(text: str) -> Decimal | None:
    """The number that a numeral says; None where it says none: 一一, 三三两两, 万."""
    if text == "半":
        return Decimal("0.5")
    whole, point, places = text.partition("点")
    if point:
        base = chinese(whole)
        if base is None or not places or not all(sign in _DIGITS for sign in places):
            return None
        return base + Decimal("0." + "".join(str(_DIGITS[sign]) for sign in places))
    total, rest = 0, text
    for myriad, worth in _MYRIADS:
        above, found, below = rest.partition(myriad)
        if not found:
            continue
        part = _below_myriad(above)
        if not part:
            return None
        total, rest = total + part * worth, below
    if not rest:
        return Decimal(total) if total else None
    part = _below_myriad(rest, follows=bool(total))
    return None if part is None else Decimal(total + part)


def _below_myriad(text: str, *, follows: bool = False) -> int | None:
    """Digits, each with its place, places falling: 三千六百; None for any other order.

    A last digit without its place behind a larger one (一万五) has two readings.
    """
    if text in _ALONE:
        return _TENS[text]
    total, digit, place, zero = 0, None, 10**4, False
    for sign in text:
        if sign in _DIGITS and digit is None:
            digit, zero = _DIGITS[sign] or None, zero or not _DIGITS[sign]
        elif sign in _TENS and _TENS[sign] < place and (digit or (sign in _LEADING and not total)):
            place = _TENS[sign]
            total += (digit or 1) * place
            digit, zero = None, False
        else:
            return None
    if digit and not zero and (place > _TENS["十"] if total else follows):
        return None
    return total + (digit or 0) if total or digit or zero else None
