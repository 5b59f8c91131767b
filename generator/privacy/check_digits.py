"""Numbers that prove themselves: by the digit that checks them, or the day of birth in them."""

import re
from datetime import date

IDENTITY, OLD_IDENTITY = 18, 15
PROVINCES = frozenset(
    re.findall("..", "1112131415212223313233343536374142434445465051525354616263646571818283")
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_BIRTHS = range(1900, 2100)


def is_identity(digits: str) -> bool:
    """Whether this is the number of an identity card: province, date of birth, check digit."""
    if len(digits) != IDENTITY or not digits[:-1].isdigit() or digits[:2] not in PROVINCES:
        return False
    if not _day(digits[6:14]):
        return False
    remainder = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False)) % 11
    return _CHECK_DIGITS[remainder] == digits[-1].upper()


def is_old_identity(digits: str) -> bool:
    """Whether this may be one of the first kind, of fifteen digits: province, day of birth."""
    is_long = len(digits) == OLD_IDENTITY and digits.isdigit() and digits[:2] in PROVINCES
    return is_long and _day(f"19{digits[6:12]}")


def _day(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year in _BIRTHS
    except ValueError:
        return False


def has_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit bank cards carry."""
    if not digits.isdigit():
        return False
    doubled = (sum(divmod(int(d) * 2, 10)) for d in digits[-2::-2])
    return (sum(int(d) for d in digits[::-2]) + sum(doubled)) % 10 == 0
