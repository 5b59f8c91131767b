"""What is between two figures: `应到位2000万元，实际到位1860万元，缺口150万元`.

Which two is told by their words: the one is what was planned, asked for or there before, the other
what came of it. What was there, what was added and what came of both are read likewise.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.audit.dossier.arithmetic.readings import Reading, Span
from generator.audit.dossier.claims.changes import ITS_OWN
from generator.audit.dossier.claims.figures import Figure
from generator.values.lazily import lazily
from generator.values.money import half_digit

SIGN = lazily(
    r"(?:[增减升降差缺欠空节盈亏超余溢剩]|追加|删[减除]|淘汰|合并|提[高升]|扩大|缩|压|[多少]|短|未|调整后|全年预算|实际|核[定准]|[年期][末底]|[逾延]期|滞后)[^\d。；\n]{0,8}\d"
    r"|\d[^\d。；，\n]{0,3}未",
    re.ASCII,
)
_UP = (
    "增长|增加|净增|溢价|增值|增支|增收|多收|新增|增|提高|提升|上升|升高|升|扩大|上涨|追加|调增|多|高|增产|增效|超期|逾期|延期|滞后"
    "|超支|超"
)
_DOWN = (
    "减产|欠[缴付交发]|空编|空缺|缺编|超编|空余|节支|删减|删除|淘汰|尚余|剩余|还剩|未\\S{1,3}|下降|降低|减少|减支|减收|净减|减|降|缩短|缩小"
    "|压缩|压减|调减|核减|审减|下调|下浮|节约|节省|结余|结转"
    "|少|低|短缺|短|相差|差额|差距|差|缺口|欠缺|尚缺|欠拨|尚欠|亏损|盈余|盈利|盈亏"
)
_DELTA = lazily(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    r"(?:了|为|达|是|投资|资金|金额|支出|完成|安排|拨付|预算|发放|到位|经费|成本|[：:]){0,2}$"
)
_LEFT_OVER = lazily("结余|结转|剩余|尚余|还剩")
_LEFT_OUT = lazily("^(?:[\u4e00-\u9fff]{0,2})?(?:未|没有|尚未)")
"""Behind a figure: so many of the one are not among the other."""
_OF_THE_TWO = lazily(
    f"(?:{ITS_OWN}|资金|投资|经费|收支|预算|尚|仍|还|现|有|存在|形成|存|人员|较之|两者|二者|实际"
    "|[；;，,（）()])*"
)
_OTHER_BASE = lazily("[比较低高]|同比|环比|年均|每年|平均|其中|另|累计|又|再|分别|第|[市省县区]级")
_ROLES = (
    ("应(?![急用对届])", "实(?![施验训践物])"),
    ("计划|任务|目标|指标值|合同工期|约定|原定|批复", "实际|完成|达到|建成"),
    ("概算|控制价|估算|送审|申报", "决算|结算|中标|成交|审定|核定|合同价"),
    (
        "(?:培训|改造|实施|整治|治理|项目实施|建设|干预|搬迁)前",
        "(?:培训|改造|实施|整治|治理|建设|干预|搬迁)后",
    ),
    (
        "上年|去年|前一年|年初(?!预算)|期初|原有|原来",
        "本年|今年|当年|年末|年底|期末|现有|目前|现在",
    ),
    ("年初预算|原预算|预算由", "全年预算|调整后|调整为|调增至|调减至|调整至|调到"),
    (
        "原批复|原概算|原计划|原合同|原定|原为",
        "调整[为至到]|变更为|重新批复|增[加至]到?|减[少至]到?",
    ),
    ("编制|核定", "实有|在编|在职|在岗"),
    ("自评", "核定|复评|复核|评价"),
    ("原有|编报|申报|初步|提出|报送|收到", "保留|采纳|确定"),
    (
        "发行|发放|印制|制作|采购|购置|购入|入库|筹集",
        "核销|使用|兑付|兑换|发出|消耗|领用|领取|出库|投放",
    ),
    ("预算", "中标|成交|合同价"),
    ("底价|起拍价|评估价|挂牌价", "成交价|拍卖价|中标价"),
    ("应(?![急用对届])", "已"),
    ("收入", "成本|支出|费用"),
    ("到位|下达|拨入", "支出|支付|使用|拨付"),
    ("由|从|自", "到$|至$|为$"),
    ("申报|申请|参评|报名|参训|参加", "通过|合格|录用|获批"),
)
"""What was before, or was to be; and what came of it: words of their own clauses."""
_COMPILED = tuple((lazily(one), lazily(other)) for one, other in _ROLES)
_HELD_AGAINST = lazily(
    "(?:[低高]于|不及|不足|超[过出]|[比较])[^，,]{0,8}(?:目标|计划|任务|指标|预期|上年|去年|预算|标准)[^，,]{0,4}$"
)
"""Behind what came of it: what that is held against."""
_SCORED = lazily("自评")
_REACHED = lazily(
    "^[，,]?(?:达到?|[升增降减]至|(?:提高|增加|上升|增长|下降|减少|降低)[到至]|为)[^\\d，,]{0,4}$"
)
_FROM = lazily(r"^[^\d]{0,10}[由从自][^，,\d]{0,10}$")
_REACHED_TO = lazily("^[^，,]{0,4}[至到为][^，,]{0,4}$")
_WAS_LAST = lazily(r"^[，,（(](?:上年|去年|同期|年初|(?:19|20)\d\d年)[^，,\d]{0,4}$")
_FROM_IT = lazily("[比较在由从自]|上年|去年|基础上")
_CHANGED = lazily(
    r"(?:(?P<up>追加|调增|新增|增加|增发|补充|新?招[聘录]?|调入|引进|购入|新购)|(?P<down>退休|调出|离职|辞职|报废|注销|拆除|关停|撤并|调减|核减|审减|压减|扣减|减少|收回|退出|退回|[未不没]\S{0,2}通过|不合格))"
    r"(?:了|预算|资金|为|安排|金额|的)?$"
)
_LEFT, _ASKED = lazily("建议|核定|审定|安排"), lazily("申[请报]|送审|概算|预算")
"""What was asked for and what was cut from it is for `told-cut-mismatch`."""
_FLOWED = lazily(
    "(?:(?P<up>收入|拨入|到账|追加|新增|增加|下达|到位|安排|预算|筹集)|(?P<down>支出|上缴|付出|支付|收回|退回|减少))"
    "(?:财政|资金|金额|[为了]){0,2}$"
)
_BALANCE = lazily("结余|余额|结存|[年期]末结转")
"""What came in and went out between two balances."""
_CAME_OUT = lazily(
    "(?:调整后|全年预算|审定|结算|现有|最终|核定|实际(?:补助|发放|安排|通过)?|年末|年底|期末|净额)[^\\d，,比较]{0,6}$"
)
_WAS = lazily(
    "年初|上年结转|上年结余|原|申[报请]|报名|参评|上年末|期初|预算|计划|合同|总价|送审|控制价"
)
_TWO = 2


class _Pair(NamedTuple):
    base: Figure
    new: Figure
    is_sure: bool


def differences(span: Span, n: int) -> Iterator[Reading]:
    """What a figure that tells a difference should be, or one that comes of another and that."""
    one = span.figures[n]
    yield from _between(span, one, n)
    yield from _after(span, one, n)


def _between(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    own = span.own(one)
    match = _DELTA.search(own)
    is_left_out = bool(_LEFT_OUT.search(span.behind(one)))
    if (match is None and not is_left_out) or one.unit in ("", "倍"):
        return
    around = _around(span, one, n)
    if match and not around and _OTHER_BASE.search(own.removesuffix(match[0])):
        return
    own_pair = _pair(span, one, n)
    pair = own_pair or _onward(span, one, n) or _before(span, one, n) or around
    if pair is None:
        return
    gone = pair.new.value - pair.base.value
    if not gone or (match and match["up"] and gone < 0):
        return
    if match and gone > 0 and _LEFT_OVER.search(match["down"] or ""):
        return  # more went out than is told to have come in
    near = _near(pair.base, pair.new)
    how = f"{pair.base.said}和{pair.new.said}相差的"
    is_its_own = (
        match is None or not own_pair or _OF_THE_TWO.fullmatch(own[: match.start()]) is not None
    )
    yield Reading(
        abs(gone), near + one.half, how, (pair.base, pair.new), pair.is_sure and is_its_own
    )


def _onward(span: Span, one: Figure, n: int) -> _Pair | None:
    """`较上年的91.6%提高2.6个百分点，达到94.2%`: what came of it stands behind."""
    told = span.figures
    if not 0 < n < len(told) - 1 or not _REACHED.search(told[n + 1].lead):
        return None
    base, new = told[n - 1], told[n + 1]
    unit = "%" if one.unit == "个百分点" else one.unit
    is_from = _FROM_IT.search(span.own(base)) and "，" not in one.lead
    return _Pair(base, new, is_sure=True) if is_from and {base.unit, new.unit} == {unit} else None


def _before(span: Span, one: Figure, n: int) -> _Pair | None:
    """`减少12万吨，由148万吨降至136万吨`: both stand behind."""
    if n + _TWO >= len(span.figures):
        return None
    base, new = span.figures[n + 1 : n + 1 + _TWO]
    unit = "%" if one.unit == "个百分点" else one.unit
    if (
        {base.unit, new.unit} != {unit}
        or not _FROM.search(base.lead)
        or not _REACHED_TO.search(new.lead)
    ):
        return None
    return _Pair(base, new, is_sure=True)


def _around(span: Span, one: Figure, n: int) -> _Pair | None:
    """`电费186万元，较上年下降24万元，上年为210万元`: what there was stands behind."""
    told = span.figures
    if not 0 < n < len(told) - 1 or not _WAS_LAST.search(told[n + 1].lead):
        return None
    base, new = told[n + 1], told[n - 1]
    unit = "%" if one.unit == "个百分点" else one.unit
    is_of_two = {base.unit, new.unit} == {unit} and len(told) == _TWO + 1
    return _Pair(base, new, is_sure=True) if is_of_two else None


def _pair(span: Span, one: Figure, n: int) -> _Pair | None:
    """The two figures right before a difference, by what their words say of them."""
    if n < _TWO:
        return None
    base, new = span.figures[n - 2 : n]
    unit = "%" if one.unit == "个百分点" else one.unit
    if unit == "分" and not _SCORED.search(span.own(base)):
        return None
    if {base.unit, new.unit} != {unit} or (one.unit == "%" and unit == "%"):
        return None
    is_alone = n == _TWO or span.figures[n - 3].unit != unit
    leads = span.own(base), span.own(new)
    if any(_DELTA.search(lead) for lead in leads):
        return None
    is_turned = _is_turned(leads)
    if base.year and new.year and base.year != new.year:
        is_turned = base.year > new.year
    if is_turned is None:
        return None
    return _Pair(new, base, is_alone) if is_turned else _Pair(base, new, is_alone)


def _is_turned(leads: tuple[str, str]) -> bool | None:
    """Whether the first of two is what came of the other; None where words do not tell."""
    if _HELD_AGAINST.search(leads[1]) and not _HELD_AGAINST.search(leads[0]):
        return True
    for was, came in _COMPILED:
        if was.search(leads[0]) and came.search(leads[1]):
            return False
        if was.search(leads[1]) and came.search(leads[0]):
            return True
    return None


def _after(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    """What was there, with what was added and taken off since."""
    if n < _TWO or not _CAME_OUT.search(span.own(one)) or one.unit in ("", "%", "分", "倍"):
        return
    value, changed, first = one.value * 0, [], n - 1
    changes = _FLOWED if _BALANCE.search(span.own(one)) else _CHANGED
    while first > 0 and (match := changes.search(span.own(span.figures[first]))):
        by = span.figures[first]
        value += by.value if match["up"] else -by.value
        changed.append(by)
        first -= 1
    base = span.figures[first]
    used = (base, *reversed(changed))
    if _LEFT.search(span.own(one)) and _ASKED.search(span.own(base)):
        return
    if not changed or any(figure.unit != one.unit for figure in used):
        return
    if not _WAS.search(span.own(base)) or (first and span.figures[first - 1].unit == one.unit):
        return
    how = f"{base.said}加减{'、'.join(by.said for by in reversed(changed))}"
    yield Reading(base.value + value, _near(*used) + one.half, how, used, is_sure=True)


def _near(*told: Figure) -> Decimal:
    """What rounding may account for: a rate in whole per cent is told for those around it."""
    return sum((half_digit(one.value) if one.unit == "%" else one.half for one in told), Decimal(0))
