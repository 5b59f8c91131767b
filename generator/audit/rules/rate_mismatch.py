"""列示的比率与金额不符。

报告写明的到位率或执行率，或者资金表一行里印的执行率，与按资金表金额计算的结果不一致。

原因：比率是读者最先看的数字，它应当能由同一份报告里的金额算出来。

公式：|列示的比率 − 分子 ÷ 分母| ≤ 所列末位数的一半，因此四舍五入不算错。到位率 = 到位 ÷ 预算；执行
率按「口径」= 支出 ÷ 预算 或 支出 ÷ 到位；预算取全年预算，没有的取年初预算。分母为 0，列示的比率却不
是 0 的，也报告。「口径」与比率的名称不合的，只报告口径。比率与各来源之和相符、只与合计行不符的，由
money-parts-do-not-add-up 报告，这里不重复。资金表一行里的执行率，与这一行的支出（或预计支出）除以任
何一种预算、到位或发行都不相符才报告，超过 100% 印作 100% 的不报告；合计行的执行率与“报告列示”相同
的，只报告后者。指标行的完成值由 execution-score-mismatch 和 payment-row-contradicts-funds 核对。

依据：自评表以全年执行数除以全年预算数为执行率（财预〔2020〕10号所附表式）；一些地方明确以调整后预算
为分母。

反例：支出 380 万元，全年预算 400 万元，执行率写 98%（应为 95%）。

正例：支出 343 万元，全年预算 400 万元，执行率写 86%（85.75% 四舍五入）。

改法：核对比率与金额，看分母是否用错。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import division
from generator.diagnostics import Severity
from generator.model.fund_rows import BASES, FundAmounts, Stage
from generator.model.funds import Funds, Rate, StatedBase, StatedRate
from generator.source import At
from generator.values.money import Amount, fits, grouped, percent, rate_fits, rounded

SEVERITY = Severity.ERROR
NEEDS = (needs.UNDER_WAY, needs.FUNDS, needs.STATED_RATES)

_LEAST_PLACES = 2


class _Claim(NamedTuple):
    """A stated rate, and what it should divide."""

    field: str
    stated: StatedRate
    rate: Rate | None
    part: Stage
    base: Stage
    may_divide_by: tuple[StatedBase, ...]

    def at(self, field: str) -> At:
        return ("funds", "stated_rates", self.field, field)


def check(subject: Subject) -> Iterator[Result]:
    """At the stated rate, or at the base it claims."""
    for claim in _claims(subject):
        stated, rate = claim.stated, claim.rate
        if rate is None:
            continue
        if stated.base not in claim.may_divide_by:
            yield Result(
                claim.at("base"),
                f"{rate.name}的口径写作「{stated.base.label}」",
                f"可以写：{'、'.join(base.label for base in claim.may_divide_by)}",
                stated.base.label,
                claim.may_divide_by[0].label,
            )
        elif rate.is_undefined and stated.value:
            said = f"{grouped(stated.value)}%"
            yield Result(
                claim.at("value"),
                f"{rate.name}写 {said}，而{division(rate)} 算不出比率，分母为 0",
                "请核对比率与金额",
                said,
            )
        elif rate.figure.differs and not _follows(subject, claim):
            yield _result(subject, claim, rate)
    yield from _in_table(subject)


def _in_table(subject: Subject) -> Iterator[Result]:
    """At each rate that stands in a row of the fund table."""
    funds = subject.item.funds
    if funds is None:
        return
    for row, at in subject.money.placed:
        yield from _in_row(row, row.name, at, funds)
    total, stated = funds.stated_total, funds.stated_rates.execution
    if total is not None and not (stated and stated.value == total.printed_rate):
        sums = [rate for base in BASES for rate in subject.money.rates(Stage.SPENT, base)]
        yield from _in_row(total, "合计", ("funds", "stated_total"), funds, sums)


def _in_row(
    row: FundAmounts, name: str, at: At, funds: Funds, others: Sequence[Decimal] = ()
) -> Iterator[Result]:
    stated, own = row.printed_rate, row.rates
    if stated is None or not own or any(rate_fits(stated, rate) for rate in (*own, *others)):
        return
    base = next(stage for stage in BASES if row.at(stage))
    part = Stage.FORECAST_SPENT if row.spent is None else Stage.SPENT
    above, below = (Amount(row.at(stage) or Decimal(0), funds.unit) for stage in (part, base))
    said, computed = percent(stated), percent(own[0])
    yield Result(
        (*at, "rate"),
        f"「{name}」执行率写 {said}，{part.label} {above} ÷ {base.label} {below} = {computed}",
        "请核对这一行的比率与金额",
        said,
        computed,
    )


def _claims(subject: Subject) -> Iterator[_Claim]:
    funds = subject.item.funds
    if funds is None:
        return
    budget, stated = subject.money.budget_stage, funds.stated_rates
    arrival, execution = stated.arrival, stated.execution
    if arrival is not None:
        only = (StatedBase.RECEIVED_BY_BUDGET,)
        yield _Claim("arrival", arrival, funds.arrival_rate, Stage.RECEIVED, budget, only)
    if execution is not None:
        by_received = execution.base is StatedBase.SPENT_BY_RECEIVED
        base = Stage.RECEIVED if by_received else budget
        bases = (StatedBase.SPENT_BY_BUDGET, StatedBase.SPENT_BY_RECEIVED)
        yield _Claim("execution", execution, subject.money.execution_rate, Stage.SPENT, base, bases)


def _result(subject: Subject, claim: _Claim, rate: Rate) -> Result:
    stated, number = claim.stated.value, rate.figure.computed or Decimal(0)
    places = max(_LEAST_PLACES, len(f"{stated:f}".partition(".")[2]))
    said, computed = f"{grouped(stated)}%", f"{grouped(rounded(number, places))}%"
    return Result(
        claim.at("value"),
        f"{rate.name}写 {said}，按{division(rate)} 计算为 {computed}",
        f"请核对比率与金额{_other_base(subject, claim)}",
        said,
        computed,
    )


def _follows(subject: Subject, claim: _Claim) -> bool:
    """Whether the rate fits the sums of the sources, so that the total row is the wrong one."""
    rates = subject.money.rates(claim.part, claim.base)
    return any(fits(claim.stated.value, rate) for rate in rates)


def _other_base(subject: Subject, claim: _Claim) -> str:
    """Which other base the stated rate fits, for the remedy."""
    for stage in (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET, Stage.RECEIVED):
        if stage in (claim.part, claim.base):
            continue
        if any(fits(claim.stated.value, rate) for rate in subject.money.rates(claim.part, stage)):
            return f"；所列比率等于{claim.part.label} ÷ {stage.label}，请看分母是否用错"
    return ""
