"""资金合计不符。

资金表的合计，与各来源金额之和不一致。

原因：合计与明细对不上，读者无法知道到底有多少钱、花了多少钱。

公式：合计 = 各来源之和；年初预算、全年预算、到位、支出各核对一次。n 个来源相加，允许末位数的 n ÷ 2
（取整）倍的舍入误差，末位按原表单位和表中最细的数计；都是整数的，须正好相等。有来源没有填写该项金
额的，只在已填金额之和大于合计时报告。相差正好一万倍的，由 unreadable-number 报告。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）所附自评表，年度资金总额由各项来源组成；
合计等于明细之和是报表的通行要求。

反例：市级拨款支出 294 万元，区级配套支出 98 万元，合计支出写 393 万元。

正例：同上，合计支出写 392 万元。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.money import Amount

SEVERITY = Severity.ERROR
NEEDS = (needs.FUNDS, needs.TOTAL_ROW)


def check(subject: Subject) -> Iterator[Result]:
    """At the stated total of each stage."""
    funds = subject.item.funds
    if funds is None or funds.stated_total is None:
        return
    for stage, figure in subject.fund_totals.items():
        summed = funds.of_sources(stage)
        if figure.stated is None or summed.given is None or funds.in_another_unit(stage):
            continue
        is_exceeded = bool(summed.missing) and summed.given > figure.stated
        if not figure.differs and not is_exceeded:
            continue
        stated, computed = (Amount(number, funds.unit) for number in (figure.stated, summed.given))
        gap = Amount(abs(figure.stated - summed.given), funds.unit)
        parts = "已填的各来源" if summed.missing else "各来源"
        yield Result(
            funds.total_at(stage),
            f"「合计」{stage.label} {stated}，{parts}相加为 {computed}，相差 {gap}",
            "请核对各来源的金额与合计",
            str(stated),
            str(computed),
        )
