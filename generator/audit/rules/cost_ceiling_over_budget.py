"""总成本的指标值多于全部预算。

成本指标写总成本不超过多少，这个数比资金表的预算还多。

原因：总成本的上限应当是预算；比预算还多的上限限制不了什么，多半是写错了数字。

公式：名称是总成本（项目总成本、成本总额）、计量单位是元、万元或亿元、符号为 ≤、< 的指标：指标值 −
 资金表各栏预算（年初、全年）中最大的一个，多于指标值末位数的一半。单位不同的先换算；资金表没有预
算的、写明只是一部分（不全）的、其他栏有总投资的，不核对。

依据：成本指标按批复的预算设定（财预〔2021〕101号的指标说明，通行做法）。只作提示。

反例：预算 168 万元，「项目总成本」≤186 万元。

正例：预算 168 万元，「项目总成本」≤168 万元。

改法：核对指标值与预算。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.lazily import lazily
from generator.values.money import Amount, half_digit
from generator.values.told_money import unit_named

SEVERITY = Severity.HINT
NEEDS = (needs.AIMING, needs.UNDIVIDED, needs.FUNDS, needs.BUDGET, needs.TARGETS)

_TOTAL_COST = lazily(
    "(?:本?项目|全年|年度|本年)?(?:总成本|成本总[额量])(?:控制)?(?:数|额|金额|指标)?"
)
_WHOLE_TERM = "投资"
_BUDGETS = (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)


def check(subject: Subject) -> Iterator[Result]:
    """At the target of the cost row."""
    funds, project = subject.item.funds, subject.item.project
    is_of_term = project is not None and any(_WHOLE_TERM in name for name in project.extra)
    if funds is None or funds.is_partial or is_of_term:
        return
    budgets = [
        number for stage in _BUDGETS for figure in (funds.total(stage),) for number in figure.known
    ]
    for row in subject.leaves:
        indicator = row.indicator
        unit, target = unit_named(indicator.unit), indicator.target_number
        sign = indicator.compared_by
        if (
            not budgets
            or unit is None
            or target is None
            or not _TOTAL_COST.fullmatch(row.indicator.name)
        ):
            continue
        most = Amount(max(budgets), funds.unit)
        if sign and sign.wants_less and target - most.to(unit).value > half_digit(target):
            yield Result(
                row.at("target"),
                f"{row.name}指标值 {indicator.target_shown}，预算是 {most}",
                "请核对指标值与预算",
                indicator.target_shown,
                str(most),
            )
