"""公开超过时限。

发布日期距批复日期超过规定的天数。

原因：决算和绩效评价结果应当在批复后及时公开，迟了要说明原因。

公式：发布日期 − 批复日期 ≤ 公开时限（缺省 20 天，按自然日计）。没有批复日期或发布日期的不核对；
发布早于批复的，由 date-out-of-order 报告；日期不可信的，由 date-implausible 报告。

依据：《预算法》第十四条：部门预算、决算应当在本级财政部门批复后二十日内由各部门向社会公开。

反例：9 月 1 日批复，10 月 8 日发布，相隔 37 天。

正例：9 月 1 日批复，9 月 21 日发布，正好 20 天。

改法：核对日期；属实的，今后按时限公开。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.calendar import is_absurd
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.money import grouped

SEVERITY = Severity.WARNING
NEEDS = (needs.OVER, needs.WHOLE, needs.APPROVAL, needs.PUBLICATION)


def check(subject: Subject) -> Iterator[Result]:
    """At the date of publication."""
    disclosure = subject.evaluation.disclosure
    if disclosure.approved is None or disclosure.published is None:
        return
    if is_absurd(disclosure.published, subject.year):
        return
    days = (disclosure.published - disclosure.approved).days
    most = subject.thresholds.days_to_publish
    if days > most:
        yield Result(
            ("disclosure", "published"),
            f"发布日期 {disclosure.published} 距批复日期 {disclosure.approved} 有 {days} 天，"
            f"超过 {grouped(most)} 天",
            "请核对日期；属实的，今后按时限公开",
            f"{days}天",
            f"{grouped(most)}天",
        )
