"""有指标值而没有完成值。

表上其他各行都写了完成值，这一行空着，也没有说明。

原因：公开了目标，没有公开结果，读者不知道做到没有。

公式：一行有指标值，没有下级，没有完成值、偏差原因、得分说明，而同一张表有指标值的末级指标八成以上
写了完成值（至少 3 行）。得了满分的由 full-marks-without-actual 提示；不适用的、预算执行率不看。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）要求对照指标值逐项评价完成情况。

反例：十行中九行写了完成值，“家长满意度”一行空白。

正例：同上，写明“未开展调查”。

改法：对照原表补充完成值；原表没有的，写明为什么没有。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.rules import full_marks_without_actual
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.ROWS, needs.TARGETS, needs.ACTUALS)

_FEWEST = 3
_PART = 5


def check(subject: Subject) -> Iterator[Result]:
    """At the blank cell."""
    aimed = [row for row in subject.leaves if row.indicator.target]
    blank = [row for row in aimed if not row.indicator.actual]
    if len(aimed) - len(blank) < _FEWEST or _PART * len(blank) > len(aimed):
        return
    told = {one.path for one in full_marks_without_actual.check(subject)}
    for row in blank:
        indicator = row.indicator
        if indicator.is_not_applicable or subject.frame.is_execution(indicator.name):
            continue
        if indicator.has_reason or row.at("actual") in told:
            continue
        yield Result(
            row.at("actual"),
            f"{row.name}指标值 {indicator.target_shown}，没有写完成值，也没有说明",
            "请对照原表补充完成值，或写明为什么没有",
            "",
            indicator.target_shown,
        )
