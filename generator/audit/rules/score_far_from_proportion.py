"""得分与完成比例相差较大。

指标没有达到，得分与按完成比例应得的分数相差较大。

原因：扣多扣少应有依据；与比例差得多，可能是算错，也可能是另有评分标准。

公式：得分 − 应得分 > 分值 × 10%（可在 publisher.yml 的「阈值」中调整）。应得分 = 分值 × 完成值 ÷ 指
标值（≤ 和 < 的指标为 指标值 ÷ 完成值），取到指标体系规定的小数位。写明另有评分标准的，以及扣得比按
比例多的（可能另有标准），不核对。
只看未达标、已失分、并写了原因的指标：未达标得满分的看 target-missed-full-marks，没有写原因的看
deviation-without-reason，已达标的看 target-met-points-lost。指标值或完成值为 0、为负，以及 = 的指
标超过指标值的，比例没有意义，不提示。预算执行率看 execution-score-mismatch。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）的通行理解：未完成指标值的定量指标，
按完成值与指标值的比例记分。

反例：满分 10 分，指标值 ≥100人，完成 50人，得 9 分（按比例应得 5 分）。

正例：同上，得 5 分。

改法：核对得分；另有评分标准的，在“偏差原因”中写明，并登记为例外。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.audit.uncompared import uncompared
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import last_digit

SEVERITY = Severity.WARNING
NEEDS = needs.HELD_AGAINST_POINTS

_RULE = lazily(r"[扣得加减]\s?\d|[扣得]分|分档|[封扣]顶")
"""Words of an explanation that says how points are given."""


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the score."""
    yield from uncompared(subject)
    for judged in subject.judged:
        if judged.met is not False or judged.is_execution:
            continue
        row, comparison = judged.row, judged.comparison
        weight, score = row.indicator.weight, row.indicator.score
        if row.indicator.scoring_rule or _RULE.search(row.indicator.explanation or ""):
            yield Unjudged(f"{row.name}另有评分标准")
            continue
        if comparison is None or weight is None or score is None or score >= weight:
            continue
        earned = comparison.earned(weight, subject.frame.places)
        if earned is None:
            continue
        apart = abs(score - earned) - last_digit(score) / 2
        is_far = apart * 100 > weight * subject.thresholds.proportion
        if is_far and score < earned:
            yield Unjudged(f"{row.name}扣得比按比例多，评分标准没有写明")
        elif is_far and subject.explained(judged):
            yield Result(
                row.at("score"),
                f"{row.name}指标值 {judged.target}，完成值 {judged.actual}，"
                f"按比例应得 {points(earned)}，实际得 {points(score)}（满分 {points(weight)}）",
                "请核对得分；另有评分标准的，在「偏差原因」中写明，并登记为例外",
                points(score),
                points(earned),
            )
