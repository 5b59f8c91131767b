"""Wholes whose parts follow them to the end of the sentence: `9条，已整改6条，正在整改4条`.

Behind 其中 a list need not have all parts, so that one of two parts that is short says nothing; but
three and more that are a digit off their whole, and states of one thing that shut one another out
(已、正在、尚未), are meant to do so, as shares of one whole are that all but make a hundred.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.dossier.claims.figures import NO_PARTS, Claim, Figure, clause_start, figures
from generator.audit.dossier.claims.parts import OVERLAP, near_of
from generator.audit.dossier.slips import is_near_slip, slip
from generator.values.lazily import lazily
from generator.values.money import grouped, percent

SIGN = lazily(
    r"(?:其中|即|分[两三四五]年|包括|[：:]|已|完成|占|的|[第甲])[^\d。；\n]{0,16}\d", re.ASCII
)
_OPENING = lazily(r"其中|包括|包含|[：:]|^[，,]即|分[两三四五]年[^\d，,。；]{0,6}[，,]")
_SEPARATED = lazily("^[^\\d，,、；;]{0,10}[、，,；;]|^(?:和|及|与|以及)")
_UNSURE = lazily(
    "等(?![级次额])|余|约|左右|[共合总小累]计|(?<!公)共(?![同享建和产])|主要|部分|重点|比|较|由|从|每|均|占|目标|计划|上年|去年|同期"
    "|增|减|下降|降|率|另|再|又|至少|多(?=[个人户件])|不低于|不超过|以[上下]|近\\d|超过|结余|结转|节约|剩|新增"
)
"""Words of parts that are not all, or are no parts."""
_REST = lazily("等(?![级次额])|其余|其他|剩余|余下|尚有|另|还有|此外|不含|未含|重复|兼|以外|除")
_CROSSING = lazily(
    "女|男|党员|岁|残疾|少数民族|学历|职称|兼|重复|合格|通过|取得|获|持证|就业|满意|参加|涉及|覆盖|脱贫|独生|低保|同时"
)
_DONE = lazily("^(?:其中)?[^\\d]{0,4}(?:已|完成|办结|落实到位|整改到位)[^\\d]{0,8}$")
_GOING = lazily("正在|在建|在施|前期|尚未|未|还在|仍在|待|推进|进行中|持续|暂")
_SHARE = lazily("(?:占比?|占总[^，,\\d]{0,6}|比重)(?:约?为|达)?$")
_ABOUT = lazily("约|左右|近|[超逾]|多|以上|等(?![级次额])|上年|去年|提高|比|较|由|率")
_POINTS, _TAKEN = lazily("得分|总分|评分|分值|权重"), lazily("扣|减|满分|最[高低]|加权")
_NUMBERED = lazily("第[一二三四五六]|[一二三四]季度|[甲乙丙]")
_ALL_BUT = Decimal("0.05")
_DEFINED = lazily("^[，,]即")
_ONE_CHOICE = lazily("单选|单项选择")
_BESIDES = lazily("满意|另|此外|以外|除|重复")
_SOURCES = lazily("(?:中央|省级?|市级?|县级?|区级|镇级|财政|地方|自筹|社会)[^，,、\\d]{0,8}$")
_PUBLIC_EXPENSES = ("三公", "出国", "用车", "接待")
_COMMAS = "，,"
_OVER = Decimal("1.3")
_HUNDRED, _SLACK = Decimal(100), Decimal("0.5")
_FEWEST, _MANY, _MOST = 2, 3, 8
_SHORT = Decimal("0.12")
"""How much less than their whole parts may make that seem to be all."""


def partitions(sentence: str) -> Iterator[Claim]:
    """Every whole of a half-width sentence that the parts behind it do not make up."""
    told = figures(sentence)
    if len(told) > _FEWEST:
        yield from _listed(sentence, told)
        yield from _shares(sentence, told)


def _listed(sentence: str, told: Sequence[Figure]) -> Iterator[Claim]:
    for n, whole in enumerate(told[:-_FEWEST]):
        first = told[n + 1]
        is_of_points = whole.unit == "分" and _POINTS.search(_own(whole)) is not None
        if (whole.unit in NO_PARTS and not is_of_points) or first.unit != whole.unit:
            continue
        is_opened = _OPENING.search(first.lead) is not None
        listed = _parts(told, n + 1)
        is_of_states = not is_opened and _are_states(listed)
        is_likely = not (is_opened or is_of_states) and _are_alike(first, listed)
        if not (is_opened or is_of_states or is_likely) or not _FEWEST <= len(listed) <= _MOST:
            continue
        end = _sentence_end(sentence, listed[-1])
        if is_of_points and (len(listed) < _MANY or _TAKEN.search(sentence, 0, end)):
            continue
        if _REST.search(sentence[whole.end : end]) or _OTHER_WHOLE.search(_own(whole)):
            continue
        is_defined = _DEFINED.search(first.lead) is not None
        if OVERLAP.search(sentence, whole.end, end if is_defined else len(sentence)):
            continue
        summed = sum((one.value for one in listed), Decimal(0))
        near = near_of(whole, *listed)
        if is_likely and abs(summed - whole.value) > _ALL_BUT * whole.value:
            continue
        if abs(summed - whole.value) > near and (
            is_of_states or _are_public(sentence) or _is_meant(whole, listed, summed)
        ):
            due = whole.likewise(summed)
            start = clause_start(sentence, whole.start)
            shown = "、".join(one.said for one in listed)
            yield Claim(
                sentence[start : listed[-1].end], whole.said, due,
                f"{shown}共 {due}，总数写 {whole.said}",
            )  # fmt: skip


_OTHER_WHOLE = lazily("[比较]|上年|去年|同期|由|从|目标|计划|每|均|超过|以上|约|至少")


def _own(one: Figure) -> str:
    return one.lead[clause_start(one.lead, len(one.lead)) :]


def _sentence_end(sentence: str, last: Figure) -> int:
    ends = [at for sign in "；;，," if (at := sentence.find(sign, last.end)) >= 0]
    return min(ends, default=len(sentence))


def _parts(told: Sequence[Figure], n: int) -> list[Figure]:
    """The figures of a list that begins at a place, where nothing else stands among them."""
    listed = [told[n]]
    for one in told[n + 1 :]:
        if ";" in one.lead or not _SEPARATED.search(one.lead):
            break
        is_other = one.unit != told[n].unit
        if is_other and one.unit in NO_PARTS and any(sign in one.lead for sign in _COMMAS):
            break  # what else is told of the whole, such as how much it fell
        if len(listed) > 1 and one.lead[:1] in _COMMAS and listed[-1].lead[:1] == "、":
            break  # a list with a sign of its own is over
        if is_other:
            return []
        listed.append(one)
    lead = _OPENING.split(told[n].lead)[-1]
    if _UNSURE.search(lead) or any(_UNSURE.search(one.lead) for one in listed[1:]):
        return []
    return listed


def _are_states(listed: Sequence[Figure]) -> bool:
    """`已整改4个，正在整改1个`: what is done, and what is on its way or not yet begun."""
    if len(listed) < _FEWEST or not _DONE.search(_own(listed[0])):
        return False
    return all(_GOING.search(_own(one)) and not _own(one).startswith("已") for one in listed[1:])


def _are_public(sentence: str) -> bool:
    """Whether it speaks of all three sorts of 三公经费, of which there is no other."""
    return all(word in sentence for word in _PUBLIC_EXPENSES)


def _are_alike(first: Figure, listed: Sequence[Figure]) -> bool:
    """`36个，评为优的8个、良的19个、中的9个`: a list with no word before it that opens one."""
    is_told_apart = first.lead[-1:] == "的" or bool(_NUMBERED.search(first.lead))
    signs = {one.lead[:1] for one in listed[1:]}
    return len(listed) >= _MANY and is_told_apart and len(signs) == 1


def _is_meant(whole: Figure, listed: Sequence[Figure], summed: Decimal) -> bool:
    """Whether parts are but a slip away from their whole, or many that all but make it up."""
    if any(_CROSSING.search(one.lead) for one in listed):
        return False
    if summed > whole.value:
        return summed <= _OVER * whole.value
    gap = whole.value - summed
    if len(listed) >= _MANY:
        is_close = gap <= _SHORT * whole.value and gap < min(one.value for one in listed)
        return is_close and is_near_slip(summed / whole.worth, whole.value / whole.worth)
    if all(_SOURCES.search(one.lead) for one in listed):
        return is_near_slip(summed / whole.worth, whole.value / whole.worth)
    return slip(summed / whole.worth, whole.value / whole.worth) is not None


def _shares(sentence: str, told: Sequence[Figure]) -> Iterator[Claim]:
    """`人员经费占58.2%，公用经费占17.6%，项目支出占26.2%`: of one whole, all but a hundred."""
    n = 0
    while n < len(told):
        run: list[Figure] = []
        while n < len(told) and told[n].unit == "%" and _SHARE.search(told[n].lead):
            if run and (";" in told[n].lead or _ABOUT.search(told[n].lead)):
                break
            run.append(told[n])
            n += 1
        summed = sum((one.value for one in run), Decimal(0))
        gap = abs(summed - _HUNDRED)
        if len(run) >= _MANY and _SLACK < gap <= _FAR and not _ABOUT.search(_own(run[0])):
            said = sentence[clause_start(sentence, run[0].start) : run[-1].end]
            if not _BESIDES.search(said) or (_ONE_CHOICE.search(sentence) and summed > _HUNDRED):
                shown = "、".join(one.said for one in run)
                yield Claim(
                    said, run[-1].said, percent(_HUNDRED), f"{shown}相加是 {grouped(summed)}%"
                )
        n += 1


_FAR = Decimal(5)
