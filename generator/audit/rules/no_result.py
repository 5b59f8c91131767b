"""没有任何结果。

记录已经发布，却没有写出任何结果：没有得分、等级和结论；监控表没有一项完成值、预计和支出。

原因：公开绩效评价，是为了让人知道钱花得怎样。没有结果的报告，多半是评分表漏填、只录了一半就发布，
或者文件放错了地方。

公式：状态为已发布，注明只收录了原文一部分的不核对。事后的文件：总分、复核总分、等级、意见和正文都
没有写，评分表各级也没有一项得分、复核分或等级；指标体系不计分、报告没有指标体系的，各项指标也都没
有完成值。事中的文件：没有一项完成值、预计完成值、可能性、得分，没有支出和预计支出，也没有完成情
况、预计完成、问题、意见和正文。只缺一部分的，不在此列；有一部分而其中一行空着、却得满分的，
由 full-marks-without-actual 提示。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价结果采取评分和评级相结合的方式，并按要求
公开；《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）：监控绩效目标完成情况和预算执行
情况。

反例：状态写“已发布”，指标都列了分值，得分全部空着，也没有写总分和等级；监控表各行只有指标值。

正例：写明各项得分和总分；还没有结果的，状态写“草稿”或“审核中”。

改法：填写结果；还没有结果的，把状态改为草稿或审核中。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.model.kinds import Timing

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.PUBLISHED, needs.UNDIVIDED)


def check(subject: Subject) -> Iterator[Result]:
    """At the table, or where it should be."""
    if subject.evaluation.source.incomplete or _is_told(subject):
        return
    if subject.kind.timing is Timing.AFTER:
        lacking = _of_evaluation(subject)
    else:
        lacking = _of_progress(subject)
    if lacking:
        yield Result(
            ("indicators",),
            lacking,
            "请填写结果；还没有结果的，请把状态改为草稿或审核中",
            subject.evaluation.status.label,
        )


def _is_told(subject: Subject) -> bool:
    """Whether the report tells its result in words, or as points or a grade."""
    result = subject.item.result
    stated = (result.total, result.review_total, result.grade, result.opinion)
    if any(one is not None for one in stated) or (subject.is_whole and subject.evaluation.sections):
        return True
    return any(subject.gives(field) for field in ("score", "review_score", "grade"))


def _of_evaluation(subject: Subject) -> str:
    """What a report lacks that looks back; it was to give points, or else actual values."""
    has_actuals = subject.gives("actual")
    if has_actuals and not subject.frame.is_scored:
        return ""
    if not subject.rows:
        return "已发布的报告没有任何结果：没有指标，也没有总分和等级"
    if not subject.frame.is_scored:
        return "已发布的报告没有任何结果：完成值都没有填写"
    begun = "已发布的报告只有完成值" if has_actuals else "已发布的报告没有任何结果"
    return f"{begun}：得分、总分和等级都没有填写"


def _of_progress(subject: Subject) -> str:
    """What a report lacks on something under way."""
    objective = subject.item.objective
    if subject.item.findings or objective.achieved or objective.forecast:
        return ""
    if any(subject.gives(field) for field in ("actual", "forecast", "likelihood")):
        return ""
    if subject.money.has(Stage.SPENT) or subject.money.has(Stage.FORECAST_SPENT):
        return ""
    return f"已发布的{subject.kind.name}没有任何结果：完成值、预计完成值和支出都没有填写"
