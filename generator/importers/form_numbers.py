"""The number that a form is known by among those that are published: `公开15表`, `财决公开09表`.

It stands on a line above the title, before it on the same line, or in a cell of the top rows.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from generator.importers.context import Context
from generator.importers.outline import Piece
from generator.importers.title_lines import names_document

_NUMBER = (
    r"(?:[\u4e00-\u9fff]{0,6}(?:公开|财决|财预|决算|预决算|绩效|自评)[\u4e00-\u9fff]{0,4}?\s?"
    r"\d{1,3}(?:\s?[-－—]\s?\d{1,2})?\s?表|(?:公开|财决|预决算公开)表\s?\d{1,3}(?:[-－—]\d{1,2})?)"
)
_ALONE = re.compile(rf"[（(]?\s?(?P<number>{_NUMBER})\s?[）)]?")
_BEFORE_TITLE = re.compile(rf"\s?(?P<number>{_NUMBER})[\s：:]{{0,20}}(?=\S)")
_ANNEX = re.compile("附[件表录]|第")
_HIGHEST = 8
"""Lines above a text among which such a number may stand."""
_Piece = TypeVar("_Piece", bound=Piece)


def taken(context: Context, pieces: Sequence[_Piece]) -> list[_Piece]:
    """Put the number that one of the first pieces is; the pieces without it."""
    for n, piece in enumerate(pieces[:_HIGHEST]):
        match = _ALONE.fullmatch(piece.text.strip())
        if match is not None and not _ANNEX.match(match["number"]):
            context.put(("source", "form_number"), piece, "".join(match["number"].split()))
            return [*pieces[:n], *pieces[n + 1 :]]
    return list(pieces)


def before_title(context: Context, piece: Piece) -> int:
    """Put the number that stands before a title on its line; where the title begins."""
    match = _BEFORE_TITLE.match(piece.text)
    if match is None or _ANNEX.match(match["number"]):
        return 0
    if not names_document(piece.text[match.end() :]):
        return 0
    number = "".join(match["number"].split())
    context.put(("source", "form_number"), piece, number, match.span("number"))
    return match.end()
