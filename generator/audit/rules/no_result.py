"""没有任何结果。

记录已经发布，却既没有得分，也没有等级；不计分的指标体系，没有一项完成值。

原因：公开绩效评价，是为了让人知道钱花得怎样。没有结果的报告，多半是评分表漏填、只录了一半就发布，
或者文件放错了地方。

公式：状态为已发布；总分、复核总分、等级都没有写，评分表各级也没有一项得分或复核分。指标体系不计分
的，各项指标也都没有完成值。只缺一部分得分的，不在此列。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）第二十条至第二十二条：评价结果采取评分和评级
相结合的方式，并按要求公开。

反例：状态写“已发布”，指标都列了分值，得分全部空着，也没有写总分和等级。

正例：写明各项得分和总分；还没有结果的，状态写“草稿”或“审核中”。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.documents import Status

SEVERITY = Severity.WARNING
NEEDS = (needs.MEASURED, needs.PUBLISHED)


def check(subject: Subject) -> Iterator[Result]:
    """At the score table, or where it should be."""
    if subject.evaluation.status is not Status.PUBLISHED or _has_result(subject):
        return
    lacking = "得分、总分和等级都没有填写" if subject.frame.is_scored else "完成值都没有填写"
    yield Result(
        ("indicators",),
        f"已发布的报告没有任何结果：{lacking if subject.rows else '没有指标，也没有总分和等级'}",
        "请填写评价结果；还没有结果的，请把状态改为草稿或审核中",
        subject.evaluation.status.label,
    )


def _has_result(subject: Subject) -> bool:
    result = subject.item.result
    if subject.item.items:
        return True  # they have results of their own
    if any(stated is not None for stated in (result.total, result.review_total, result.grade)):
        return True
    indicators = [row.indicator for row in subject.rows]
    if any(i.score is not None or i.review_score is not None for i in indicators):
        return True
    return not subject.frame.is_scored and any(i.actual for i in indicators)
