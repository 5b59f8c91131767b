"""支出进度落后于时间。

年度中间的文件，支出占预算的比例不到时间进度的一半，没有说明原因。

原因：年中支出太慢，年底要么花不完，要么突击花钱；监控就是为了及早说明和调整。

公式：支出 ÷ 预算 < 时间进度 ÷ 2；时间进度 = 年初（写明起始日期的，从起始日期）到期间截止日的天
数 ÷ 到年底的天数。资金「说明」、各行「说明」、问题，或者预算执行指标的偏差原因有一处写明的，以及预
计支出占预算的比例不低于网站设置的执行率下限（缺省 90%）的，不提示。期间跨年、没有截止日或者没有预算
和支出的不核对。年底的执行率由 low-execution-without-reason 核对；一次性支付的项目本来集中在下半年，
这里只作提示。

依据：《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）：监控预算执行情况；“一半”是提
示用的界限，不是规定。

反例：截至 7 月 31 日，预算 320 万元，支出 60 万元，18.75%，没有说明。

正例：同上，说明写：设备已中标，验收后付款。

改法：在资金的“说明”中写明进度落后的原因和打算。
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import says_nothing
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.money import percent, percentage

SEVERITY = Severity.HINT
NEEDS = (needs.MID_YEAR, needs.FUNDS, needs.BUDGET, needs.SPENT)
_HALF = Decimal("0.5")


def check(subject: Subject) -> Iterator[Result]:
    """At the explanation that is missing."""
    rates = subject.money.rates(Stage.SPENT, subject.money.budget_stage)
    elapsed = _elapsed(subject)
    if not rates or elapsed is None or _is_explained(subject):
        return
    hoped = subject.money.rates(Stage.FORECAST_SPENT, subject.money.budget_stage)
    if hoped and max(hoped) >= subject.thresholds.low_execution:
        return
    if max(rates) < elapsed * _HALF:
        yield Result(
            ("funds", "explanation"),
            f"支出占预算 {percent(rates[0])}，时间进度为 {percent(elapsed)}，没有说明原因",
            "请在资金「说明」中写明原因和打算",
            percent(rates[0]),
            percent(elapsed),
        )


def _elapsed(subject: Subject) -> Decimal | None:
    """How much of the year is over at the end of the period; None where it is no part of one."""
    period = subject.item.period
    if period is None or period.end is None:
        return None
    end, first = period.end, period.start or date(period.end.year, 1, 1)
    if first.year != end.year or end < first:
        return None
    last = date(end.year, 12, 31)
    return percentage(Decimal((end - first).days + 1), Decimal((last - first).days + 1))


def _is_explained(subject: Subject) -> bool:
    item, funds = subject.item, subject.item.funds
    notes = [funds.explanation, *(row.note for row in funds.all_rows)] if funds else []
    notes += [row.indicator.deviation_reason for row in subject.execution_rows]
    notes += [finding.text for finding in item.findings]
    return any(note and not says_nothing(note) for note in notes)
