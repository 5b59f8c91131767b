"""总成本与支出不符。

成本指标所填的项目总成本，与资金表的支出不一致。

原因：同一笔钱在两处写成两个数，读者不知道项目到底花了多少。

公式：|总成本的完成值 − 资金表支出| 不超过完成值末位数的一半；单位不同的先换算，支出带小数的，
再加它末位数的一半。只看名称写明是总成本、成本总额、项目总支出等、计量单位是元、万元或亿元的指标；
单位成本、人均成本、单项成本不看。与各来源之和相符、只与合计行不符的，
由 money-parts-do-not-add-up 报告。

依据：成本指标反映完成项目实际花的钱（财预〔2020〕10号、财预〔2021〕101号的指标说明，通行做法），
应与资金表的全年执行数一致。

反例：支出 125.25 万元，「项目总成本」完成值 150 万元。

正例：支出 125.25 万元，「项目总成本」完成值 125.25 万元；写 125 万元（取整）也可以。

改法：核对成本与支出；口径不同的，在指标名称或资金的“说明”中写明。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.lazily import lazily
from generator.values.money import Amount, half_digit, last_digit
from generator.values.told_money import unit_named

SEVERITY = Severity.WARNING
NEEDS = (needs.OVER, needs.FUNDS, needs.SPENT, needs.ACTUALS)

_TOTAL_COST = lazily(
    r"(?:本?项目|全年|年度|本年)?(?:实际)?"
    r"(?:总(?:成本|支出|费用)|(?:成本|支出|费用)总(?:额|量|数))(?:控制)?(?:数|额|金额|指标)?"
    r"(?:[（(][^（）()]{0,20}[）)])?"
)


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value of the cost row."""
    funds, told = subject.item.funds, subject.money.shown.get(Stage.SPENT)
    if funds is None or told is None:
        return
    for row in subject.leaves:
        unit = unit_named(row.indicator.unit)
        if unit is None or not _TOTAL_COST.fullmatch(row.indicator.name):
            continue
        actual = row.indicator.actual_number
        if actual is None:
            continue
        spent = subject.money.totals[Stage.SPENT]
        typed = row.indicator.done
        near = half_digit(typed.number) * (actual / typed.number if typed.number else 1)
        if unit is not funds.unit:
            near += Amount(last_digit(told.value), funds.unit).to(unit).value / 2
        amounts = [Amount(n, funds.unit).to(unit) for n in (spent.shown, spent.computed) if n]
        if amounts and all(abs(actual - amount.value) > near for amount in amounts):
            yield Result(
                row.at("actual"),
                f"{row.name}完成值 {Amount(actual, unit)}，资金表支出 {told}",
                "请核对成本与支出；口径不同的，请在指标名称或资金「说明」中写明",
                str(Amount(actual, unit)),
                str(told),
            )
