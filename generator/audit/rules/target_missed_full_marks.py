"""未达标却得满分。

完成值没有达到指标值，得分却等于分值。

原因：没有做到的事得了满分，分数就不能说明完成情况。

公式：按「符号」比较完成值与指标值（≥、≤、>、<、=）；不成立而 得分 = 分值 的，
无论是否写了偏差原因都算错。按比例应得的分取到指标体系规定的小数位后仍为满分的，不算错；
指标体系规定得分按执行率计算的预算执行率，由 execution-score-mismatch 核对；
复核分低于分值的，复核已经扣分，不算错。
指标值本身不可能达到的，由 impossible-target 提示。未达标又丢了分的，
看 deviation-without-reason 和 score-far-from-proportion。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）的通行理解：定量指标完成指标值的得满分，
未完成的按完成值与指标值的比例得分。

反例：岸坡保洁达标率，指标值 ≥95%，完成 93.1%，得 10 分（满分 10 分）。

正例：同上，得 9.8 分，并写明偏差原因。

改法：核对符号、指标值、完成值和得分。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.audit.uncompared import uncompared
from generator.audit.wording import points
from generator.diagnostics import Severity

SEVERITY = Severity.ERROR
NEEDS = needs.HELD_AGAINST_POINTS


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the score."""
    yield from uncompared(subject)
    for judged in subject.judged:
        if judged.met is not False or not subject.kept_full_marks(judged):
            continue
        row, comparison, weight = judged.row, judged.comparison, judged.row.indicator.weight
        if comparison is None or weight is None:
            continue
        earned = comparison.earned(weight, subject.frame.places)
        if earned == weight:
            earned = None
        proportion = "" if earned is None else f"，按比例应得 {points(earned)}"
        yield Result(
            row.at("score"),
            f"{row.name}指标值 {judged.target}，完成值 {judged.actual}，"
            f"未达标却得满分 {points(weight)}{proportion}",
            "请核对符号、指标值、完成值和得分",
            points(weight),
            "" if earned is None else points(earned),
        )
