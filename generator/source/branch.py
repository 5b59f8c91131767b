"""What the parser is still in the middle of."""

import yaml

from generator.source.document import Plain
from generator.source.mark import Mark

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
