"""Products that a text writes out in words: each, how many, together."""

import re

from generator.values.money import UNSIGNED
from generator.values.told_money import MONEY

HAN = r"[\u4e00-\u9fff]"
"""A Chinese sign."""
SUM = rf"{MONEY}(?![左\w×✕*+\-/÷%])"
"""A sum of money that is no factor of anything."""
EACH = re.compile(
    rf"(?<!每{HAN})(每({HAN}{{1,2}}?)(?:补助|补贴|发放|标准)?{UNSIGNED}\s?(?:万元|元)"
    rf"[，,、；;]\s?(?:总共|共计|共)?{UNSIGNED}\s?个?\2)"
    rf"[，,、；;]\s?(?:共计|合计|总计|共){SUM}",
    re.ASCII,
)
"""Each, how many, together: `每人补助100元，共45人，合计4500元`."""
COUNT_EACH = re.compile(
    rf"(?<![\d.])({UNSIGNED}\s?个?({HAN}{{1,2}}?)[，,、]\s?每个?\2(?:综合)?(?:补助|补贴|单价|标准|造价)?{UNSIGNED}\s?(?:万元|元))"
    rf"[，,、；;]\s?(?:共计|合计|总计|共|支出|投资|需要?|补助)(?:资金)?{SUM}",
    re.ASCII,
)
"""How many, each, together: `设备36套，每套1.5万元，共计54万元`."""


def is_written_out(text: str, at: int) -> bool:
    """Whether what stands at a place of a half-width text belongs to such a product."""
    return any(
        match.start() <= at < match.end()
        for pattern in (EACH, COUNT_EACH)
        for match in pattern.finditer(text)
    )
