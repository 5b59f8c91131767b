"""Ascending numbers as steps from one to the next, in as few signs as a script can hold."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

# 64 signs for the last digit, 27 for those before it. None has to be escaped in a script; a space
# ends an entry, an exclamation mark the list of one field.
_SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_LAST, _BEFORE = 64, 27
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}

Moves = tuple[tuple[int, int], ...]
"""From which number on all are moved by how much more, in ascending order."""


def _digits(number: int) -> str:
    rest, last = divmod(number, _LAST)
    written = _SIGNS[last]
    while rest:
        rest, digit = divmod(rest, _BEFORE)
        written = _SIGNS[_LAST + digit] + written
    return written


FEW = 4096
WRITTEN = tuple(_digits(number) for number in range(FEW))
"""Steps that are written again and again."""


def step(number: int) -> str:
    """One step; 0 leads to the very next number."""
    return WRITTEN[number] if number < FEW else _digits(number)


def steps_of(numbers: Iterable[int]) -> str:
    """Ascending numbers from 0 on, as they stand in a shard."""
    last, steps = -1, []
    for number in numbers:
        steps.append(step(number - last - 1))
        last = number
    return "".join(steps)


def numbers_of(steps: str) -> list[int]:
    """The same again; raises KeyError for a sign that stands for nothing."""
    return [number for number, _, _ in _read(steps)]


@lru_cache(maxsize=1 << 16)
def moved(steps: str, moves: Moves) -> str:
    """The same numbers after these moves; only the steps that cross a place are written anew.

    Most terms are of one document, and share their steps with all others that only it has.
    """
    done: list[str] = []
    rest = 0
    waiting = list(reversed(moves))
    last = -1
    for number, begin, end in _read(steps):
        by = 0
        while waiting and number >= waiting[-1][0]:
            by += waiting.pop()[1]
        if by:
            done += steps[rest:begin], step(number - last - 1 + by)
            rest = end
        if not waiting:
            break
        last = number
    return "".join(done) + steps[rest:]


def _read(steps: str) -> Iterator[tuple[int, int, int]]:
    """Each number, and where its step begins and ends."""
    number, before, begin = -1, 0, 0
    for place, sign in enumerate(steps, 1):
        value = _VALUES[sign]
        if value >= _LAST:
            before = before * _BEFORE + value - _LAST
            continue
        number += before * _LAST + value + 1
        yield number, begin, place
        before, begin = 0, place
