"""Chance that repeats itself: the same key throws the same numbers on every machine.

Only `random()` is used, whose sequence Python promises to keep; how `choice` or `shuffle` draw
from it may change between versions.
"""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """One stream of chance, named by its key."""

    def __init__(self, *key: object) -> None:
        self._throw = random.Random("/".join(map(str, key))).random  # noqa: S311 - no secrets here

    def below(self, end: int) -> int:
        """A whole number from 0 up to, not including, `end`."""
        return int(self._throw() * end)

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._throw() * (high - low + 1))

    def chance(self, percent: int) -> bool:
        return self._throw() * 100 < percent

    def low_between(self, low: int, high: int) -> int:
        """As `between`, small ones being far more frequent, as amounts and quantities are."""
        throw = self._throw()
        return low + int(throw * throw * throw * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self._throw() * len(items))]

    def weighted(self, items: Sequence[tuple[T, int]]) -> T:
        """One of the items, each as likely as its number says."""
        left = self.below(sum(weight for _, weight in items))
        for item, weight in items:
            left -= weight
            if left < 0:
                return item
        raise ValueError("nothing to choose from")

    def sample(self, items: Sequence[T], number: int) -> list[T]:
        """Different ones, in the order drawn; all when there are fewer."""
        pool = list(items)
        for n in range(min(number, len(pool))):
            other = self.between(n, len(pool) - 1)
            pool[n], pool[other] = pool[other], pool[n]
        return pool[:number]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        return self.sample(items, len(items))
