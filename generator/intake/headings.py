"""The headings of a page written by hand, as they come out of Markdown."""

from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple

import markdown

_EXTENSIONS = ("attr_list", "fenced_code", "tables")
"""What decides whether a line is a heading, and which id it has; ids made of words are left out."""
_LEVELS = {f"h{level}": level for level in range(1, 7)}

_UNSEEN = ("script", "style")


class Heading(NamedTuple):
    """A heading as readers see it."""

    level: int
    """1 is the title of a page."""
    text: str
    id: str | None
    """The one given by hand; None where there is none."""
    below: str
    """The plain text between it and the next heading."""


def headings(text: str) -> Sequence[Heading]:
    """All of them, in order; none is found in code, in a comment or in front matter taken off."""
    reader = _Reader()
    reader.feed(markdown.markdown(text, extensions=list(_EXTENSIONS)))
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._found: list[tuple[int, str | None, list[str], list[str]]] = []
        """Level, id, title and text of each heading."""
        self._is_open = self._is_code = False

    @property
    def found(self) -> Sequence[Heading]:
        """All that were read."""
        return [
            Heading(level, _line(title), given, _line(below))
            for level, given, title, below in self._found
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEVELS:
            self._found.append((_LEVELS[tag], dict(attrs).get("id"), [], []))
            self._is_open = True
        self._is_code |= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if self._found and not self._is_code:
            _, _, title, below = self._found[-1]
            (title if self._is_open else below).append(data)

    def handle_endtag(self, tag: str) -> None:
        self._is_open &= tag not in _LEVELS
        self._is_code &= tag not in _UNSEEN


def _line(pieces: Sequence[str]) -> str:
    return " ".join("".join(pieces).split())
