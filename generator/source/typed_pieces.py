"""The text of one value as it was typed: where it ends, and the line with another in its place.

Nearly no value is ever to be replaced, so only beginnings are kept (`places`). Where a value ends
is asked of the parser once more, for the whole file.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import yaml

from generator.diagnostics import Fix
from generator.diagnostics.fix import between
from generator.source.mark import Mark
from generator.source.signs import in_brackets

_FILES = 4
"""Texts whose pieces are kept: a file is asked for one value after another."""


class TypedPiece(NamedTuple):
    """A text on one line, its quotes included."""

    mark: Mark
    end: int
    """The column behind it."""
    line: str

    @property
    def in_brackets(self) -> bool:
        return in_brackets(self.line[: self.mark.column - 1])

    @property
    def is_quoted(self) -> bool:
        return self.line[self.mark.column - 1 : self.mark.column] in ("'", '"')

    def replaced(self, text: str, *, is_sure: bool) -> Fix:
        """The fix that puts another text there; behind nothing no blank is left."""
        before, behind = self.line[: self.mark.column - 1], self.line[self.end - 1 :]
        if (not text and not self.in_brackets) or text.startswith("\n"):
            before = before.rstrip()
        blank = " " if text[:1].strip() and before.endswith(":") else ""
        meant = f"{before}{blank}{text}{behind}"
        return between(self.mark.line, self.line, meant, is_sure=is_sure)


def piece_at(text: str, mark: Mark) -> TypedPiece | None:
    """The text that begins at a mark; None where it takes several lines, or is none."""
    return _pieces(text).get(mark)


@lru_cache(_FILES)
def _pieces(text: str) -> Mapping[Mark, TypedPiece]:
    lines = text.split("\n")
    found: dict[Mark, TypedPiece] = {}
    try:
        for event in iter(yaml.CSafeLoader(text).get_event, None):
            if isinstance(event, yaml.ScalarEvent):
                begin, end = Mark.of(event.start_mark), Mark.of(event.end_mark)
                if begin.line == end.line <= len(lines):
                    line = lines[begin.line - 1]
                    found[begin] = TypedPiece(begin, end.column, line)
    except (yaml.YAMLError, UnicodeError):
        return found  # as far as it can be read
    return found
