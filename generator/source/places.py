"""Where everything in a file stands, as numbers: few places are ever asked for, all are kept."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence

from generator.source.mark import Mark

_NONE = 0xFFFF_FFFF
"""Where a list item would have the place of its key."""


class Places:
    """The places of all values and their keys in the order of the file, four bytes each.

    A value is known by its number in that order; what stands in it has the numbers behind its own.
    """

    __slots__ = ("_gone", "_keys", "_sizes", "_starts", "_values")

    def __init__(self, lines: Sequence[str] = ("",)) -> None:
        self._starts = array("I")
        """Where each line begins, in characters from 0; at the end, where the text ends."""
        start = 0
        for line in lines:
            self._starts.append(start)
            start += len(line) + 1
        self._starts.append(start - 1)
        self._values, self._keys, self._sizes = array("I"), array("I"), array("I")
        self._gone: frozenset[int] = frozenset()

    def begin(self, value: Mark, key: Mark | None) -> int:
        """Note where a value begins, and its key if it has one; the number it gets."""
        self._values.append(self._offset(value))
        self._keys.append(_NONE if key is None else self._offset(key))
        self._sizes.append(1)
        return len(self._sizes) - 1

    def end(self, number: int) -> None:
        """Everything begun since then stands in this value."""
        self._sizes[number] = len(self._sizes) - number

    def drop(self, number: int) -> None:
        """Pass over a value that another of the same key took the place of."""
        self._gone |= {number}

    def child(self, number: int, position: int) -> int:
        """The number of the value at a position, from 0, in a list or mapping."""
        here = number + 1
        while True:
            while here in self._gone:
                here += self._sizes[here]
            if not position:
                return here
            here += self._sizes[here]
            position -= 1

    def value(self, number: int) -> Mark:
        """Where a value begins; in a file that holds nothing, its beginning."""
        return self._mark(self._values[number]) if self._values else Mark(1, 1)

    def key(self, number: int) -> Mark | None:
        """Where the key of a value begins; list items have none."""
        offset = self._keys[number] if self._keys else _NONE
        return None if offset == _NONE else self._mark(offset)

    def moved(self, lines: Sequence[str], to: Callable[[Mark], Mark]) -> "Places":
        """The same values, each where it stands in another text of as many lines."""
        moved = Places(lines)
        moved._sizes, moved._gone = self._sizes, self._gone
        moved._values.extend(moved._offset(to(self._mark(offset))) for offset in self._values)
        moved._keys.extend(
            offset if offset == _NONE else moved._offset(to(self._mark(offset)))
            for offset in self._keys
        )
        return moved

    def _offset(self, mark: Mark) -> int:
        return self._starts[mark.line - 1] + mark.column - 1

    def _mark(self, offset: int) -> Mark:
        line = bisect_right(self._starts, offset, hi=len(self._starts) - 1)
        return Mark(line, offset - self._starts[line - 1] + 1)
