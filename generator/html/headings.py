"""Headings: their level, their text, and the id that leads to them."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown.extensions.toc import unique

from generator.html.inline import inline, without_tags
from generator.html.outside import OutsideError
from generator.html.words import ids_from_words

_LINE = re.compile(r"(#{1,6}+) ([^\n]++)\Z")
_ID = re.compile(r"(?<![A-Za-z0-9-])[A-Za-z0-9-]++\Z")
_GAP = " {#"


@dataclass(frozen=True, slots=True)
class Draft:
    """A heading as it was written, before those without an id are given one."""

    level: int
    html: str
    id: str | None

    @property
    def name(self) -> str:
        """What it is called in a table of contents: its text without tags, entities kept."""
        return " ".join(without_tags(self.html).split())


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a finished page."""

    level: int
    """1 to 6."""
    id: str
    name: str
    """As HTML without tags."""


def draft(block: str) -> Draft:
    """A block that is one heading; raises OutsideError for any other."""
    line = _LINE.match(block)
    if line is None:
        raise OutsideError(block)
    text, gap, rest = line[2].rpartition(_GAP)
    if not gap:
        text, own = line[2], None
    elif rest.endswith("}") and _ID.match(own := rest[:-1]):
        pass
    else:
        raise OutsideError(block)
    # Blanks and number signs at the ends are no part of a heading.
    if not text or text != text.strip() or text.endswith("#"):
        raise OutsideError(block)
    return Draft(len(line[1]), inline(text), own)


def with_ids(drafts: Iterable[Draft]) -> Iterator[Heading]:
    """The headings of a page, each with an id: its own, or one that follows from its text."""
    drafts = tuple(drafts)
    taken = {one.id for one in drafts if one.id is not None}
    for one in drafts:
        own = one.id
        if own is None:
            own = unique(ids_from_words(html.unescape(one.name), "-"), taken)
        yield Heading(one.level, own, one.name)
