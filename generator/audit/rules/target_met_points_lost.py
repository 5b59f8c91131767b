"""已达标却失分，没有说明原因。

完成值达到了指标值，得分却低于分值，又没有写原因。

原因：达到目标而扣分，要么扣错了，要么另有原因，读者应当知道。

公式：按「符号」比较，指标值已达到，而 得分 < 分值，整份报告没有一处写明原因
（在哪里写都算，见 points-lost-without-reason）。达到与否无法比较的，看 points-lost-without-reason。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）的通行理解：定量指标达到指标值的得满分。

反例：培训人次，指标值 ≥200人次，完成 210人次，得 9 分（满分 10 分），没有写原因。

正例：同上，偏差原因写明“其中 20 人次缺签到记录，扣 1 分”。

改法：核对得分；确应扣分的，在“偏差原因”中写明。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.audit.uncompared import uncompared
from generator.audit.wording import points
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = needs.HELD_AGAINST_POINTS


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the score."""
    yield from uncompared(subject)
    for judged in subject.judged:
        if not judged.met or judged.lost is None or judged.lost <= 0 or subject.explained(judged):
            continue
        row, indicator = judged.row, judged.row.indicator
        if indicator.score is None or indicator.weight is None:
            continue
        yield Result(
            row.at("score"),
            f"{row.name}指标值 {judged.target}，完成值 {judged.actual}，已达标却只得 "
            f"{points(indicator.score)}（满分 {points(indicator.weight)}），没有写明原因",
            "请核对得分；确应扣分的，在「偏差原因」中写明",
            points(indicator.score),
            points(indicator.weight),
        )
