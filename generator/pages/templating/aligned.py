"""Decimals that stand under one another in a column of numbers.

Columns are flush right. A number with fewer than two decimals stands as far from the edge as those
that it lacks, so that its point is below the others: the style sheet gives the class its room.
"""

from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from generator.values.money import Amount

_USUAL = 2
_NOTHING = Markup("")
_KEPT = 1 << 13


def places(value: Amount | Decimal | str | None) -> Markup:
    """What the class of a number's cell ends in; nothing where there is no number, or no room.

    An amount counts as columns print it, a text as it is printed: `97.5%` has one decimal.
    """
    if value is None:
        return _NOTHING
    return _of(str(value.in_column if isinstance(value, Amount) else value))


@lru_cache(_KEPT)
def _of(printed: str) -> Markup:
    decimals = sum(sign.isdigit() for sign in printed.partition(".")[2])
    return Markup(" gk-places-{}").format(decimals) if decimals < _USUAL else _NOTHING
