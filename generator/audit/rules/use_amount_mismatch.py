"""结果应用的金额算错。

结果应用写了按多少扣减或按什么系数支付，又写了金额，两者不符。

原因：这是真要扣、真要付的钱；算错了，执行的就是错数。

公式：（1）“……A 乘以……系数 B”“基数 A，系数 B”：A × B；（2）“按本次评价（本项目、本年）预算的 B% 压
减（核减、扣减、收回）”：预算（没有全年预算的用年初预算）× B%；（3）“预算 A……按 B% 压减”“预算 A
压减 B%”：A × B%，或者压减后余下的；（4）只写一个金额“压减（核减、收回、追加、奖励等）A”的：A，或者
资金表的预算加减 A。与「金额」之差不超过金额末位数的一半。文字写有三个以上金额、其中有与「金额」
相同的，写有“约”“不超过”“以上”“以内”等的，（4）写有每、其中、分别、分期、首、各、已的，不核对。

依据：评价结果与预算安排、付费挂钩（财预〔2020〕10号关于结果应用的规定）。

反例：预算 420 万元，“按本次评价预算额的10%压减”，金额写 50 万元（应为 42 万元）。

正例：同上，金额写 42 万元。

改法：核对金额与所写的比例、系数。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, Amount, number_of
from generator.values.text import half_width
from generator.values.told_money import MONEY, amount_of, told_money

SEVERITY = Severity.WARNING
NEEDS = (needs.USES,)

_TIMES = lazily(
    rf"{MONEY}\s?(?:乘以|乘|×|x|X|\*|[，,][^\d，。；]{{0,6}}系数)[^\d，。；]{{0,10}}({UNSIGNED})\s?(%)?",
    re.ASCII,
)
_CUT = lazily(
    rf"(?:本次评价|本项目|本年度?|当年)(?:的)?(?:年初|全年)?预算[^\d，。；]{{0,6}}的?({UNSIGNED})\s?%[^\d，。；]{{0,4}}(?:压减|核减|扣减|调减|收回|削减)"
    rf"|(?:本次评价|本项目|本年度?|当年)(?:的)?(?:年初|全年)?预算[^\d，。；]{{0,4}}(?:压减|核减|扣减|调减|收回|削减)\s?({UNSIGNED})\s?%",
    re.ASCII,
)
_CUT_OF = lazily(
    rf"预算(?:安排)?[为是共]{{0,2}}\s?{MONEY}[^\d。；]{{0,16}}按[^\d，。；]{{0,4}}({UNSIGNED})\s?%"
    rf"[^\d，。；]{{0,4}}(?:压减|核减|扣减|调减|收回|削减)"
    rf"|预算(?:安排|规模|额|数|资金)?[为是共]{{0,2}}\s?{MONEY}的?[^\d。；，,]{{0,4}}"
    rf"(?:(?:压减|核减|扣减|调减|收回|削减)\s?({UNSIGNED})\s?%"
    rf"|(?<=的)({UNSIGNED})\s?%[^\d，。；]{{0,4}}(?:压减|核减|扣减|调减|收回|削减))",
    re.ASCII,
)
"""`预算180万元，下一年度按10%压减`: the sum that is cut, and by how much of it."""
_SUM = lazily(
    "(?:(?P<less>压减|核减|扣减|调减|削减|压缩|减少安排|少安排|收回|扣回|追回|扣除|扣付|缓拨|暂扣)"
    "|追加|调增|增加安排|新增安排|多安排|增加|奖励)"
    r"(?:预算|资金|结余|结转|财政|专项|经费|补助|费用|多付|款项?|的|了|共计?){0,3}\s?$"
)
"""Words right before the one sum that is taken or given."""
_OF_SOME = lazily("[每各首已]|其中|分别|分[期批年次]|先|另|累计|部分|剩余|本次")
_UNCLEAR = lazily("约|不超过|不低于|左右|以上|以内")
_HUNDRED = Decimal(100)
_BASE_AND_RESULT = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the amount."""
    for n, use in enumerate(subject.item.uses):
        amount = subject.item.amount(use.amount)
        text = half_width(use.text or "")
        if amount is None or _UNCLEAR.search(text):
            continue
        own = _product(text)
        due = (own,) if own else (_cut(text) or _share(subject, text) or _sum(subject, text))
        if not due or _is_told(text, amount):
            continue
        if not any(map(amount.fits, due)):
            shown = Amount(due[0].to(amount.unit).value.normalize(), amount.unit)
            yield Result(
                ("uses", n, "amount"),
                f"按文字所写应为 {shown}，金额写 {amount}",
                "请核对金额与所写的比例、系数",
                str(amount),
                str(shown),
            )


def _is_told(text: str, amount: Amount) -> bool:
    """Whether the text itself tells the amount, beside others that it is made of."""
    told = [one.amount.to(amount.unit).value for one in told_money(text)]
    return amount.value in told and len(told) > _BASE_AND_RESULT


def _product(text: str) -> Amount | None:
    match = _TIMES.search(text)
    if match is None:
        return None
    base, factor = amount_of(match[1], match[2]), number_of(match[3])
    return Amount(base.value * (factor / _HUNDRED if match[4] else factor), base.unit)


def _cut(text: str) -> tuple[Amount, ...]:
    """What is cut of a budget that is told with it, and what that leaves."""
    match = _CUT_OF.search(text)
    if match is None:
        return ()
    number, unit, share = (one for one in match.groups() if one)
    budget = amount_of(number, unit)
    cut = budget.value * number_of(share) / _HUNDRED
    return Amount(cut, budget.unit), Amount(budget.value - cut, budget.unit)


def _share(subject: Subject, text: str) -> tuple[Amount, ...]:
    match, funds = _CUT.search(text), subject.item.funds
    if match is None or funds is None or funds.budget is None:
        return ()
    budget, share = funds.budget, number_of(match[1] or match[2])
    return (Amount(budget.value * share / _HUNDRED, budget.unit),)


def _sum(subject: Subject, text: str) -> tuple[Amount, ...]:
    """The one sum that is taken or given, and what that makes of the budget."""
    told = told_money(text)
    if len(told) != 1 or _OF_SOME.search(text) or "%" in text:
        return ()
    match = _SUM.search(text[: told[0].start])
    if match is None:
        return ()
    one, funds = told[0].amount, subject.item.funds
    if funds is None or funds.budget is None:
        return (one,)
    value = one.to(funds.budget.unit).value * (-1 if match["less"] else 1)
    return one, Amount(funds.budget.value + value, funds.budget.unit)
