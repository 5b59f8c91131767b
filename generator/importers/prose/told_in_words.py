"""Points of the whole that a text writes in characters: `总得分为九十七分`."""

import re
from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.ordinals import han_value
from generator.importers.outline import Piece
from generator.importers.prose.whole import Years, is_whole
from generator.source import At

_IN_WORDS = re.compile(
    r"(?:(?:自评|自查|评价|评估|综合|最终)?总?得分|综合评分|总分|总评分|自评分)(?:为|是|共|计|[：:])?\s?"
    r"(?P<total>[二三四五六七八九]?十[一二三四五六七八九]?)分(?![值制别]|\s?(?:[（(]?含?[）)]?及?以[上下内]))"
)


def read(context: Context, pieces: Sequence[Piece], years: Years, known: str, at: At = ()) -> None:
    """Put them where no figures tell them."""
    total: At = (*at, "result", "total")
    for piece in pieces:
        for match in _IN_WORDS.finditer(piece.text):
            points = han_value(match["total"])
            is_told = points and is_whole(piece.text, match.start(), years, known)
            if is_told and not context.gathering.has(*total):
                context.put(total, piece, str(points), match.span("total"))
