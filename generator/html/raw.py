"""Blocks of HTML: Python-Markdown keeps what stands between the tags of an outer element."""

import re
from collections.abc import Iterator

from generator.html.outside import OutsideError

_TAG = re.compile(r'<(/?+[a-z][a-z0-9]*+)(?: [a-zA-Z][a-zA-Z0-9:-]*+(?:="[^"<>]*+")?+)*+>')
"""A tag as templates write it, by its name and a slash where it ends an element."""
_OUTER = frozenset(
    {
        "details",
        "div",
        "dl",
        "figure",
        "form",
        "nav",
        "noscript",
        "ol",
        "p",
        "section",
        "table",
        "ul",
    }
)
"""Elements that begin a block of HTML in Python-Markdown, as far as pages may need them."""
_UNREAD = frozenset(
    {"hr", "iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "xmp"}
)
"""Elements whose content is not read as HTML, or that have none and begin no block."""


def is_outer(block: str) -> bool:
    """Whether a block begins with an element that makes it one of HTML."""
    first = _TAG.match(block)
    return first is not None and first[1] in _OUTER


def raw(block: str, following: Iterator[str]) -> str:
    """A block of HTML, with those that follow while an element of it is open.

    Raises OutsideError unless its elements end with it, each outer one on a line of its own. Each
    sign of HTML must belong to a tag that is written out: a parser mends what is not, and what it
    makes of that is its own.
    """
    names = _names(block)
    first, last = names[0], f"/{names[0]}"
    # Mostly one element, with no other of its name in it: then no other tag can end it.
    if names.count(first) == 1 and last in names and names.index(last) + 1 == len(names):
        if not block.endswith(">"):
            raise OutsideError(block)
        return block
    pieces, still_open = [block], _still_open(block, [])
    while still_open:
        piece = next(following, None)
        if piece is None:
            raise OutsideError(block)
        _names(piece)
        pieces.append(piece)
        still_open = _still_open(piece, still_open)
    return "\n\n".join(pieces)


def _names(block: str) -> list[str]:
    """The tags of a block, each written out and of a sort whose content is HTML."""
    names = _TAG.findall(block)
    if not len(names) == block.count("<") == block.count(">"):
        raise OutsideError(block)
    if not _UNREAD.isdisjoint(names):
        raise OutsideError(block)
    return names


def _still_open(block: str, stack: list[str]) -> list[str]:
    """The elements that a block leaves open, counted as Python-Markdown does: innermost last.

    An end tag closes whatever is open above the last element of its name, and nothing where none
    is open. Behind an outer element only another may stand, on the next line.
    """
    for tag in _TAG.finditer(block):
        name, end = tag[1], tag.end()
        if not name.startswith("/"):
            stack.append(name)
            continue
        closed = name[1:]
        if closed in stack:
            while stack.pop() != closed:
                pass
        if not stack and not _may_end(block, end):
            raise OutsideError(block[end:])
    return stack


def _may_end(block: str, end: int) -> bool:
    return end == len(block) or (block[end] == "\n" and is_outer(block[end + 1 :]))
