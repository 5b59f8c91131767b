"""到位资金多于预算。

实际到位的资金，比安排的预算还多。

原因：多到位的钱没有预算依据，或者预算在年中调整过而没有填写，也可能是数字填错。

公式：到位 ≤ 全年预算（没有全年预算的，用年初预算），允许各来源相加的舍入误差。
先看合计（合计与明细不一致的，怎样算都超过才报告）；合计不超或不完整的，再逐个来源、用途、地区核对。

依据：资金到位率 = 实际到位 ÷ 计划安排，一般不超过 100%（财预〔2013〕53号、财预〔2020〕10号的指标
解释，通行做法）。

反例：全年预算 400 万元，到位 420 万元。

正例：全年预算 400 万元，到位 400 万元；或年中追加后全年预算填 420 万元。

改法：核对数字；年中追加、来源之间有调剂的，填写调整后的全年预算。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.money import Amount, percent, percentage

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.FUNDS, needs.BUDGET, needs.RECEIVED)
_YEARLY = "by_year"
"""What came in one year may be of the budget of another."""


def check(subject: Subject) -> Iterator[Result]:
    """At the amount received, of the total or else of each source."""
    funds = subject.item.funds
    if funds is None:
        return
    stage = subject.money.budget_stage
    received, budget = subject.money.totals[Stage.RECEIVED], subject.money.totals[stage]
    tolerance = max(received.tolerance, budget.tolerance)
    if (
        received.shown is not None
        and budget.shown is not None
        and all(a - b > tolerance for a in received.known for b in budget.known)
    ):
        rate = percentage(received.shown, budget.shown)
        said = f"，到位率 {percent(rate)}" if rate is not None else ""
        amount, plan = Amount(received.shown, funds.unit), Amount(budget.shown, funds.unit)
        yield Result(
            funds.total_at(Stage.RECEIVED),
            f"到位 {amount} 超过{stage.label} {plan}{said}",
            "请核对数字；年中追加的，请填写调整后的全年预算",
            str(amount),
            str(plan),
        )
        return
    for breakdown in funds.breakdowns:
        for n, row in enumerate(breakdown.rows if breakdown.at[-1] != _YEARLY else ()):
            arrived, planned = row.received, row.at(stage)
            if arrived is not None and planned is not None and arrived > planned:
                amount, plan = Amount(arrived, funds.unit), Amount(planned, funds.unit)
                yield Result(
                    (*breakdown.at, n, Stage.RECEIVED.value),
                    f"「{row.name}」到位 {amount} 超过{stage.label} {plan}",
                    "请核对数字；各行之间有调剂的，请填写调整后的全年预算",
                    str(amount),
                    str(plan),
                )
