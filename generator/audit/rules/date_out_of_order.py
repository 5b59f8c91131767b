"""日期先后颠倒。

成文、批复、发布日期的先后不合常理。

原因：先发布后成文、先发布后批复，或者所评价的时间还没结束就写好了评价，总有一个日期写错了。

公式：成文日期 ≤ 发布日期；批复日期 ≤ 发布日期，各类文件都核对。事后的文件，成文日期、批复日期（没
有成文日期的，看发布日期）还应晚于所评价时间的最后一天：写明期间的为其截止日，没有写明的为年度的12
月 31 日。一次列出许多项目的文件（如结果通报），年度常常是通报的年度，后一项不核对；事前、事中和整
改的文件也不核对；写明期间的事中文件（运行监控、跟踪评价），成文、批复日期不得早于期间的最后一天，
跟踪评价可早五天以内。整改的日期和完成日期不得晚于本文件的成文日期（没有写明的，为发布日期）。每个
日期只报告一次；不可信的由 date-implausible 报告，建议的时限由 term-already-past 报告，与所答复的
文件相比由 answer-before-evaluation 报告。

依据：《预算法》第十四条：部门决算在批复后公开。绩效评价针对已经结束的预算年度，成文在年度之后是通
行做法。

反例：成文日期 2023-05-20，发布日期 2023-05-10。

正例：同一天成文并发布；2023 年 8 月发布 1—7 月的运行监控表。

改法：对照原文核对这两个日期。
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.calendar import is_absurd
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.kinds import Block, Timing

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE,)
_REMEDY = "请核对日期"
_LAST_DAYS = 6
"""So many days before the end of its period a report of what goes on may be made."""


def check(subject: Subject) -> Iterator[Result]:
    """At the date that cannot be."""
    disclosure, year = subject.evaluation.disclosure, subject.year
    issued, approved, published = (
        None if day is None or is_absurd(day, year) else day
        for day in (disclosure.issued, disclosure.approved, disclosure.published)
    )
    dates = {"issued": ("成文日期", issued), "approved": ("批复日期", approved)}
    if issued is None:
        dates["published"] = ("发布日期", published)
    yield from _too_early(subject, dates)
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
    made = issued or published
    for n, entry in enumerate(subject.evaluation.rectification):
        for field in ("date", "done_on"):
            day = getattr(entry, field)
            if made is not None and day is not None and day > made:
                name = subject.label(("rectification", n, field))
                yield Result(
                    ("rectification", n, field),
                    f"整改的「{name}」{day} 晚于本文件的日期 {made}",
                    _REMEDY,
                    str(day),
                    f"{made} 以前",
                )


def _too_early(subject: Subject, dates: Mapping[str, tuple[str, date | None]]) -> Iterator[Result]:
    """The dates before the time is over that the document looks back on."""
    kind, period = subject.kind, subject.item.period
    stated = period.end if period else None
    is_under_way = kind.timing is Timing.DURING
    looks_back = kind.timing is Timing.AFTER or (is_under_way and stated is not None)
    if not looks_back or Block.ITEMS in kind.required:
        return
    end = stated or date(subject.year, 12, 31)
    early = (1 if kind.likelihoods else _LAST_DAYS) if is_under_way else 0
    told = "期间" if stated else f"评价年度 {subject.year} 年"
    for field, (name, day) in dates.items():
        # A table of progress may be made on the very day up to which it counts.
        last = end - timedelta(days=early)
        if day is not None and day <= last:
            message = f"{name} {day} 不晚于{told}的最后一天" + (f" {end}" if stated else "")
            yield Result(("disclosure", field), message, _REMEDY, str(day), f"{end} 之后")
