"""Parts that are more than their whole, as no counting allows: `发放180份，收回196份`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.dossier.claims.figures import Claim, Figure, clause_start, figures
from generator.values.lazily import lazily
from generator.values.money import percent

SIGN = lazily(r"(?:回收|收回|有效|合格|通过|率)[^\d。；\n]{0,8}\d", re.ASCII)
_BACK, _SHEETS = lazily("(?:回收|收回)[^，,\\d]{0,8}$"), lazily("份|张|卷")
_PAIRS = (
    (lazily("(?:发放|发出|投放|派发)[^，,\\d]{0,10}$"), _BACK, _SHEETS),
    (_BACK, lazily("(?<!无)有效[^，,\\d]{0,6}$"), _SHEETS),
    (
        lazily("抽[查检样测][^，,\\d]{0,10}$"),
        lazily("(?:不?合格|达标)[^，,\\d]{0,6}$"),
        lazily("."),
    ),
    (
        lazily("(?:参考|参加考[试核]|应考|参训)[^，,\\d]{0,6}$"),
        lazily("(?:考[试核])?(?:合格|通过)[^，,\\d]{0,6}$"),
        lazily("人"),
    ),
)
"""What is told of a whole, of what can be no more, and the unit of both."""
_OTHER_TIME = lazily("上年|去年|累计|往年|历年|每|均|另")
_RATE = lazily(
    "(?<!毛)(?:入学|安置|覆盖|合格|参保|回收|有效|通过|入户|优良|达标|建档|巩固|签约|整改|办结|参与|知晓|持证|入园|升学|出勤|满意|完好|在岗"
    "|验收)(?:率|度)[为达到是约]{0,2}$"
)
_TASK = lazily("目标|任务|计划|比|较|同比")
_HUNDRED = Decimal(100)


def bounds(sentence: str) -> Iterator[Claim]:
    """Every part of a half-width sentence that is more than what it is a part of."""
    told = figures(sentence)
    for n, one in enumerate(told):
        if one.unit == "%":
            if one.value > _HUNDRED and _RATE.search(one.lead) and not _TASK.search(sentence):
                said = sentence[clause_start(sentence, one.start) : one.end]
                yield Claim(said, one.said, f"不超过 {percent(_HUNDRED)}", "比率不会超过 100%")
            continue
        whole = told[n - 1] if n else None
        if whole is not None and whole.unit == one.unit and one.value > whole.value:
            yield from _over(sentence, whole, one)


def _over(sentence: str, whole: Figure, one: Figure) -> Iterator[Claim]:
    if _OTHER_TIME.search(whole.lead + one.lead) or ";" in one.lead:
        return
    for of, part, unit in _PAIRS:
        if of.search(whole.lead) and part.search(one.lead) and unit.match(one.unit):
            said = sentence[clause_start(sentence, whole.start) : one.end]
            yield Claim(said, one.said, f"不超过 {whole.said}", f"{one.said}比{whole.said}多")
            return
