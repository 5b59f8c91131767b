"""结论写全额支持，意见却核减了金额。

事前评估的结论是“予以支持”，意见写明核减了多少钱。

原因：结论词有“部分支持”“调整后支持”；减了钱还写“予以支持”，读者不知道支持的是哪一个数。

公式：结论是这类文件结论词中的第一个（全额支持），而意见写有“核减、压减、调减、评减、审减、扣减”后面
紧跟一个金额。核减 0 的，说的是子项、其他项目、上年的，意见写“按……予以支持”一类的，不提示。

依据：事前绩效评估结论分为予以支持、部分支持、调整后支持、不予支持，是各地办法的通行分法。只作提示。

反例：结论“予以支持”，意见写“评减接待费40万元，建议安排280万元”。

正例：结论“部分支持”，意见同上。

改法：核对结论与意见，改为一致。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.text import half_width
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.PLANNED, needs.RESULT)

_CUT = re.compile(rf"[核压调评审扣]减[^\d。；，,]{{0,16}}{MONEY}", re.ASCII)
_OTHERWISE = re.compile("子项|上年|去年|其他项目|予以支持")


def check(subject: Subject) -> Iterator[Result]:
    """At the verdict."""
    result, words = subject.item.result, subject.kind.verdicts
    opinion = half_width(result.opinion or "")
    if not words or result.grade != words[0] or _OTHERWISE.search(opinion):
        return
    match = _CUT.search(opinion)
    if match and amount_of(match[1], match[2]).value:
        yield Result(
            ("result", "grade"),
            f"结论为「{words[0]}」，意见写「{match[0]}」",
            "请核对结论与意见，改为一致",
            words[0],
        )
