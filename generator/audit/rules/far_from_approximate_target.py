"""完成值与约数相差较大。

指标值是约数（约、左右、近、余等），完成值高于它的 130% 或低于它的 70%。

原因：写“约500人”时，相差一点不算错；相差三成以上，就不再是“约”。

公式：指标值是约数，完成值是同一单位、同一周期的数字，完成值 ÷ 指标值 大于 1.3 或小于 0.7；
写了偏差原因的不提示。
指标值是确数的看 target-missed-full-marks、deviation-without-reason 和 target-far-exceeded。

依据：通行做法：指标值应当明确，可以核对；约数的范围没有规定，所以只作提示。

反例：观众人数，指标值 约500人，完成值 210人。

正例：同上，完成值 480人。

改法：核对数字；属实的，在“偏差原因”中说明。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.targets import in_unit
from generator.values.cells.cell import Reads

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.ROWS, needs.TARGETS, needs.ACTUALS)
_LEAST, _MOST = Decimal("0.7"), Decimal("1.3")


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value."""
    for judged in subject.judged:
        if not judged.reason or subject.explained(judged):
            continue
        row, indicator = judged.row, judged.row.indicator
        aim, done = indicator.aim, indicator.done
        if aim.reads is not Reads.ABOUT or not done.has_figure or done.period != aim.period:
            continue
        number = None if done.sign else in_unit(done, aim.unit)
        if number is None or aim.number * _LEAST <= number <= aim.number * _MOST:
            continue
        yield Result(
            row.at("actual"),
            f"{row.name}指标值 {indicator.target_shown}，完成值 {indicator.actual_shown}，"
            "相差三成以上",
            "请核对数字；属实的，在「偏差原因」中说明",
            indicator.actual_shown,
            indicator.target_shown,
        )
