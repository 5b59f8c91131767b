"""同一笔钱的两种分列不一致。

资金表把同一笔钱按来源、用途、年度或地区分列了两次以上，相加得到不同的数。

原因：无论怎样分，钱的总数只有一个；两种分列相加不同，至少有一种漏了或者多了。

公式：两种分列同一栏各自之和相等。允许两边所有数末位数的 n ÷ 2（取整）倍的舍入误差，末位按表中最细的
数计；都是整数的，须正好相等；其中各行不重复计入。有一行没有填写该项金额的、填写了“不全”的不核对；按
年度各行只在年份正好是本期各年时核对。表中有合计的，由 money-parts-do-not-add-up 与合计核对，这里不
重复。

依据：合计等于明细之和是报表的通行要求。

反例：没有合计；支出按来源 60 万元、30 万元，按用途 50 万元、45 万元（90 与 95 万元）。

正例：同上，按用途 50 万元、40 万元。

改法：核对两处金额；只列一部分的，在资金中填“不全: 是”。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.figures import Sum
from generator.model.fund_rows import Stage
from generator.model.funds import Breakdown, Funds
from generator.values.money import Amount

SEVERITY = Severity.WARNING
NEEDS = (needs.FUNDS, needs.BREAKDOWNS)


class _Whole(NamedTuple):
    """A breakdown with an amount in every row, and what they add up to."""

    breakdown: Breakdown
    summed: Sum
    value: Decimal


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the later of two breakdowns, once for each stage."""
    funds = subject.item.funds
    if funds is None or funds.is_partial:
        return
    for stage, total in subject.money.totals.items():
        if total.stated is not None:
            continue
        given = [
            (breakdown, summed)
            for breakdown in funds.breakdowns
            if (summed := breakdown.sums.get(stage)) is not None
        ]
        for breakdown, summed in given if len(given) > 1 else ():
            if reason := _unfit(subject, stage, breakdown, summed):
                yield Unjudged(reason)
        yield from _differing(
            funds,
            stage,
            [
                _Whole(breakdown, summed, summed.value)
                for breakdown, summed in given
                if summed.value is not None and subject.is_of_same_time(breakdown)
            ],
        )


def _unfit(subject: Subject, stage: Stage, breakdown: Breakdown, summed: Sum) -> str:
    """Why a breakdown is compared with no other."""
    if summed.missing:
        rows = "".join(f"「{name}」" for name in summed.missing)
        return f"{breakdown.name}中{rows}没有{stage.label}"
    if not subject.is_of_same_time(breakdown):
        return f"{breakdown.name}的年份不是本期各年"
    return ""


def _differing(funds: Funds, stage: Stage, wholes: Sequence[_Whole]) -> Iterator[Result]:
    for whole in wholes[1:]:
        first = wholes[0]
        near = _rounding(first.summed, whole.summed)
        if abs(first.value - whole.value) > near:
            expected, said = (Amount(one.value, funds.unit) for one in (first, whole))
            gap = Amount(abs(first.value - whole.value), funds.unit)
            yield Result(
                whole.breakdown.at,
                f"{stage.label}{first.breakdown.name}相加为 {expected}，"
                f"{whole.breakdown.name}相加为 {said}，相差 {gap}",
                "请核对两处金额；只列一部分的，请在资金中填 不全: 是",
                str(said),
                str(expected),
            )
            return


def _rounding(one: Sum, other: Sum) -> Decimal:
    """What rounding may account for between two sums of one thing."""
    places = max(one.places, other.places)
    return Decimal((one.count + other.count) // 2).scaleb(-places) if places else Decimal(0)
