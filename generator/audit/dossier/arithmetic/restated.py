"""Figures told again at once: in another unit, once for each of several times, of what was visited.

`3.2亿元（合32000万元）`, `3月、6月、9月各召开一次，全年共召开三次`, `走访企业45家。在走访的45家`.
"""

import re
from collections.abc import Iterator

from generator.audit.dossier.claims.figures import Claim, clause_start, figures
from generator.audit.dossier.slips import is_near_slip
from generator.audit.dossier.told import COUNT, counted
from generator.values.lazily import lazily

SIGN = lazily(r"[（(](?:即|折?合|折算为?|计)\s?\d", re.ASCII)
OF_THEM = lazily(
    r"(?:走访|抽查|抽样|检查|核查|调研|访谈|受访|回访|抽取|评价|查看)的这?\d", re.ASCII
)
ONCE = lazily(r"各[^\d。；\n]{0,6}[一1]\s?[次期场]", re.ASCII)
_AGAIN = lazily("^[（(](?:即|折?合|折算为?|计)$")
_ONCE_EACH = lazily(
    r"(?P<times>(?:1?\d月(?:底|份)?|[一二三四]季度)(?:[、和及与](?:1?\d月(?:底|份)?|[一二三四]季度)){1,11})"
    r"各(?P<verb>[\u4e00-\u9fff]{2})(?:了)?[一1]\s?(?P<of>[次期场])"
    rf"[^。；;]{{0,24}}?(?:共|合计|累计)(?P=verb)?(?:了)?[^\d，,。；;]{{0,4}}?(?P<told>{COUNT})\s?(?P=of)",
    re.ASCII,
)
_PARTED = lazily("[、和及与]")
_OF_THEM = lazily(
    r"在?(?:所|被|已|上述)?(?P<verb>走访|抽查|抽样|检查|核查|调研|访谈|受访|回访|抽取|评价|查看)的这?$"
)


def restated(sentence: str) -> Iterator[Claim]:
    """Every figure of a half-width text that is told again otherwise."""
    told = figures(sentence)
    for n, one in enumerate(told):
        former = told[n - 1] if n else None
        if former and former.unit == one.unit == "元" and _AGAIN.search(one.lead):
            near = max(one.half, former.half, one.worth / 2 if one.worth > 1 else one.half)
            if abs(one.value - former.value) > near:
                said = sentence[clause_start(sentence, former.start) : one.end]
                due = one.likewise(former.value)
                yield Claim(said, one.said, due, f"{former.said}是 {due}")


def visited(sentence: str) -> Iterator[Claim]:
    """`走访企业45家。在走访的54家`: those spoken of next are those told before."""
    told = figures(sentence)
    for n, one in enumerate(told):
        if match := _OF_THEM.search(one.lead):
            before = [
                other
                for other in told[:n]
                if other.unit == one.unit and match["verb"] in other.lead
            ]
            is_slip = len(before) == 1 and is_near_slip(one.value, before[0].value)
            if is_slip and one.unit not in ("", "%", "元"):
                said = sentence[clause_start(sentence, before[0].start) : one.end]
                yield Claim(said, one.said, before[0].said, f"前面写的是 {before[0].said}")


def once_each(sentence: str) -> Iterator[Claim]:
    """`3月、6月和9月各召开一次，共召开四次`."""
    for match in _ONCE_EACH.finditer(sentence):
        due = len(_PARTED.split(match["times"]))
        if counted(match["told"]) != due:
            yield Claim(
                match[0], match["told"], str(due), f"各一{match['of']}是 {due}{match['of']}"
            )
