"""同一张表里 100% 的符号写了两样。

绩效目标表里最高只有 100% 的比率，有的写“=100%”，这一项写“≥100%”。

原因：合格率不可能超过 100%，两样写法是一个意思；目标表还可以改，统一写“=”更清楚。

公式：还没有结果的绩效目标表，计量单位为 %、最高为 100% 的比率（名称以“率、满意度、比例、占比”结
尾，增长率、完成率、执行率等除外），指标值 100%，「符号」填 ≥ 或指标值以 ≥ 开头（写“达到100%”
的不算），而同一张表另有这样的比率写“=100%”。各地的表多印“≥100%”，意思没有错，整张表都这样写
的、已经报告结果的不提示；指标值 >100% 或大于 100% 的，由 impossible-target 报告。

依据：通行做法，审核绩效目标时常见的退回理由。

反例：验收合格率 =100%，食品抽检合格率 ≥100%。

正例：两项都写 =100%，或者都写 ≥100%。

改法：把符号改为“=”，或核对指标值。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.indicators import Indicator
from generator.values.cells.signs import Operator, begins

SEVERITY = Severity.HINT
NEEDS = (needs.PLANNED, needs.ROWS, needs.TARGETS)
_WHOLE = Decimal(100)


def check(subject: Subject) -> Iterator[Result]:
    """At the operator: in its own field, or before the target."""
    whole = [row for row in subject.leaves if _is_whole(row.indicator)]
    if not any(row.indicator.compared_by is Operator.EQUAL for row in whole):
        return  # as forms all over the country print it
    for row in whole:
        indicator = row.indicator
        if indicator.compared_by is not Operator.AT_LEAST:
            continue
        done = indicator.done
        has_sign = indicator.operator is not None or begins(indicator.target)
        if not has_sign or (done.sign is not None and begins(indicator.actual)):
            continue
        field = "target" if indicator.operator is None else "operator"
        yield Result(
            row.at(field),
            f"{row.name}指标值 {Operator.AT_LEAST.label}100%，"
            f"同一张表其他比率写 {Operator.EQUAL.label}100%",
            f"请把符号改为 {Operator.EQUAL.label}，或核对指标值",
            Operator.AT_LEAST.label,
            Operator.EQUAL.label,
        )


def _is_whole(indicator: Indicator) -> bool:
    """Whether a row asks for all there is of something."""
    return indicator.target_number == _WHOLE and indicator.is_share and not indicator.is_unreachable
