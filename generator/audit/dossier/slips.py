"""Slips of the pen in figures: two that differ as copying by hand makes them differ."""

from decimal import Decimal
from difflib import SequenceMatcher
from enum import Enum, auto

from generator.values.money import places_of

_FEWEST = 3
"""Digits below which two figures are near one another by chance."""
_FEWEST_OF_SURE = 2


class Slip(Enum):
    """What was done to the digits."""

    SWAPPED = auto()
    """Two neighbours changed places: 412.50 and 421.50."""
    MISTYPED = auto()
    """One digit is another: 626 and 616."""


def is_near_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one is a slip of the other, where words say already that it should be the other."""
    return slip(one, other, fewest=_FEWEST_OF_SURE) is not None


def slip(one: Decimal, other: Decimal, *, fewest: int = _FEWEST) -> Slip | None:
    """How one figure may have come from the other; None where they are equal, or far apart."""
    if one > 0 < other and one.adjusted() != other.adjusted():
        return None  # so many digits before the point, and so many others
    places = max(places_of(one), places_of(other))
    first, second = (f"{number.scaleb(places):.0f}" for number in (one, other))
    if len(first) != len(second):
        return None
    while first.endswith("0") and second.endswith("0"):
        first, second = first[:-1], second[:-1]
    if len(first) < fewest:
        return None
    changed = [n for n, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    match changed:
        case [_]:
            return Slip.MISTYPED
        case [n, following] if following == n + 1:
            is_swapped = first[n] == second[following] and first[following] == second[n]
            return Slip.SWAPPED if is_swapped else None
    return None


def shared(one: str, other: str) -> str:
    """The longest run of signs that two short texts have in common."""
    return _run(one, other)[0]


def of_one(one: str, other: str) -> str:
    """The same, where nothing before it tells two things apart: 东区学校 and 西区学校 are two."""
    run, first, second = _run(one, other)
    is_told_apart = first and second and one[first - 1] != other[second - 1]
    return "" if is_told_apart and "\t" not in (one[first - 1], other[second - 1]) else run


def _run(one: str, other: str) -> tuple[str, int, int]:
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size], match.a, match.b
