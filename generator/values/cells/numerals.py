"""Numbers in Chinese numerals: 两, 一百零五, 三千六百, 叁拾, 半."""

from decimal import Decimal
from types import MappingProxyType

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

NUMERALS = "".join((*_DIGITS, *_TENS, "万亿半"))
"""Every sign that a Chinese numeral is written with."""


def chinese(text: str) -> Decimal | None:
    """The number that a numeral says; None where it says none: 一一, 三三两两, 万."""
    if text == "半":
        return Decimal("0.5")
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
