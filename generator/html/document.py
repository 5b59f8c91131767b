"""A whole page of Markdown: blocks with an empty line between each two."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.html.headings import Draft, Heading, draft, with_ids
from generator.html.inline import inline, is_inline, with_bold
from generator.html.outside import OutsideError
from generator.html.raw import is_outer, raw

_ACTING_ANYWHERE = ("\t", "\r", "\x02", "\x03", "`", "~~~")
"""Signs that Python-Markdown reads or replaces before it looks for HTML."""
_BLANK_LINE = re.compile(r"\n +\n")
_NO_ENTITY = re.compile(r"&(?!#[0-9]++;|[a-zA-Z][a-zA-Z0-9]*+;)")
_ITEM = re.compile(r"(?<!\d)\d++\. ")
_BEGINS = frozenset("&<%,/")
"""What a paragraph may begin with, beside letters, digits and whatever is not ASCII."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a page of Markdown."""

    html: str
    headings: tuple[Heading, ...]
    """All of them, in their order."""


def converted(markdown: str) -> Converted:
    """The page as Python-Markdown makes it with attr_list, toc, tables and fenced_code.

    Raises OutsideError for whatever our templates do not write; nothing is said of it then.
    """
    if any(sign in markdown for sign in _ACTING_ANYWHERE):
        raise OutsideError(markdown)
    if (found := _BLANK_LINE.search(markdown) or _NO_ENTITY.search(markdown)) is not None:
        raise OutsideError(markdown[found.start() :])
    pieces = iter(markdown.split("\n\n"))
    blocks = [_block(piece, pieces) for piece in pieces]
    headings = tuple(with_ids(block for block in blocks if isinstance(block, Draft)))
    named = iter(headings)
    written = [
        f'<h{block.level} id="{next(named).id}">{block.html}</h{block.level}>'
        if isinstance(block, Draft)
        else block
        for block in blocks
    ]
    return Converted("\n".join(written).removesuffix("\n"), headings)


def _block(block: str, following: Iterator[str]) -> str | Draft:
    """A block as HTML, with what follows where it goes on; a heading waits for its id."""
    if not block or block[0].isspace() or block[-1].isspace():
        raise OutsideError(block)
    first = block[0]
    if first == "#":
        return draft(block)
    if first == "<" and is_outer(block):
        # Python-Markdown keeps the line break behind it, and puts another between blocks.
        return f"{raw(block, following)}\n"
    # HTML is what this room makes, thousands of times a build: a template would cost what it saves.
    return f"<p>{_paragraph(block)}</p>"


def _paragraph(block: str) -> str:
    first = block[0]
    if first == "*":
        return with_bold(block)
    known = not first.isascii() or first.isalnum() or first in _BEGINS
    if not known or _ITEM.match(block) or (first == "<" and not is_inline(block)):
        raise OutsideError(block)
    return inline(block)
