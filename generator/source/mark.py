"""A place in a text."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, Self


class ParserMark(Protocol):
    """A place as the parser gives it, counted from 0."""

    line: int
    column: int


class Mark(NamedTuple):
    """A place in a text, counted in characters from 1."""

    line: int
    column: int

    @classmethod
    def of(cls, mark: ParserMark | None) -> Self:
        """Count from 1 what the parser counts from 0; without a mark, the beginning."""
        return cls(1, 1) if mark is None else cls(mark.line + 1, mark.column + 1)

    def within(self, lines: Sequence[str]) -> "Mark":
        """Give the end of the text for the line that the parser counts behind the last one."""
        return self if self.line <= len(lines) else Mark(len(lines), len(lines[-1]) + 1)
