"""Sums of money in running text: `全年支出98.6万元` tells one, as printed and in its place.

The text is folded to half width by whoever asks, since patterns around a sum want it so too.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.values.money import UNSIGNED, Amount, Unit, number_of

MONEY = rf"({UNSIGNED})\s?({'|'.join(unit.label for unit in Unit)})"
"""A sum as a part of a pattern: its two groups, number and unit, are for `amount_of`."""
SIGN = "元"
"""What every sum has: the cheapest look at a text."""
_UNITS = {unit.label: unit for unit in Unit}
_MONEY = re.compile(MONEY, re.ASCII)


class Told(NamedTuple):
    """A sum as it is told, with its place in the text."""

    amount: Amount
    start: int
    end: int


def unit_named(label: str | None) -> Unit | None:
    """The unit of money that a label is; None where it is another unit, or none."""
    return _UNITS.get(label or "")


def amount_of(number: str, unit: str) -> Amount:
    """The amount that the two groups of `MONEY` hold."""
    return Amount(number_of(number), _UNITS[unit])


def told_money(text: str, pattern: re.Pattern[str] = _MONEY) -> Sequence[Told]:
    """Every sum that a text tells, in order; of another pattern the first groups are `MONEY`'s."""
    if SIGN not in text:
        return ()
    return tuple(
        Told(amount_of(match[1], match[2]), match.start(), match.end())
        for match in pattern.finditer(text)
    )
