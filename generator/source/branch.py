"""What the parser is still in the middle of."""

from collections.abc import Sequence

import yaml

from generator.source.document import At, Plain
from generator.source.mark import Mark
from generator.source.places import Places

NO_KEY = "?"
"""Stands for a key that is no text."""


class Branch:
    """A mapping or list that is still open; `key` waits for its value."""

    __slots__ = ("data", "key", "key_event", "key_mark", "number")

    def __init__(self, number: int, data: dict[str, Plain] | list[Plain]) -> None:
        self.number = number
        self.data = data
        self.key: str | None = None
        self.key_mark: Mark | None = None
        self.key_event: yaml.ScalarEvent | None = None

    @property
    def expects_key(self) -> bool:
        return self.key is None and isinstance(self.data, dict)

    @property
    def next(self) -> str | int:
        """Under what the next value goes."""
        if isinstance(self.data, list):
            return len(self.data)
        return NO_KEY if self.key is None else self.key


class Trunk:
    """All that has been read of a file, and the branches that are still open."""

    __slots__ = ("open", "places", "root")

    def __init__(self, lines: Sequence[str]) -> None:
        self.root: Plain = None
        self.places = Places(lines)
        self.open: list[Branch] = []

    @property
    def next(self) -> At:
        """The way to the next value."""
        return tuple(branch.next for branch in self.open)

    @property
    def expects_key(self) -> bool:
        return bool(self.open) and self.open[-1].expects_key

    def begin(self, mark: Mark) -> int:
        """Number a value under the key that waits for it."""
        return self.places.begin(mark, self.open[-1].key_mark if self.open else None)

    def fork(self, mark: Mark, data: dict[str, Plain] | list[Plain]) -> None:
        """Open a mapping or list."""
        self.open.append(Branch(self.begin(mark), data))

    def close(self) -> None:
        """Put away the mapping or list that was opened last."""
        branch = self.open.pop()
        self.places.end(branch.number)
        self.put(branch.data)

    def put(self, value: Plain) -> None:
        """Put a value where it belongs: to its key, into its list, or as the whole file."""
        if not self.open:
            self.root = value
            return
        branch = self.open[-1]
        if isinstance(branch.data, list):
            branch.data.append(value)
        elif branch.key is None:  # a key that is no text; refused, the rest is still read
            branch.key, branch.key_mark = NO_KEY, Mark(1, 1)
        else:
            branch.data[branch.key] = value
            branch.key = branch.key_mark = None

    def drop(self, key: str) -> Mark | None:
        """Take away what the open mapping has under a key; the mark of that key."""
        branch = self.open[-1]
        earlier = self.places.child(branch.number, list(branch.data).index(key))
        before = self.places.key(earlier)
        self.places.drop(earlier)
        if isinstance(branch.data, dict):
            del branch.data[key]
        return before
