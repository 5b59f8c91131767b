"""Decimals that stand under one another in a column of numbers.

Columns are flush right. A number with fewer than two decimals stands as far from the edge as those
that it lacks, so that its point is below the others: the style sheet gives the class its room.
"""

from decimal import Decimal
from functools import lru_cache

from generator.values.money import Amount

_USUAL = 2
_KEPT = 1 << 13


def places(value: Amount | Decimal | str | None) -> int | None:
    """How many decimals a number has that lacks some; None where there is none, or it has all.

    An amount counts as columns print it, a text as it is printed: `97.5%` has one decimal.
    """
    if value is None:
        return None
    return _of(str(value.in_column if isinstance(value, Amount) else value))


@lru_cache(_KEPT)
def _of(printed: str) -> int | None:
    decimals = sum(sign.isdigit() for sign in printed.partition(".")[2])
    return decimals if decimals < _USUAL else None
