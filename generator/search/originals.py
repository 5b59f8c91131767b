"""What can be found in the originals beside a document: what readers of their pages see, in pieces.

A piece is what is shown of an original at a time: a browser that shows a passage of a long one
loads no more. What points at a person is hidden, whether or not somebody looked at it: the report's
own page shows no text of originals, and search is no way round that.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from generator.intake.originals import seen_in
from generator.intake.originals.attachments import FOLDER, Original
from generator.privacy.hiding import hidden

MOST = 200_000
"""Signs of one original that can be found; no report is as long."""
_PIECE = 4_000
"""Signs of a piece, or some more."""
_OVERLAP = 40
"""Signs that two pieces share where one paragraph is cut."""

Texts = Mapping[str, str]
"""By the digests of originals what can be found in them."""


class Pieces(NamedTuple):
    """One original in which something can be found."""

    title: str
    address: str
    """Below the address of its document's page."""
    texts: Sequence[str]


def pieces_of(originals: Sequence[Original], known: Texts) -> tuple[tuple[Pieces, ...], Texts]:
    """The originals that say something, and the texts of all; what is known is not read again."""
    texts = {}
    found = []
    for original in originals:
        digest = original.digest
        text = known.get(digest)
        texts[digest] = text = _text(original) if text is None else text
        if cut := tuple(_cut(text)):
            address = quote(f"{FOLDER}{original.name}")
            found.append(Pieces(original.title, address, cut))
    return tuple(found), texts


def _text(original: Original) -> str:
    lines = map(str.strip, hidden(seen_in(original, MOST)).split("\n"))
    return "\n".join(filter(None, lines))


def _cut(text: str) -> Iterator[str]:
    """A text in pieces of whole paragraphs, as far as these are no longer than a piece."""
    piece: list[str] = []
    size = 0
    for line in filter(None, text.split("\n")):
        for start in range(0, max(1, len(line) - _OVERLAP), _PIECE):
            part = line[start : start + _PIECE + _OVERLAP]
            if piece and size + len(part) > _PIECE:
                yield "\n".join(piece)
                piece, size = [], 0
            piece.append(part)
            size += len(part)
    if piece:
        yield "\n".join(piece)
