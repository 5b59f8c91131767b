"""完成值无法与指标值比较。

指标值是数字，完成值却不是数字，或者计量单位不同。

原因：指标值 200 人，完成值写“200余人”或“完成”，就无法核对是否达标，也无法汇总。

公式：指标值为数字且有符号（≥、≤、>、<、=），完成值不是数字，或带有与「计量单位」不同的单位。
没有填写完成值的不提示；完成值写“不适用”的看 not-applicable-scored；
照抄了“≥”的看 impossible-target。完成值改正之前，不判断该项是否达标。

依据：通行做法：定量指标的完成值应与指标值口径一致、单位一致，可以核对。

反例：培训人数，指标值 ≥200人，完成值“200余人”。

正例：同上，完成值 206。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.rules.unreadable_number import misread
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.targets import quantity
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.ROWS, needs.TARGETS, needs.ACTUALS)


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value."""
    for judged in subject.judged:
        if judged.comparison is not None or not judged.row.indicator.actual:
            continue
        row, indicator = judged.row, judged.row.indicator
        operator, target = indicator.compared_by, indicator.target_number
        if operator is None or target is None:
            continue
        done = quantity(indicator.actual)
        if done is not None and done.sign is not None:
            continue
        if misread(indicator, indicator.actual or ""):
            continue  # unreadable-number says it
        actual = shown(indicator.actual or "")
        wanted = f"{operator.label}{target}{indicator.counted_in}"
        fault = f"单位是「{done.unit}」" if done and done.has_plain_unit else "不是数字"
        yield Result(
            row.at("actual"),
            f"{row.name}指标值 {wanted}，完成值「{actual}」{fault}，无法比较",
            "完成值请填写与指标值同一单位的数字，文字说明写入「佐证」或正文",
            actual,
            wanted,
        )
