"""Score tables in pieces: the highest row stands above its own table, as a heading.

`（一）项目决策（20分，得18分）` above a table of 二级指标 and 三级指标.
"""

import re
from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.forms.headers import Header
from generator.importers.ordinals import ordinal
from generator.importers.outline import Piece
from generator.source import At
from generator.values.text import half_width

_NUMBER = r"\d{1,3}(?:\.\d{1,4})?"
_HEADING = re.compile(
    r"\s?(?:表\s?\d{1,2}(?:[-－.]\d{1,2})?[：:、]?\s?)?"
    r"(?P<name>[\u4e00-\u9fff、]{2,16}?)(?:(?:完成|实现|评价|评分|得分|打分){0,2}(?:情况|分析|表)){0,3}"
    rf"(?:\s?[（(](?:满分|权重|分值|标准分|共)?[为：:]?\s?(?P<weight>{_NUMBER}\s?[%％]?)\s?分?"
    rf"(?:[，,、；;]\s?(?:实际?|自评|评价)?得分?[为：:]?\s?(?P<score>{_NUMBER})\s?分?)?[）)])?[：:。]?\s?"
)
_UPPER = re.compile("决策|过程|产出|效益|效果|满意度|投入|管理|成本|履职|可持续|效应|效率")
_WHOLE = re.compile("绩效评价|指标体系|综合|总体|各项|^项目绩效|评分|得分")
"""What the caption of a whole table says."""


def upper_row(context: Context, captions: Sequence[Piece], header: Header, at: At) -> At | None:
    """Put the row that a heading above a table names; None where the table has its own.

    Captions are the lines directly above the table, the nearest first.
    """
    levels = {name for name in header.fields.values() if name.startswith("level.")}
    if "level.1" in levels or not levels:
        return None
    for piece in captions[:1]:
        number = ordinal(piece.text)
        start = number.end if number else 0
        match = _HEADING.fullmatch(half_width(piece.text), start)
        if match is None or not _UPPER.search(match["name"]) or _WHOLE.search(match["name"]):
            return None
        row: At = (*at, "indicators", context.gathering.length(*at, "indicators"))
        context.put((*row, "name"), piece, None, match.span("name"))
        for field in ("weight", "score"):
            if match[field]:
                context.put((*row, field), piece, None, match.span(field))
        return row
    return None
