"""Goals of a year that are told apart, each with its own levels of indicators below it.

`年度绩效目标1（45分）` stands beside the head and the rows of a table of its own, or in a column
before the highest level.
"""

import re

from generator.importers.context import Context
from generator.importers.outline import Cell
from generator.source import At
from generator.values.money import NUMBER
from generator.values.text import half_width

_GOAL = re.compile(
    r"\s?(?P<name>(?:(?:年度|绩效|总体|工作|项目|分项){0,4}目标)\s?"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?!\d)(?:\s?[：:、.][^()]{2,120}?)?)\s?"
    rf"(?:[(\[]\s?(?:权重|满分|分值|共)?[为:：]?\s?(?P<weight>{NUMBER}\s?[%％]?)\s?分?\s?[)\]])?\s?[：:]?\s?"
)
_LEVEL = re.compile(
    "(?:年度|绩效|总体|预期|工作|项目|分项|具体){0,4}目标(?:名称|内容|分解|及权重)?"
)
"""What a column of goals is called."""


def is_goal(text: str) -> bool:
    """Whether a text is the name of one of several goals, perhaps with what it is."""
    return _GOAL.fullmatch(half_width(text)) is not None


def names_goals(text: str) -> bool:
    """Whether a column is called as goals are."""
    return _LEVEL.fullmatch("".join(text.split())) is not None


def put(context: Context, side: Cell | None, at: At) -> At | None:
    """Put the row that the name beside a table is; its place, or None where it is no goal."""
    match = _GOAL.fullmatch(half_width(side.text)) if side is not None else None
    if side is None or match is None:
        return None
    row: At = (*at, "indicators", context.gathering.length(*at, "indicators"))
    name = "".join(side.text[slice(*match.span("name"))].split())
    context.put((*row, "name"), side, name, match.span("name"))
    if match["weight"]:
        context.put((*row, "weight"), side, "".join(match["weight"].split()), match.span("weight"))
    return row
