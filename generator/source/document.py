"""What was read: plain data, and the place of every value and key in its file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, Self, TypeAlias

from generator.diagnostics import Diagnostic, Location

Plain: TypeAlias = "str | dict[str, Plain] | list[Plain] | None"
"""Data as YAML holds it when nothing is guessed: every scalar is text, an empty one is None."""

At: TypeAlias = tuple[str | int, ...]
"""Way from the root to a value: keys as typed, list positions from 0."""


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


@dataclass(frozen=True, slots=True)
class Document:
    """One content file: its data, and where in the file each part stands."""

    path: str
    """Relative to the project, with forward slashes."""
    data: dict[str, Plain]
    marks: Mapping[At, Mark]
    """Where each value begins; `()` is the root."""
    keys: Mapping[At, Mark]
    """Where the key of a value begins; list items have none."""

    def location(self, at: At) -> Location:
        """Place of the value, or of its nearest ancestor that the file has."""
        while at and at not in self.marks:
            at = at[:-1]
        return Location(self.path, *self.marks.get(at, Mark(1, 1)))

    def key_location(self, at: At) -> Location:
        """Place of the key of the value; without a key, the same as `location`."""
        mark = self.keys.get(at)
        return Location(self.path, *mark) if mark else self.location(at)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave.

    The document is None when nothing more can be learnt from the file. It is there beside errors
    that concern one value only, so that the model may add its findings to the same run; a file
    with an error is never fit to publish.
    """

    document: Document | None
    diagnostics: tuple[Diagnostic, ...]


def dotted(at: At) -> str:
    """Join a way as messages show it: `资金.明细.0.支出`."""
    return ".".join(map(str, at))
