"""Points that headings tell of what they are called after: `（一）必要性（20分，得分18分）`."""

import re
from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.prose.headings import Section
from generator.source import At
from generator.values.text import half_width

_NUMBER = r"\d{1,3}(?:\.\d{1,4})?"
_NAME = r"(?P<name>[\u4e00-\u9fff、]{2,24}?)(?:情况)?\s?\("
_WORTH = "(?:满分|总分值|分值|权重|标准分)(?:为)?[：:]?"
_GIVEN = r"(?:实际|自评|自查|评价|评估|综合)?(?:得分?|实得|评分)(?:为)?[：:]?"
_WEIGHT, _SCORE = rf"\s?(?P<weight>{_NUMBER})\s?分", rf"\s?(?P<score>{_NUMBER})\s?分"
_BETWEEN = r"\s?[,，、；;/]"
_POINTS = (
    re.compile(rf"{_NAME}(?:{_WORTH})?{_WEIGHT}{_BETWEEN}\s?{_GIVEN}{_SCORE}\s?\)"),
    re.compile(rf"{_NAME}{_GIVEN}{_SCORE}{_BETWEEN}\s?{_WORTH}{_WEIGHT}\s?\)"),
)
_LEAST = 2
"""Headings that make a table of points."""


def read(context: Context, sections: Sequence[Section], at: At = ()) -> None:
    """Put the rows, where several headings tell points and no table does; lower ones are below."""
    found = [(section, match) for section in sections if (match := _points(section)) is not None]
    if len(found) < _LEAST or context.gathering.has(*at, "indicators"):
        return
    path: list[tuple[int, At]] = []
    children: dict[At, int] = {}
    for section, match in found:
        while path and path[-1][0] >= section.style:
            path.pop()
        above: At = (*path[-1][1], "children") if path else (*at, "indicators")
        row: At = (*above, children.get(above, 0))
        children[above] = children.get(above, 0) + 1
        path.append((section.style, row))
        for field in ("name", "weight", "score"):
            start, end = match.span(field)
            part = (section.start + start, section.start + end)
            context.put((*row, field), section.heading, None, part)


def _points(section: Section) -> re.Match[str] | None:
    text = half_width(section.heading.text[section.start : section.end])
    return next((found for one in _POINTS if (found := one.fullmatch(text.rstrip()))), None)
