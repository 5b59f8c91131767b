"""Products that a text writes out in words: each, how many, together."""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from generator.values.lazily import lazily
from generator.values.money import UNSIGNED
from generator.values.told_money import MONEY

HAN = r"[\u4e00-\u9fff]"
"""A Chinese sign."""
SUM = rf"{MONEY}(?![左\w×✕*+\-/÷%])"
"""A sum of money that is no factor of anything."""
EACH = lazily(
    rf"(?<!每{HAN})(每({HAN}{{1,2}}?)(?:补助|补贴|发放|标准)?{UNSIGNED}\s?(?:万元|元)"
    rf"[，,、；;]\s?(?:总共|共计|共)?{UNSIGNED}\s?个?\2)"
    rf"[，,、；;]\s?(?:共计|合计|总计|共){SUM}",
    re.ASCII,
)
"""Each, how many, together: `每人补助100元，共45人，合计4500元`."""
COUNT_EACH = lazily(
    rf"(?<![\d.])({UNSIGNED}\s?个?({HAN}{{1,2}}?)[，,、]\s?每个?\2(?:综合)?(?:补助|补贴|单价|标准|造价)?{UNSIGNED}\s?(?:万元|元))"
    rf"[，,、；;]\s?(?:共计|合计|总计|共|支出|投资|需要?|补助)(?:资金)?{SUM}",
    re.ASCII,
)
"""How many, each, together: `设备36套，每套1.5万元，共计54万元`."""


def written_out(text: str) -> Sequence[tuple[int, int]]:
    """Where such products stand in a half-width text: begin and end, in order."""
    return sorted(m.span() for pattern in (EACH, COUNT_EACH) for m in pattern.finditer(text))


def is_within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of these, or in the one before it."""
    behind = bisect_right(spans, (at, sys.maxsize))
    return any(at < end for _, end in spans[max(0, behind - 2) : behind])
