"""Rows of a score table over its whole width, which name what the rows below belong to."""

import re

from generator.importers.context import Context
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.source import At
from generator.values.money import NUMBER
from generator.values.text import half_width

_GROUP = re.compile(
    r"(?:(?P<said>(?:[一二三四1-4]级指标|指标类别|指标类型|类别)\s?[：:]\s?)|[一二三四五六七八九十]{1,2}[、.]\s?|[（(][一二三四五六七八九十][）)]\s?|[A-H][.、]?\s?)?"
    r"(?P<name>[\u4e00-\u9fff]{2,16}?)"
    rf"(?:\s?[（(\[【]?(?:满分|权重|分值|标准分|共)?[为：:]?\s?(?P<weight>{NUMBER}\s?[%％]?)\s?分?"
    rf"(?:[，,、；;]\s?(?:实际?|自评|评价)?得分?[为：:]?\s?(?P<score>{NUMBER})\s?分?)?[）)\]】]?)?[：:]?\s?"
)
"""The name of a level over the whole width, perhaps with its points."""
_UPPER = re.compile(
    "决策|过程|产出|效益|效果|满意度?|投入|管理|成本|履职|可持续|数量|质量|时效|立项|绩效目标|组织|财务|资金"
)


def put(context: Context, cell: Cell, at: At) -> At | None:
    """Put the row that a cell names; its place, or None where the cell names none."""
    match = _GROUP.fullmatch(half_width(cell.text))
    if match is None or not (match["said"] or _UPPER.search(match["name"])):
        return None
    if context.labels.field(Part.TOTAL, cell.text):
        return None
    rows: At = (*at, "indicators")
    row: At = (*rows, context.gathering.length(*rows))
    context.label(cell)
    context.put((*row, "name"), cell, None, match.span("name"))
    for name in ("weight", "score"):
        if match[name]:
            context.put((*row, name), cell, None, match.span(name))
    return row
