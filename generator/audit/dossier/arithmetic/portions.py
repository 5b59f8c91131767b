"""So many in a hundred of something, and how much that is: `640万元，按95%支付608万元`.

Read where a sentence tells one rate, what it is of and what it comes to, in any order; and how many
times one figure is another.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.dossier.arithmetic.readings import Reading, Span
from generator.audit.dossier.claims.figures import NO_PARTS, Figure, clause_start
from generator.values.lazily import lazily
from generator.values.money import half_digit

SIGN = lazily(r"\d\s?%|\d\s?倍", re.ASCII)
_OF = lazily(
    r"(?:按照?|[利息费税]率|利率|票面|预[付留]|支付|承担|负担|计提|提取|比例|贴息|扣[减除]|合格率|参保率|覆盖率|通过率"
    r"|签约率|完成率|就业率|给予|补贴|补助|的|[\u4e00-\u9fff][金费税])(?:[为约是达到]|\d?档){0,2}$"
)
"""Words before a rate that is applied to something."""
_NO_RATE = lazily("增|减|降|升|提高|同比|[比较]|完成率(?=已)|进度|执行率|到位率|上浮|下浮")
_RESULT = lazily(
    "(?:共计|合计|[共计]|应[收缴提]|收取|缴纳|支付|应付|预付|利息|付息|贴息|补贴|补助|承担|负担|预留|为|金额|资金|奖励|提取|计提|扣减"
    "|合格|参保|覆盖|通过|签约|就业|需|每年)(?:资金|利息|金额|人数|服务费|费用|[为共计达]){0,2}$"
)
_NAMED = lazily("按(?:照)?([\u4e00-\u9fff]{2,12})的$")
_BASE = lazily("^(?:项目|基金|资金|年度|全年|本年)|(?:规模|总额|金额|资金|数额?|总数)$")
"""What a rate is said to be of, and what may be added to its name."""
_REST = lazily("尾款|剩余|余|未|不|扣")
_PART_OF_TIME = lazily("季|半年|当年|按月|月底|首年|个月|分期|累计|三年|[两三四五十]年|至")
_PAID = lazily("(?:支付|拨付|完成|付)[^\\d，,]{0,10}的$")
_TIMES = lazily("(?:放大|撬动|带动|杠杆|倍数|除以[^\\d]{0,10}|，为)[^\\d，,]{0,6}$|^[，,]为$")
_TIMES_OF = lazily("[是为]([\u4e00-\u9fff]{2,10})的$")
"""`总规模为财政出资的4.5倍`: what is told of the second is called as it is."""
_NAMED_TIMES = lazily("倍[数率][为是达约]{0,2}$")
_DIVIDED = lazily("除以|÷")
_LEVER = lazily("放大|撬动|带动|杠杆")
_SHARE = lazily("^[，,]?(?:仅|约|只)?(?:占|为|是|达到?|完成|相当于)[^\\d，,]{0,12}$")
_PLAN, _DONE = lazily("计划|任务|目标"), lazily("实际|完成|已|举办|建成")
_RATE = lazily("[，,]?[\u4e00-\u9fff]{0,4}完成(?:率|比例)[为达]{0,2}")
_FULL, _EARNED = lazily("满分|分值|权重|标准分"), lazily("^[，,]?得分率[为是达]{0,2}$")
_OF_ALL = lazily(
    "占(总[额数量]|[\u4e00-\u9fff]{0,4}总[额数量]|总投资|总支出|总收入|总预算|全部"
    "|[\u4e00-\u9fff]{2,4}(?:支出|投资|收入|预算|经费|资金|成本|人数|户数|面积|任务))(?:的)?(?:比例|比重)?[为达约]{0,1}$"
)
_RATE_OF = lazily("^[，,]?[\u4e00-\u9fff]{0,4}?([\u4e00-\u9fff]{2})率(?:[为是达到仅]){0,2}$")
_WHOLE = lazily("总|预算|应(?![急用对届])|合同|申[请报]|批复|下达|送审|概算|投资|到位|安排")
_PLANNED = lazily("计划|目标|预算")
_OF_NAMED = lazily("占([\u4e00-\u9fff]{2,6})(?:的)?$")
_OF_CALLED = lazily(
    "占(?:已|应|实际)?([\u4e00-\u9fff]{2}?)(?:总?数量?|份数|人数|户数|总?额|金额|资金)?的(?:比例|比重)?[为达]?$"
)
_OTHERWISE, _ROUGH = lazily("[不未没]|上年|去年|计划|目标|累计"), lazily("约|近")
_IN_BRACKETS, _RATE_WORD = lazily("^[（(]"), lazily("(?:率|占比|比例)[为达]{0,2}$")
_DENIED = lazily("[不未没]|上年|去年|计划|目标")
_HUNDRED = Decimal(100)
_MAGNITUDES = (Decimal(10**4), Decimal(10**8))
"""By which a sum told in 亿元 instead of 万元 is too large."""
_PAIR, _THREE = 2, 3


def portions(span: Span, n: int) -> Iterator[Reading]:
    """What a figure should be by the only rate of its sentence and what that is of."""
    told = span.figures
    one = told[n]
    if n > 1 and one.unit == "%":
        yield from _share(span, one, n) if one.lead == "的" else _done(span, one, n)
        yield from _of_whole(span, one, n)
        yield from _of_called(span, one, n)
    if one.unit == "倍":
        yield from _times(span, one, n)
    if len(told) != _THREE:
        return
    if n == 0 and one.unit == "%":
        yield from _told_first(span, one)
    rates = [other for other in told if other.unit == "%"]
    bases = [other for other in told if other is not one and other.unit == one.unit]
    if len(rates) != 1 or len(bases) != 1 or n != _THREE - 1 or one.unit in ("", "%", "个百分点"):
        return
    [rate], [base] = rates, bases
    words = span.own(rate)
    if not _OF.search(words) or _NO_RATE.search(words) or not _RESULT.search(span.own(one)):
        return
    named = _NAMED.search(words)
    if named and _BASE.sub("", named[1]) not in base.lead:
        return
    due = base.value * rate.value / _HUNDRED
    is_over = one.value > base.value and one.value / due not in _MAGNITUDES if due else True
    if is_over or _REST.search(span.own(one)):
        return
    near = base.half * rate.value / _HUNDRED + base.value * half_of(rate) / _HUNDRED
    is_sure = not _PART_OF_TIME.search(span.plain)
    yield Reading(due, near + one.half, f"{base.said}的 {rate.said}", (base, rate), is_sure)


def half_of(rate: Figure) -> Decimal:
    """How far a rate may be from the exact one; a whole one is exact, as contracts have it."""
    is_whole = rate.value == rate.value.to_integral_value()
    is_contract = is_whole or "." not in rate.said
    return Decimal(0) if is_contract else half_digit(rate.value)


def _share(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    """`支出462万元，占预算500万元的92.4%`."""
    part, whole = span.figures[n - 2 : n]
    is_share = part.unit != "元" and "占" in whole.lead
    if is_share and not _PLANNED.search(span.plain):
        return  # which `counts-give-another-rate` reads
    if part.unit != whole.unit or not whole.value or not _SHARE.search(whole.lead):
        return
    due = part.value / whole.value * _HUNDRED
    off = due * (part.half / part.value + whole.half / whole.value) if part.value else due
    near = half_digit(one.value) + off
    yield Reading(due, near, f"{part.said}除以{whole.said}", (part, whole), is_sure=True)


def _done(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    """`计划培训60期，实际举办54期，完成率90%`."""
    whole, part = span.figures[n - 2 : n]
    is_planned = _PLAN.search(span.own(whole)) and _DONE.search(span.own(part))
    if part.unit != whole.unit or not whole.value or not is_planned:
        return
    if _RATE.fullmatch(span.own(one)):
        due = part.value / whole.value * _HUNDRED
        near = half_digit(one.value)
        yield Reading(due, near, f"{part.said}除以{whole.said}", (whole, part), is_sure=True)


def _of_whole(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    """`总额1800万元，其中设备630万元，占总额的35%`, `满分6分，得4.5分，得分率75%`."""
    whole, part = span.figures[n - 2 : n]
    if part.unit != whole.unit or not 0 < part.value <= whole.value:
        return
    own = span.own(one)
    is_of_points = whole.unit == "分" and _FULL.search(span.own(whole)) and _EARNED.search(own)
    named = _OF_ALL.search(own)
    rated = _RATE_OF.search(own) if whole.unit == "元" and n == _PAIR else None
    is_rated = rated and rated[1] in part.lead and _WHOLE.search(span.own(whole))
    is_of_all = named and (named[1] in whole.lead or named[1] in span.behind(whole))
    if is_of_points or (
        (is_of_all or is_rated) and not _DENIED.search(span.own(whole) + part.lead)
    ):
        due = part.value / whole.value * _HUNDRED
        near = half_digit(one.value) + due * (part.half / part.value + whole.half / whole.value)
        yield Reading(due, near, f"{part.said}除以{whole.said}", (whole, part), is_sure=True)


def _of_called(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    """`发放300份，回收289份，其中有效278份，占发放数的92.67%`: of the one that is called so."""
    named, part = _OF_CALLED.search(span.own(one)), span.figures[n - 1]
    if named is None or part.unit in NO_PARTS or _ROUGH.search(span.own(one)):
        return
    wholes = [
        other
        for other in span.figures[: n - 1]
        if other.unit == part.unit and named[1] in span.own(other)
    ]
    is_nearest = wholes and wholes[0] is span.figures[n - 2] and part.unit != "元"
    if len(wholes) != 1 or is_nearest or not 0 < part.value <= wholes[0].value:
        return  # the two nearest are read by `counts-give-another-rate`
    [whole] = wholes
    if named[1] in span.own(part) or _OTHERWISE.search(span.own(whole)):
        return
    due = part.value / whole.value * _HUNDRED
    near = half_digit(one.value) + due * (part.half / part.value + whole.half / whole.value)
    yield Reading(due, near, f"{part.said}除以{whole.said}", (whole, part), is_sure=True)


def _told_first(span: Span, one: Figure) -> Iterator[Reading]:
    """`使用率96.2%（到位520万元，使用500.24万元）`, `占合同价75%，合同价1840万元，支付1380万元`."""
    pair = span.figures[1:]
    if pair[0].unit != pair[1].unit or not all(other.value for other in pair):
        return
    named = _OF_NAMED.search(one.lead)
    is_bracketed = _IN_BRACKETS.search(pair[0].lead) and _RATE_WORD.search(one.lead)
    is_named = named and any(span.own(other).startswith(named[1]) for other in pair)
    rated, paid = _RATE_OF.search(one.lead), _PAID.search(one.lead)
    is_rated = rated and rated[1] in span.own(pair[1]) and rated[1] not in span.own(pair[0])
    is_paid = paid and _WHOLE.search(span.own(pair[0])) and _DONE.search(span.own(pair[1]))
    if not (is_bracketed or is_named or is_rated or is_paid) or any(
        _DENIED.search(span.own(other)) for other in pair
    ):
        return
    part, whole = sorted(pair, key=lambda other: other.value)
    due = part.value / whole.value * _HUNDRED
    near = half_digit(one.value) + due * (part.half / part.value + whole.half / whole.value)
    yield Reading(due, near, f"{part.said}除以{whole.said}", pair, is_sure=True)


def _called(
    span: Span, pair: Sequence[Figure], named: re.Match[str]
) -> Sequence[tuple[Figure, Figure]]:
    """Which of two is told as so many times the other, by the names of both."""
    first, second = pair
    above = clause_start(span.plain, span.plain.find(named[0], second.end))
    name = span.plain[above : span.plain.find(named[0], second.end)]
    for part, whole in ((first, second), (second, first)):
        if named[1] in whole.lead and named[1] not in part.lead and name and name in part.lead:
            return ((part, whole),)
    return ()


def _value(one: Figure) -> Decimal:
    return one.value


def _times(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    """`投资1.76亿元，除以实缴1.28亿元，为1.38倍`, `财政资金1.2亿元，带动4.2亿元，放大3.5倍`."""
    named = _TIMES_OF.search(one.lead)
    if n < _THREE - 1 or not (named or _TIMES.search(one.lead)):
        return
    first, second = span.figures[n - 2 : n]
    if first.unit != second.unit or not first.value or not second.value:
        return
    if named:
        pairs = _called(span, (first, second), named)
    elif _DIVIDED.search(second.lead):
        pairs = [(first, second)]
    elif _NAMED_TIMES.search(one.lead):
        pairs = [(max(first, second, key=_value), min(first, second, key=_value))]
    elif _LEVER.search(one.lead) or _LEVER.search(second.lead):
        pairs = [(second, first)]
    else:
        return
    for part, whole in pairs:
        ratio = part.value / whole.value
        yield Reading(
            ratio,
            half_digit(one.value),
            f"{part.said}除以{whole.said}",
            (first, second),
            is_sure=True,
        )
