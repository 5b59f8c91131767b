"""Where a term stands, in as few signs as a script can hold without escapes."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.search.documents import Field

# Signs that stand for numbers: 64 for the last digit, 27 for those before it. None has to be
# escaped in a script; a space ends an entry, an exclamation mark the list of one field.
_SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_LAST, _BEFORE = 64, 27


class Postings:
    """The documents in which each term stands, gathered in their order."""

    def __init__(self) -> None:
        self._places = tuple(defaultdict[str, "array[int]"](_numbers) for _ in Field)

    def add(self, document: int, terms: Mapping[str, Field]) -> None:
        """Take one document; its number is larger than those before."""
        for term, field in terms.items():
            self._places[field][term].append(document)

    def entries(self) -> Iterator[tuple[str, str]]:
        """Each term, in order, with the documents of each field as steps from one to the next."""
        for term in sorted(set().union(*self._places)):
            yield term, "!".join(_steps(place.pop(term, ())) for place in self._places).rstrip("!")


def _numbers() -> "array[int]":
    """Room for whole numbers at four bytes each."""
    return array("I")


def _steps(numbers: Sequence[int]) -> str:
    steps = (here - last - 1 for last, here in pairwise((-1, *numbers)))
    return "".join([_NUMBERS[step] if step < _FEW else _digits(step) for step in steps])


def _digits(number: int) -> str:
    rest, last = divmod(number, _LAST)
    written = _SIGNS[last]
    while rest:
        rest, digit = divmod(rest, _BEFORE)
        written = _SIGNS[_LAST + digit] + written
    return written


_FEW = 4096
_NUMBERS = tuple(_digits(number) for number in range(_FEW))
