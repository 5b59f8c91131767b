"""日期先后颠倒。

成文、批复、发布日期的先后不合常理。

原因：先发布后成文、先发布后批复，或者年度还没结束就写好了全年评价，总有一个日期写错了。

公式：成文日期 ≤ 发布日期；批复日期 ≤ 发布日期；成文日期、批复日期（没有成文日期的，看发布日
期）晚于评价年度的 12 月 31 日。每个日期只报告一次；不可信的由 date-implausible 报告。

依据：《预算法》第十四条：部门决算在批复后公开。绩效评价针对已经结束的预算年度，成文在年度之后是
通行做法。

反例：成文日期 2023-05-20，发布日期 2023-05-10。

正例：同一天成文并发布。
"""

from collections.abc import Iterator
from datetime import date

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.calendar import is_absurd
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.kinds import Timing

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE,)
_REMEDY = "请核对日期"


def check(subject: Subject) -> Iterator[Result]:
    """At the date that cannot be."""
    disclosure, year = subject.evaluation.disclosure, subject.year
    issued, approved, published = (
        None if day is None or is_absurd(day, year) else day
        for day in (disclosure.issued, disclosure.approved, disclosure.published)
    )
    end = date(year, 12, 31)
    dates = {"issued": ("成文日期", issued), "approved": ("批复日期", approved)}
    if issued is None:
        dates["published"] = ("发布日期", published)
    is_over = subject.kind.timing is Timing.AFTER
    for field, (name, day) in dates.items():
        if is_over and day is not None and day <= end:
            message = f"{name} {day} 不晚于评价年度 {year} 年的最后一天"
            yield Result(("disclosure", field), message, _REMEDY, str(day), f"{end} 之后")
    later = [
        f"{name} {day}"
        for name, day in (("成文日期", issued), ("批复日期", approved))
        if day is not None and published is not None and day > published
    ]
    if later:
        message = f"发布日期 {published} 早于{'、'.join(later)}"
        yield Result(
            ("disclosure", "published"), message, _REMEDY, str(published), "、".join(later)
        )
