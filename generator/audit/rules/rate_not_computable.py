"""比率算不出来。

到位率或执行率的分子、分母都写了，分母却是 0。

原因：0 不能作分母。读者看不到执行率，需要知道是没有安排资金，还是数字漏填。

公式：分母（预算或到位）= 0，分子 = 0，报告没有列示这一比率，或列示为 0。分子大于 0 的，
由 spent-over-budget、arrival-mismatch 报告；列示的比率不是 0 的，由 rate-mismatch 报告。

依据：预算执行率 = 全年执行数 ÷ 全年预算数（财预〔2020〕10号所附表式）。

反例：全年预算 0 万元，支出 0 万元，没有说明。

正例：全年预算 400 万元，支出 0 万元，执行率 0%。

改法：核对金额；确实没有安排资金的，在资金的“说明”中写明。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import division
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.FUNDS, needs.BUDGET, needs.SPENT)


def check(subject: Subject) -> Iterator[Result]:
    """At the base; one result for each base, however many rates divide by it."""
    funds = subject.item.funds
    if funds is None:
        return
    said: set[Stage] = set()
    for rate in (funds.arrival_rate, subject.money.execution_rate):
        if rate is None or not rate.is_undefined or rate.figure.stated:
            continue
        if rate.part is None or rate.part.value or rate.base_stage in said:
            continue
        said.add(rate.base_stage)
        yield Result(
            funds.total_at(rate.base_stage),
            f"{rate.name}算不出来：{division(rate)}，分母为 0",
            "请核对金额；确实没有安排资金的，请在资金「说明」中写明",
            str(rate.base),
        )
