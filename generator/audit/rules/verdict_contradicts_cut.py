"""结论写全额支持，意见却核减了金额，或者有一项不可行。

事前评估的结论是“予以支持”，意见写明核减了多少钱，或者评估的一项是“不可行”。

原因：结论词有“部分支持”“调整后支持”；减了钱、有一项不可行还写“予以支持”，读者不知道支持的是什么。

公式：结论是这类文件结论词中的第一个（全额支持），而意见写有“核减、压减、调减、评减、审减、扣减”后
面紧跟一个金额，或者有一项的等级是“不可行、不合理、不合规、不符合、不具备”。核减 0 的，说的是子项、
其他项目、上年的，意见写“按……予以支持”一类的，不提示。

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
from generator.values.lazily import lazily
from generator.values.text import half_width
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.PLANNED, needs.RESULT)

_CUT = lazily(rf"[核压调评审扣]减[^\d。；，,]{{0,16}}{MONEY}", re.ASCII)
_UNFIT = lazily("不(?:可行|合理|合规|符合|具备)")
_OTHERWISE = lazily("子项|上年|去年|其他项目|予以支持")


def check(subject: Subject) -> Iterator[Result]:
    """At the verdict."""
    result, words = subject.item.result, subject.kind.verdicts
    opinion = half_width(result.opinion or "")
    if not words or result.grade != words[0]:
        return
    for row in subject.leaves:
        if row.indicator.grade and _UNFIT.fullmatch(row.indicator.grade):
            yield Result(
                ("result", "grade"),
                f"结论为「{words[0]}」，而{row.name}是「{row.indicator.grade}」",
                "请核对结论与各项等级，改为一致",
                words[0],
            )
            return
    if _OTHERWISE.search(opinion):
        return
    match = _CUT.search(opinion)
    if match and amount_of(match[1], match[2]).value:
        yield Result(
            ("result", "grade"),
            f"结论为「{words[0]}」，意见写「{match[0]}」",
            "请核对结论与意见，改为一致",
            words[0],
        )
