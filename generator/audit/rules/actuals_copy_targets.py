"""完成值与指标值全部相同。

每一项定量指标的完成值都恰好等于指标值。

原因：样样不多不少，往往是把指标值抄到了完成值，没有统计实际情况。

公式：可比较的定量指标不少于 5 项，且每一项 完成值 = 指标值。预算执行率来自资金表，不计在内；
指标值为 0 的不计在内；有完成值无法比较的，不提示。

依据：通行做法，审核自评材料时的常见疑点；不是规定，只作提示。

反例：8 项定量指标，完成值与指标值逐项相同。

正例：8 项定量指标，其中几项略高或略低。

改法：核对完成值是不是实际统计的结果；确实相同的，在“佐证”中写明依据。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.OVER, needs.ROWS, needs.TARGETS, needs.ACTUALS)
_FEWEST = 5


def check(subject: Subject) -> Iterator[Result]:
    """At the score table."""
    same = 0
    for judged in subject.judged:
        indicator, comparison = judged.row.indicator, judged.comparison
        if comparison is None and indicator.actual and indicator.compared_by:
            return
        if comparison is None or judged.is_execution or not comparison.target:
            continue
        if comparison.actual != comparison.target:
            return
        same += 1
    if same >= _FEWEST:
        yield Result(
            ("indicators",),
            f"{same} 项定量指标的完成值与指标值全部相同",
            "请核对完成值是否为实际统计结果",
            f"{same}项",
        )
