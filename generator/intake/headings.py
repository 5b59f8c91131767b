"""The headings of a page written by hand, as they come out of Markdown."""

from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple

import markdown

_EXTENSIONS = ("attr_list", "fenced_code", "tables")
"""What decides whether a line is a heading, and which id it has; ids made of words are left out."""
_LEVELS = {f"h{level}": level for level in range(1, 7)}


class Heading(NamedTuple):
    """A heading as readers see it."""

    level: int
    """1 is the title of a page."""
    text: str
    id: str | None
    """The one given by hand; None where there is none."""


def headings(text: str) -> Sequence[Heading]:
    """All of them, in order; none is found in code, in a comment or in front matter taken off."""
    reader = _Reader()
    reader.feed(markdown.markdown(text, extensions=list(_EXTENSIONS)))
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Heading] = []
        self._open: tuple[int, str | None] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEVELS:
            self._open, self._text = (_LEVELS[tag], dict(attrs).get("id")), []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEVELS and self._open is not None:
            level, given = self._open
            self.found.append(Heading(level, " ".join("".join(self._text).split()), given))
            self._open = None
