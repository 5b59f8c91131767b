"""远超指标值，没有说明。

完成值达到指标值的 130% 以上（可在 publisher.yml 的「阈值」中调整），没有说明原因。

原因：超出很多，往往是指标值定得太低；指标值偏低，得满分就说明不了什么。

公式：≥ 和 > 的指标：完成值 ÷ 指标值 ≥ 130%。≤ 和 < 的指标反过来看偏离的幅度：完成值比指标值低 30%
 以上，但只看以金额计的、或名称写明是成本、费用等的指标，因为差错、投诉、事故本来越少越好。报告写
了原因的不提示（在哪里写都算，见points-lost-without-reason）；已经失分的不重复提示，看 target-met-
points-lost；= 的指标不存在超额；指标值是增减幅度的、名称是节约率、增长率一类的不看；预算执行率看
spent-over-budget。

依据：通行做法：因指标值设定明显偏低而超额完成的，应说明原因并适当扣分；
有的地方文件规定偏离 30% 以上须说明。

反例：受益人数，指标值 ≥100人，完成 405人，得满分，没有说明。

正例：同上，偏差原因写明“年中扩大了补助范围”。

改法：核对数字；属实的，在“偏差原因”中说明指标值是否定得过低。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Judged
from generator.audit.subject import Subject
from generator.audit.uncompared import uncompared
from generator.diagnostics import Severity
from generator.model.indicators import Indicator
from generator.model.targets import Comparison
from generator.values.cells.cell import Reads
from generator.values.cells.signs import Operator
from generator.values.lazily import lazily
from generator.values.money import percent, percentage

SEVERITY = Severity.WARNING
NEEDS = (needs.MEASURED, needs.ROWS, needs.TARGETS, needs.ACTUALS)
_COST = lazily(r"成本|费用|造价|单价|价格|支出|经费")
_CHANGE = lazily(
    "(?:节约|增长|增加|提高|提升|上升|下降|降低|减少|压减|节能|减排)[比率幅]|[增降涨跌]幅"
)
_UPWARDS = (Operator.AT_LEAST, Operator.MORE)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the actual value."""
    yield from uncompared(subject)
    limit = subject.thresholds.far_over_target
    for judged in subject.judged:
        comparison = judged.comparison
        if not judged.met or comparison is None or comparison.attainment is None:
            continue
        if _is_change(judged.row.indicator):
            continue  # one per cent more than one per cent is no double
        if judged.is_execution or (judged.lost or 0) > 0:
            continue
        over = comparison.operator in _UPWARDS
        if not over and not _is_cost(judged, comparison):
            continue
        part = percentage(comparison.actual, comparison.target)
        if part is None or (part < limit if over else part > 200 - limit):
            continue
        if subject.explained(judged):
            continue
        yield Result(
            judged.row.at("actual"),
            f"{judged.row.name}指标值 {judged.target}，完成值 {judged.actual}，"
            f"为指标值的 {percent(part)}，没有写明原因",
            "请核对数字；属实的，在「偏差原因」中说明指标值是否定得过" + ("低" if over else "高"),
            judged.actual,
            judged.target,
        )


def _is_change(indicator: Indicator) -> bool:
    """Whether it is told by how much something rises or falls: 节约率, 增幅."""
    is_rate = indicator.counted_in == "%" and _CHANGE.search(indicator.name)
    return indicator.aim.reads is Reads.CHANGE or bool(is_rate)


def _is_cost(judged: Judged, comparison: Comparison) -> bool:
    indicator = judged.row.indicator
    return comparison.operator.wants_less and (
        indicator.counted_in.endswith("元")
        or (bool(_COST.search(indicator.name)) and indicator.counted_in != "%")
    )
