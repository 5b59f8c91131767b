"""执行率除的是年初预算。

资金表一行里印的执行率，等于支出除以年初预算，而同一行写有不同的全年预算。

原因：预算调整以后，执行率应当看调整后的预算；追加的钱没有算进分母，进度就显得快了。

公式：同一行有支出、年初预算和全年预算，两个预算不同，印的执行率 = 支出 ÷ 年初预算，≠ 支出 ÷ 全年
预算（允许所列末位数的一半）。有到位、发行，而支出除以它们与印的相符的，不提示。与任何一种预算都不
相符的，由rate-mismatch 报告；合计行的执行率与“报告列示”相同的，看它写明的口径，这里不核对。

依据：自评表、监控表以执行数除以全年预算数为执行率（财预〔2020〕10号、财预〔2019〕136号所附表式）。
有的地方另有规定，只作提示。

反例：年初预算 240 万元，追加后 300 万元，支出 168 万元，执行率写 70%。

正例：同上，执行率写 56%。

改法：核对分母；当地规定按年初预算计算的，在说明中写明。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts
from generator.model.funds import Funds
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount, percent, percentage, rate_fits

SEVERITY = Severity.HINT
NEEDS = (
    needs.UNDER_WAY,
    needs.FUNDS,
    needs.INITIAL_BUDGET,
    needs.ADJUSTED_BUDGET,
    needs.SPENT,
    needs.STATED_RATES,
)

_TOLD = lazily("年初")


def check(subject: Subject) -> Iterator[Result]:
    """At the rate of each row, and at that of the total."""
    funds = subject.item.funds
    if funds is None or _TOLD.search(funds.explanation or ""):
        return
    for row, at in subject.money.placed:
        yield from _of_row(row, row.name, at, funds)
    total, stated = funds.stated_total, funds.stated_rates.execution
    if total is not None and not (stated and stated.value == total.printed_rate):
        yield from _of_row(total, "合计", ("funds", "stated_total"), funds)


def _of_row(row: FundAmounts, name: str, at: At, funds: Funds) -> Iterator[Result]:
    stated, spent = row.printed_rate, row.spent
    first, last = row.initial_budget, row.adjusted_budget
    if stated is None or spent is None or not first or not last or first == last:
        return
    initial = percentage(spent, first)
    others = [percentage(spent, base) for base in (last, row.received, row.issued) if base]
    is_initial = initial is not None and rate_fits(stated, initial)
    if not is_initial or any(one is not None and rate_fits(stated, one) for one in others):
        return
    due = percent(others[0] or stated)
    above, below, whole = (Amount(number, funds.unit) for number in (spent, first, last))
    yield Result(
        (*at, "rate"),
        f"「{name}」执行率写 {percent(stated)}，是支出 {above} 除以年初预算 {below}；"
        f"除以全年预算 {whole} 为 {due}",
        "请核对分母；当地规定按年初预算计算的，请在说明中写明",
        percent(stated),
        due,
    )
