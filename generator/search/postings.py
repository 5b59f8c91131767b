"""Where each term stands, dealt out in shards."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.search.documents import Field, Series
from generator.search.shards import shard_of
from generator.search.steps import FEW, WRITTEN, step
from generator.search.terms import spread

_FIELDS = len(Field)
_SIZE = 1.3
"""Bytes that one place of a term takes, nearly."""


class Sizes(NamedTuple):
    """By how much shards are filled."""

    terms: int
    """Different ones."""
    spelt: int
    """The bytes of their names."""
    places: int
    """Where they stand, all together."""

    def shards(self, size: int) -> int:
        """So many that each has about `size` bytes, or down to half."""
        whole = self.spelt + self.terms + _SIZE * self.places
        return _power_of_two(whole / size)


class Postings:
    """The documents in which each term stands, gathered in their order."""

    def __init__(self) -> None:
        self._places = defaultdict[str, "array[int]"](_numbers)
        self._count = 0
        self._next = [0] * len(Series)

    def add(self, series: int, terms: Mapping[str, int]) -> None:
        """Take the next document of a series."""
        places, number = self._places, self._next[series] * _FIELDS
        self._next[series] += 1
        for term, field in terms.items():
            places[term].append(number + field)
        self._count += len(terms)

    @property
    def sizes(self) -> Sizes:
        """Of all terms that were taken."""
        terms = self._places
        return Sizes(len(terms), sum(map(len, map(str.encode, terms))), self._count)

    def shards(self, size: int) -> Iterator[str]:
        """All terms, each given out once, in shards of about that many bytes, or down to half."""
        terms, count = self._places, self.sizes.shards(size)
        dealt: list[list[str]] = [[] for _ in range(count)]
        for term in sorted(terms):
            dealt[spread(term) % count].append(term)
        for shard in dealt:
            yield shard_of((term, _entry(terms.pop(term))) for term in shard)


def _entry(places: Iterable[int]) -> str:
    """The documents of each field, as steps from one to the next."""
    last, steps = [-1] * _FIELDS, [""] * _FIELDS
    for place in places:
        document, field = divmod(place, _FIELDS)
        ahead = document - last[field] - 1
        last[field] = document
        steps[field] += WRITTEN[ahead] if ahead < FEW else step(ahead)
    return "!".join(steps).rstrip("!")


def _power_of_two(share: float) -> int:
    """The next one: a little growth then leaves every term in its shard."""
    count = 1
    while count < share:
        count *= 2
    return count


def _numbers() -> "array[int]":
    """Room for whole numbers at four bytes each: a document and the field in it are one."""
    return array("I")
