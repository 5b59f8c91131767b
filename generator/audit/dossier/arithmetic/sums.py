"""Totals behind their parts: `2021年212人、2022年268人，两年共480人`."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.dossier.arithmetic.readings import Reading, Span
from generator.audit.dossier.claims.figures import NO_PARTS, Figure
from generator.audit.dossier.claims.parts import CLOSING, are_opposites, near_of
from generator.values.lazily import lazily

SIGN = lazily(r"(?:[共合总累小]计|共|总)[^\d。；\n]{0,12}\d", re.ASCII)
_TOTAL = lazily(
    r"^(?:[\u4e00-\u9fff]{0,8}[，,、：:])?(?P<whose>[\u4e00-\u9fff（）]{0,8}?)"
    r"(?P<word>累计|共计|合计|总计|总共|一共|小计|总(?:数|量)?(?=为|是|投[资入]|支出|[金数]额|额|规模)|共)"
    r"(?P<of>[^\d，,、。每]{0,8})$"
)
"""The words of a total, since the figure before it; the noun of that may go on before a comma."""
_NUMBERS = "两二三四五六七八九"
_HOW_MANY = lazily(
    rf"(?:前|以上|上述)?([{_NUMBERS}])(?:大|个)?"
    "(?=[年期批次级季项者类家地县区市村镇校处个])"
)
_WORTH = (2, 2, 3, 4, 5, 6, 7, 8, 9)
_EACH_OF = "分别"
_LABELS = (
    lazily("第([一二三四五六七八])[批期次轮]"),
    lazily("(?:第)?([一二三四1234])季度"),
    lazily("([上下])半年"),
    lazily("([春秋])季"),
    lazily("([一二三四五])类"),
    lazily(r"(20\d\d)年", re.ASCII),
    lazily(r"(?<!\d)(1?\d)月", re.ASCII),
)
"""By which parts of one whole are told apart."""
_QUARTER, _HALF, _TERM = 1, 2, 3
_HALF_YEAR, _THREE_QUARTERS = "半年", "三季度"
_SURE_WORDS = frozenset(("共计", "合计", "总计", "总共", "一共", "小计"))
_SHORT = 4
"""Signs behind the word of a total that still name no other thing."""
_NO_PART = lazily(
    "[共合总累]计|(?<!公)共(?![同享建和产])|其中|比|较|由|从|每|均|占|目标|计划|任务|上年|去年|同期|增|减|下降|降|率|还|另|再|又"
    "|约|余额|单价|剩|未|不|节约|完成投资额|截[至止]"
)
_OTHERWISE = lazily("涉及|覆盖|惠及|受益|历年|以来|自20|全[市县区省]|控制在|(?<!下)[达到至]+$")
"""Words of a total that is not the sum of those before it."""
_SPAN = lazily(r"(20\d\d)年?\s?[-—~至到]+\s?(20\d\d)年", re.ASCII)
_LISTED = lazily(r"^[^\d，,、]{0,6}、|^(?:和|及|与|以及)")
_HAN_RUN = lazily("[\u4e00-\u9fff]+$")
_MOST, _VERB, _MANY = 10, 2, 3


def sums(span: Span, n: int) -> Iterator[Reading]:
    """What the parts listed before a total come to."""
    whole = span.figures[n]
    match = _TOTAL.search(whole.lead) if n > 1 and whole.unit not in NO_PARTS else None
    listed = _before(span, n) if match else ()
    if match is None or not 1 < len(listed) <= _MOST:
        return
    if _OTHERWISE.search(whole.lead) and not are_opposites(listed):
        return
    is_all = _is_all(listed, match)
    if is_all is None:
        return
    is_likely = len(listed) >= _MANY and all(_LISTED.search(one.lead) for one in listed[1:])
    summed = sum((one.value for one in listed), Decimal(0))
    shown = "、".join(one.said for one in listed)
    yield Reading(summed, near_of(whole, *listed), f"{shown}相加", listed, is_all, is_likely)


def _before(span: Span, n: int) -> Sequence[Figure]:
    """The figures of its unit right before a total, as far as nothing else stands among them."""
    listed: list[Figure] = []
    for one in reversed(span.figures[:n]):
        if one.unit != span.figures[n].unit or _NO_PART.search(span.own(one)):
            break
        listed.insert(0, one)
        if "。" in one.lead or "：" in one.lead:
            break
    return listed


def _is_all(listed: Sequence[Figure], match: re.Match[str]) -> bool | None:
    """Whether these are all the parts; None where they cannot be."""
    if are_opposites(listed):
        return True
    if told := _HOW_MANY.search(match["whose"]):
        number = _WORTH[_NUMBERS.index(told[1])]
        return number == len(listed) or None
    labelled = _by_label(listed, match)
    if labelled is not False:
        return labelled and match["word"] != "总"
    is_parallel = _is_parallel(listed, match["of"])
    if match["word"] == "累计":
        return True if is_parallel and len(listed) >= _MANY else None
    is_short = match["word"] in _SURE_WORDS and len(match["of"]) <= _SHORT
    is_whole = match["word"] == "总" and len(listed) >= _MANY
    is_list = CLOSING.search(match[0]) is not None and all(
        _LISTED.search(one.lead) for one in listed[1:]
    )
    return _EACH_OF in listed[0].lead or is_short or is_whole or is_parallel or is_list


def _by_label(listed: Sequence[Figure], match: re.Match[str]) -> bool | None:
    """Whether parts that are told apart by time or number are all; False where they are not so."""
    if _EACH_OF in listed[0].lead:
        return _are_years(listed)
    for n, label in enumerate(_LABELS):
        labels = [label.search(one.lead) for one in listed]
        if not any(labels):
            continue
        if len({one[1] for one in labels if one}) < len(listed):
            return None
        return len(listed) == _due(n, match["whose"], len(listed)) or None
    return False


def _are_years(listed: Sequence[Figure]) -> bool:
    """`2021—2023年分别`: as many years as there are parts."""
    ends = _SPAN.search(listed[0].lead)
    return ends is not None and int(ends[2]) - int(ends[1]) + 1 == len(listed)


def _due(label: int, whose: str, there: int) -> int:
    """How many parts a whole has, by what these are parts of."""
    if label == _QUARTER:
        return 2 if _HALF_YEAR in whose else 3 if _THREE_QUARTERS in whose else 4
    return 2 if label in (_HALF, _TERM) else there


def _is_parallel(listed: Sequence[Figure], of: str) -> bool:
    """Whether all parts say the same of themselves, and the total does so, too."""
    run = _HAN_RUN.search(listed[0].lead)
    verb = run[0][-_VERB:] if run else ""
    return len(verb) == _VERB and verb in of and all(one.lead.endswith(verb) for one in listed)
