"""The year's goal and what came of it, on two lines of a text: `年度目标：…`, `完成情况：…`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.importers.blanks import is_unfilled
from generator.importers.context import Context
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.source import At

_NAMED = re.compile(
    r"\s{0,4}(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?P<name>[^：:，,。；;\n]{2,16})[：:]\s{0,4}(?=\S)"
)


def read(context: Context, paragraphs: Sequence[Piece], at: At = ()) -> None:
    """Put both, where one stands below the other and a text has no other pair of them.

    One alone is not taken: `完成情况：` may be of anything that was told before it.
    """
    if context.gathering.has(*at, "objective"):
        return
    named = [_named(context, piece) for piece in paragraphs]
    pairs = [
        (n, n + 1)
        for n, (first, second) in enumerate(pairwise(named))
        if (first and first[0], second and second[0]) == ("expected", "achieved")
    ]
    if len(pairs) != 1:
        return
    for n in pairs[0]:
        piece, found = paragraphs[n], named[n]
        if found is not None:
            context.label(piece, 0, found[1])
            context.put((*at, "objective", found[0]), piece, None, (found[1], None))


def _named(context: Context, piece: Piece) -> tuple[str, int] | None:
    """The field that a line begins with, and where what it tells begins."""
    match = _NAMED.match(piece.text)
    field = context.labels.field(Part.OBJECTIVE, match["name"]) if match else None
    if match is None or field is None or is_unfilled(piece.text[match.end() :]):
        return None
    return field, match.end()
