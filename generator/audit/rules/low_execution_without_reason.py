"""执行率偏低未说明原因。

预算执行率低于界限，却没有写明原因。

原因：钱没有花出去，可能是项目没有做完，也可能是预算编多了，读者需要知道是哪一种。

公式：执行率 < 界限，而整份报告没有一处写明原因：资金「说明」和各行的说明、与资金有关的指标的
「偏差原因」，以及正文、问题中说到执行率、支出进度、结余结转的句子（只写“无”的不算填写）。
执行率的分母是报告或指标体系所说的，表中没有预算的是到位；只有发行的没有通行的界限，不核对。
界限由指标体系规定；没有规定的，用网站设置的下限（缺省 90%）。列示的与计算的执行率不一致，
或合计与明细不一致时，怎样算都低于界限才报告。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）要求对未完成的目标说明原因；一些地方的自评表明
确执行率低于 90% 须说明，90% 是通行的界限。

反例：全年预算 400 万元，支出 332 万元，执行率 83%，没有任何说明。

正例：同上，资金「说明」写：两所学校食堂改造，供餐推迟一个学期。

改法：在资金的“说明”或预算执行指标的“偏差原因”中写明原因。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.money import percent

SEVERITY = Severity.WARNING
NEEDS = (needs.OVER, needs.FUNDS, needs.RATE)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the explanation that is missing."""
    rate, limit = subject.money.execution_rate, subject.frame.explain_below
    if limit is None:
        limit = subject.thresholds.low_execution
    if rate is None or rate.figure.shown is None:
        return
    if rate.base_stage is Stage.ISSUED:
        yield Unjudged("支出除以发行没有通行的界限")
        return
    rates = (*rate.figure.known, *subject.money.rates(Stage.SPENT, rate.base_stage))
    if all(number < limit for number in rates) and not subject.reasons.for_spending:
        shown, least = percent(rate.figure.shown), percent(limit)
        yield Result(
            ("funds", "explanation"),
            f"{rate.name} {shown}（{rate.part_name} ÷ {rate.base_name}），低于 {least}，"
            "没有说明原因",
            "请在资金「说明」或预算执行指标的「偏差原因」中写明原因",
            shown,
            f"不低于 {least}，或有说明",
        )
