"""预算执行率得分不符。

预算执行率的得分或完成值，与按资金表金额计算的结果不一致；得分印在资金表里的同样核对。

原因：这一项得分是算出来的，不是评出来的；算得不对，总分也不对。

公式：得分 = 分值 × min(1, 执行率)，按指标体系规定的位数四舍五入，允许其容差；得分只印到较少小数位
的，允许所印末位数一半的误差（整数的得分不放宽）；执行率超过 100% 的得满分。完成值以百分数填写的，
应与执行率相符（允许末位数一半的误差）。只核对指标体系规定按比例计分的预算执行指标，分母用指标体系
规定的口径；资金表没有这一口径的金额的，不核对。得分只是跟着错误的完成值或列示比率算的，只报告那个
比率；资金表里的执行率由 rate-mismatch 核对，合计行由money-parts-do-not-add-up 核对，得分与其中一
个数相符即可。不按比例计分的，完成值由payment-row-contradicts-funds 核对。复核分由复核方判断，不核
对。

依据：财预〔2020〕10号所附自评表及各地表式：预算执行率得分 = 分值 × 执行率。

反例：支出 392 万元，全年预算 400 万元，执行率 98%，分值 10 分，得分写 10 分（应为 9.8 分）。

正例：同上，得分写 9.8 分。

改法：核对资金表、完成值和得分，改正其中有误的一处。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.frames import RateBase
from generator.model.fund_rows import Stage
from generator.model.funds import Funds, StatedBase
from generator.source import At
from generator.values.money import fits, percent

SEVERITY = Severity.ERROR
NEEDS = (needs.OVER, needs.POINTED, needs.FUNDS, needs.RATE, needs.EXECUTION_POINTS)

_FULL = Decimal(100)
_ITS_BASE = {
    StatedBase.SPENT_BY_BUDGET: RateBase.BUDGET,
    StatedBase.SPENT_BY_RECEIVED: RateBase.RECEIVED,
}


class _Scored(NamedTuple):
    """The points for the execution rate, wherever the form prints them."""

    at: At
    name: str
    weight: Decimal | None
    score: Decimal | None


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the actual value, then at the score; at the score of the fund table."""
    funds, frame = subject.item.funds, subject.frame
    if funds is None or not any(framed.is_proportional_execution for framed in frame.tree()):
        return
    rates = _rates(subject, funds, frame.rate_base)
    if not rates:
        yield Unjudged(f"资金表没有{subject.money.framed_base.label}或支出的合计")
        return
    yield from _of_row(subject, funds, rates)
    yield from _of_funds(subject, funds, rates)


def _of_row(subject: Subject, funds: Funds, rates: Sequence[Decimal]) -> Iterator[Result]:
    rows = [
        (row, framed)
        for row in subject.execution_rows
        if (framed := subject.framed(row)) and framed.proportional
    ]
    if not rows:
        return
    row, framed = min(rows, key=lambda pair: pair[0].level)
    base = subject.frame.rate_base
    actual = _share(row)
    if actual is not None and not _near(actual, rates):
        stated = funds.stated_rates.execution
        other = _ITS_BASE.get(stated.base, base) if stated else base
        if not _near(actual, _rates(subject, funds, other)):
            yield _at_actual(subject, row, actual, rates[0])
            rates = [*rates, actual]
    weight = framed.weight if row.indicator.weight is None else row.indicator.weight
    scored = _Scored(row.at("score"), row.name, weight, row.indicator.score)
    yield from _at_score(subject, scored, rates)


def _of_funds(subject: Subject, funds: Funds, rates: Sequence[Decimal]) -> Iterator[Result]:
    """The points that stand in the fund table, where its rate is scored."""
    own = funds.points_row
    if own.printed_rate is not None:
        rates = [*rates, own.printed_rate]
    at: At = ("funds", "rows", 0, "score")
    if funds.stated_total is not None:
        at = ("funds", "stated_total", "score")
    yield from _at_score(subject, _Scored(at, "资金表执行率", own.weight, own.score), rates)


def _rates(subject: Subject, funds: Funds, base: RateBase) -> Sequence[Decimal]:
    """What the execution rate may be: as shown, of the sums of the sources, as stated."""
    below = Stage.RECEIVED if base is RateBase.RECEIVED else subject.money.budget_stage
    rates = subject.money.rates(Stage.SPENT, below)
    stated = funds.stated_rates.execution
    if rates and stated and _ITS_BASE.get(stated.base) is base:
        return (*rates, stated.value)
    return rates


def _share(row: Row) -> Decimal | None:
    """The actual value where it is a per-cent number."""
    return row.indicator.actual_number if row.indicator.counted_in == "%" else None


def _near(actual: Decimal, rates: Sequence[Decimal]) -> bool:
    return any(fits(actual, rate) for rate in rates)


def _at_actual(subject: Subject, row: Row, actual: Decimal, rate: Decimal) -> Result:
    return Result(
        row.at("actual"),
        f"{row.name}完成值 {percent(actual)}，按{_division(subject)} 计算为 {percent(rate)}",
        "请核对完成值与资金表",
        percent(actual),
        percent(rate),
    )


def _at_score(subject: Subject, scored: _Scored, rates: Sequence[Decimal]) -> Iterator[Result]:
    score, weight, frame = scored.score, scored.weight, subject.frame
    if score is None or weight is None:
        return
    earned = [weight * min(rate, _FULL) / _FULL for rate in rates]
    if not any(frame.prints(score, due) for due in earned):
        said, due = points(score), points(frame.rounded(earned[0]))
        yield Result(
            scored.at,
            f"{scored.name}得分 {said}，按{_division(subject)} = {percent(rates[0])}"
            f" 应得 {due}（分值 {points(weight)}）",
            "请核对得分与资金表",
            said,
            due,
        )


def _division(subject: Subject) -> str:
    """What the rate divides under this frame."""
    funds, stage = subject.item.funds, subject.money.framed_base
    return f"支出 {funds.spent} ÷ {stage.label} {funds.amount(stage)}" if funds else ""
