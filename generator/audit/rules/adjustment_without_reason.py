"""预算调整未说明原因。

全年预算与年初预算不同，却没有说明为什么调整。

原因：年中追加、调减或在来源之间调剂，会改变执行率的分母，读者需要知道依据。

公式：全年预算 ≠ 年初预算，而资金「说明」没有写到预算的增减、追加、下达、结转等，各行的说明没有填
写，正文和问题也没有说到调整（只写“无”的不算填写）。末位数差 1 的算舍入。先看合计（合计与明细不一
致的，怎样算都不同才报告）；合计相同的，再看各来源。

依据：一些地方的自评表要求说明年中预算调整的原因；财预〔2020〕10号所附自评表把年初预算数和全年预算
数分列，便于看出调整。

反例：年初预算 0，全年预算 3.36 万元，没有说明。

正例：同上，资金「说明」写：年中收到省级补助 3.36 万元。

改法：在资金的“说明”中写明调整的原因和依据。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.values.money import Amount, last_digit

SEVERITY = Severity.HINT
NEEDS = (needs.OVER, needs.FUNDS, needs.INITIAL_BUDGET, needs.ADJUSTED_BUDGET)


def check(subject: Subject) -> Iterator[Result]:
    """At the explanation that is missing; one result, however many sources changed."""
    funds = subject.item.funds
    if funds is None:
        return
    if (adjusted := _adjusted(subject, funds)) and not subject.reasons.for_adjustment:
        who, before, after = adjusted
        yield Result(
            ("funds", "explanation"),
            f"{who}年初预算 {before}，全年预算 {after}，没有说明调整原因",
            "请在资金「说明」中写明调整的原因和依据",
            str(after),
            str(before),
        )


def _adjusted(subject: Subject, funds: Funds) -> tuple[str, Amount, Amount] | None:
    """The total that changed, else the first source."""
    totals = subject.money.totals
    initial, adjusted = totals[Stage.INITIAL_BUDGET], totals[Stage.ADJUSTED_BUDGET]
    tolerance = max(initial.tolerance, adjusted.tolerance)
    pairs = (
        [("", initial.shown, adjusted.shown)]
        if all(
            abs(after - before) > tolerance for after in adjusted.known for before in initial.known
        )
        else []
    )
    pairs += [(f"「{row.source}」", row.initial_budget, row.adjusted_budget) for row in funds.rows]
    for who, before, after in pairs:
        if before is None or after is None:
            continue
        if abs(after - before) > last_digit(before, after):
            return who, Amount(before, funds.unit), Amount(after, funds.unit)
    return None
