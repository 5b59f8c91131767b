"""核减以后剩下的金额算错。

文字写核减多少、核减后安排多少，从资金表的预算减去核减数，不是所写的数；或者写“A扣除B后为C”，相减
不等于 C。

原因：核减后的数就是要安排的钱；减错了，直接进入预算。

公式：（1）一段文字写“核减（压减、调减、扣减）……元”，接着写“核减后（调整后）安排（为）C元”：写有“
合计（共、两项）核减”的取那一个，否则把两者之间同一句的金额相加；资金表合计的任何一种预算减去它，
都不等于C，而 C 小于预算的，提示。（2）“A（减去、扣除、扣减）B（后）剩余（为、余、得）C”，A − B ≠
C。允许各数末位数的一半。写有“约、其中、自筹、分年、首期、上年、每”的句子不核对；“申请A，核减B，
建议安排C”由 told-cut-mismatch 核对。

依据：建议金额 = 申报金额 − 核减金额，事前评估报告的通行写法。只作提示。

反例：预算 642 万元，意见写“合计核减45万元，调整后安排579万元”（应为 597 万元）。

正例：意见写“合计核减45万元，调整后安排597万元”。

改法：核对各个金额；还减了别的，写明是什么。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.lazily import lazily
from generator.values.money import Amount, rounding
from generator.values.told_money import MONEY, amount_of, told_money

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_HINT = lazily("核减|压减|调减|扣减|减去|扣除")
_CUT = lazily("核减|压减|调减|扣减")
_TOGETHER = lazily(
    rf"(?:合计|共计?|总计|两项|三项|累计)[^\d，。；]{{0,6}}减[^\d，。；]{{0,6}}{MONEY}"
)
_LEFT = lazily(rf"(?:核减|压减|调减|扣减|调整)后[^\d，。；财市区县省其]{{0,10}}{MONEY}", re.ASCII)
_LESS = lazily(
    rf"{MONEY}[^\d，。；]{{0,6}}(?:减去|扣除|扣减)[^\d。；]{{0,14}}{MONEY}[^\d。；]{{0,6}}"
    rf"(?:剩余|尚余|还剩|余额?|净额|等于|得出?|实际为|后为|，为)[^\d。；]{{0,6}}{MONEY}",
    re.ASCII,
)
_UNCLEAR = lazily("约|其中|自筹|分年|首期|上年|每|左右")
_SENTENCE = "。；;\n"
_BUDGETS = (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    for text in subject.texts.prose.holding(_HINT):
        if text.path[0] in ("exceptions", "recommendations"):
            continue
        for match in _LESS.finditer(text.plain):
            whole, less, left = (amount_of(match[n], match[n + 1]) for n in (1, 3, 5))
            due = whole.to(left.unit).value - less.to(left.unit).value
            is_right = abs(due - left.value) <= rounding((whole, less, left), left.unit)
            if not is_right and not _UNCLEAR.search(match[0]):
                yield _result(text, f"{whole} 减去 {less}", left, Amount(due, left.unit))
                return
        yield from _of_table(subject, text)


def _of_table(subject: Subject, text: Passage) -> Iterator[Result]:
    """The budget less what was cut, against what is said to be left."""
    match = _LEFT.search(text.plain)
    shown = [subject.money.shown[stage] for stage in _BUDGETS if stage in subject.money.shown]
    if match is None or not shown:
        return
    start = max(text.plain.rfind(sign, 0, match.start()) for sign in _SENTENCE) + 1
    before = text.plain[start : match.start()]
    first = _CUT.search(before)
    if first is None or _UNCLEAR.search(before):
        return
    left = amount_of(match[1], match[2])
    together = _TOGETHER.search(before)
    cuts = (
        [amount_of(together[1], together[2])]
        if together
        else [told.amount for told in told_money(before[first.start() :])]
    )
    cut = sum((one.to(left.unit).value for one in cuts), Decimal(0))
    budgets = [one.to(left.unit).value for one in shown]
    near = rounding((*shown, *cuts, left), left.unit)
    if not cut or any(abs(one - cut - left.value) <= near for one in budgets):
        return
    if left.value < max(budgets):
        due = Amount(budgets[-1] - cut, left.unit)
        yield _result(text, f"预算 {shown[-1]} 减去核减的 {Amount(cut, left.unit)}", left, due)


def _result(text: Passage, sum_: str, left: Amount, due: Amount) -> Result:
    return Result(
        text.path,
        f"{sum_} 得 {due}，文字写 {left}",
        "请核对各个金额；还减了别的，请写明",
        str(left),
        str(due),
    )
