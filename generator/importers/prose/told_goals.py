"""The year's goal and what came of it, on two lines of a text: `年度目标：…`, `完成情况：…`.

The goal may also stand alone below a heading of its own: `（三）项目绩效目标`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.importers.blanks import is_unfilled
from generator.importers.context import Context
from generator.importers.ordinals import ordinal
from generator.importers.outline import Piece
from generator.importers.part import Part
from generator.importers.prose.headings import Layout
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


def read_below(context: Context, layout: Layout, at: At = ()) -> None:
    """Put the goal that is all that stands below a heading of that name, where one does."""
    sections = layout.sections
    is_told = context.gathering.has(*at, "objective") or context.gathering.has(*at, "items")
    if is_told or not layout.is_report:
        return
    deeper = {id(above) for above, below in pairwise(sections) if below.style > above.style}
    found = [
        section
        for section in sections
        if context.labels.field(Part.OBJECTIVE, section.title) == "expected"
        and id(section) not in deeper
    ]
    if len(found) != 1 or len(found[0].body) != 1:
        return
    text = found[0].body[0].text
    if ordinal(text.lstrip()) is None and not is_unfilled(text) and not _JUDGES.search(text):
        context.put((*at, "objective", "expected"), found[0].body[0])


_JUDGES = re.compile(
    "[设制编拟]定|不[够清细强高]|偏[低高]|缺[乏少]|存在|部分(?:单位|项目|部门)|个别|设置|编制|申报|批复|明确|合理|量化|细化|相[符关]|匹配|分值|得分|满分|如下|[见详]附|详见|下表"
    "|指标体系|评价|自评|未(?!成年|来)|不足|暂?无[。，]"
)
"""Words with which a text speaks of goals, and does not tell them."""


def _named(context: Context, piece: Piece) -> tuple[str, int] | None:
    """The field that a line begins with, and where what it tells begins."""
    match = _NAMED.match(piece.text)
    field = context.labels.field(Part.OBJECTIVE, match["name"]) if match else None
    if match is None or field is None or is_unfilled(piece.text[match.end() :]):
        return None
    return field, match.end()
