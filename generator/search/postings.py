"""Where a term stands, in as few signs as a script can hold without escapes."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.search.documents import Field
from generator.search.terms import spread

# Signs that stand for numbers: 64 for the last digit, 27 for those before it. None has to be
# escaped in a script; a space ends an entry, an exclamation mark the list of one field.
_SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_LAST, _BEFORE = 64, 27
_FIELDS = len(Field)
_SIZE = 1.5
"""Bytes that one place of a term takes, nearly."""


class Postings:
    """The documents in which each term stands, gathered in their order."""

    def __init__(self) -> None:
        self._places = defaultdict[str, "array[int]"](_numbers)
        self._count = 0

    def add(self, document: int, terms: Mapping[str, int]) -> None:
        """Take one document; its number is larger than those before."""
        places, number = self._places, document * _FIELDS
        for term, field in terms.items():
            places[term].append(number + field)
        self._count += len(terms)

    def shards(self, size: int) -> Iterator[str]:
        """All terms, each given out once, in shards of about that many bytes, or down to half."""
        terms = self._places
        whole = sum(map(len, map(str.encode, terms))) + 2 * len(terms) + _SIZE * self._count
        count = _power_of_two(whole / size)
        dealt: list[list[str]] = [[] for _ in range(count)]
        for term in sorted(terms):
            dealt[spread(term) % count].append(term)
        for shard in dealt:
            yield " ".join([f"{term} {_entry(terms.pop(term))}" for term in shard])


def _entry(places: Iterable[int]) -> str:
    """The documents of each field, as steps from one to the next."""
    last, steps = [-1] * _FIELDS, [""] * _FIELDS
    for place in places:
        document, field = divmod(place, _FIELDS)
        step = document - last[field] - 1
        last[field] = document
        steps[field] += _NUMBERS[step] if step < _FEW else _digits(step)
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


def _digits(number: int) -> str:
    rest, last = divmod(number, _LAST)
    written = _SIGNS[last]
    while rest:
        rest, digit = divmod(rest, _BEFORE)
        written = _SIGNS[_LAST + digit] + written
    return written


_FEW = 4096
_NUMBERS = tuple(_digits(number) for number in range(_FEW))
