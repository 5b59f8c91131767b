"""比率要求“≥100%”。

最高只有 100% 的比率，符号写“≥”，指标值写 100%。

原因：合格率不可能超过 100%；写“=”更清楚，审核绩效目标时也常被退回。

公式：计量单位为 %、最高为 100% 的比率（名称以“率、满意度、比例、占比”结尾，增长率、完成率、执行率等
除外），指标值 100%，「符号」填 ≥ 或指标值以 ≥ 开头（写“达到100%”的不算）。意思没有错，只作提示；指
标值 >100% 或大于 100% 的，由 impossible-target 报告。

依据：通行做法，审核绩效目标时常见的退回理由。

反例：食品抽检合格率，指标值 ≥100%。

正例：食品抽检合格率，指标值 =100%。

改法：把符号改为“=”，或核对指标值。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.cells.signs import Operator, begins

SEVERITY = Severity.HINT
NEEDS = (needs.AIMING, needs.ROWS, needs.TARGETS)
_WHOLE = Decimal(100)


def check(subject: Subject) -> Iterator[Result]:
    """At the operator: in its own field, or before the target."""
    for row in subject.leaves:
        indicator = row.indicator
        if (
            indicator.compared_by is not Operator.AT_LEAST
            or indicator.target_number != _WHOLE
            or not indicator.is_share
            or indicator.is_unreachable
        ):
            continue
        done = indicator.done
        has_sign = indicator.operator is not None or begins(indicator.target)
        if not has_sign or (done.sign is not None and begins(indicator.actual)):
            continue
        field = "target" if indicator.operator is None else "operator"
        yield Result(
            row.at(field),
            f"{row.name}指标值 {Operator.AT_LEAST.label}100%，而这一比率最高为 100%，不可能超过",
            f"请把符号改为 {Operator.EQUAL.label}，或核对指标值",
            Operator.AT_LEAST.label,
            Operator.EQUAL.label,
        )
