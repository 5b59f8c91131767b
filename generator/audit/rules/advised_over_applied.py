"""建议金额多于申报金额。

事前评估建议安排的金额，比申报的预算还多。

原因：事前评估核定花多少合适，一般只核减；多于申报的，多半是单位（元、万元）写错，或者两个数填反
了。

公式：建议金额 ≤ 申报的预算（全年预算，没有的用年初预算），换算成同一单位比较；合计与明细不一致时，
比两个都多才报告。意见或说明写有增加、调增、核增、追加、上调、提高等字样的，属于有意增加，不报告。没
有写明单位的不核对。

依据：通行做法；事前绩效评估的结论决定支持与否和安排多少。

反例：申报 420 万元，建议金额 4,200 万元。

正例：申报 420 万元，建议金额 327 万元。

改法：核对金额和单位；确属增加的，在意见中写明。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import Amount

SEVERITY = Severity.WARNING
NEEDS = (needs.PLANNED, needs.ADVISED, needs.FUNDS, needs.BUDGET)
_RAISED = lazily(r"增加|[调核追]增|追加|上调|调高|提高")


def check(subject: Subject) -> Iterator[Result]:
    """At the amount advised."""
    item, funds = subject.item, subject.item.funds
    advised = item.amount(item.result.amount_advised)
    if advised is None or funds is None:
        return
    told = f"{item.result.opinion or ''}{item.result.note or ''}"
    amounts = subject.money.totals[subject.money.budget_stage].known
    applied = [Amount(number, funds.unit) for number in amounts]
    if not applied or _RAISED.search(told):
        return
    if all(advised.to(one.unit).value > one.value for one in applied):
        yield Result(
            ("result", "amount_advised"),
            f"建议金额 {advised}，多于申报的{subject.money.budget_stage.label} {applied[0]}",
            "请核对金额和单位；确属增加的，请在意见中写明",
            str(advised),
            f"不多于 {applied[0]}",
        )
