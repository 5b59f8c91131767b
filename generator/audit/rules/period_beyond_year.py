"""期间、时限超出年度。

标题写的是一个年度的目标或监控，期间却到了以后的年份；或者年度指标要求完成的时间在以后的年份。

原因：多半是沿用了另一份表的期间，或者年份写错；年度目标到年底没有法子评价。

公式：事前和事中的文件，标题写有记录的年度而没有写以后的年份（也没有写学年、三年、实施期、中期、跨
年等）：（1）期间从本年度（或者没有写）起，截止日在以后的年份；（2）指标值写“某年某月（底）前”
“某年某月完成”，年份晚于年度和期间所及的各年。实施期指标值、规划和长期目标不算，起止时间一类的栏
目写有以后年份的项目，不核对。

依据：年度绩效目标对应预算年度（《中央部门预算绩效目标管理办法》，财预〔2015〕88号）。只作提示。

反例：2025年度绩效目标申报表，期间 2025-01-01 至 2026-06-30。

正例：期间 2025-01-01 至 2025-12-31。

改法：核对期间和时限；跨年度的，在标题或项目的起止时间中写明。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.NOT_OVER)

_YEAR = lazily(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_LONGER = lazily("学年|[两二三四五]年|实施期|中期|中长期|跨年|周期|全周期|滚动|分年")
_DUE = lazily(
    r"(?<!\d)((?:19|20)\d\d)年\d{1,2}月(?:\d{1,2}日)?(?:[底末]?[之以]?前|[底末])?"
    r"(?:完成|完工|建成|竣工|投用|开业|验收|交付)?$",
)
"""The whole of a cell that is a limit of time."""


def check(subject: Subject) -> Iterator[Result]:
    """At the end of the period, else at each target."""
    title = half_width(subject.evaluation.title)
    told = [int(year) for year in _YEAR.findall(title)]
    if subject.year not in told or max(told) > subject.year:
        return
    project, period = subject.evaluation.project, subject.item.period
    terms = " ".join(str(one) for one in project.extra.values()) if project else ""
    longer = any(int(year) > subject.year for year in _YEAR.findall(half_width(terms)))
    if _LONGER.search(title) or longer:
        return
    if period and period.end and period.end.year > subject.year:
        if period.start is None or period.start.year == subject.year:
            yield Result(
                ("period", "end"),
                f"期间截至 {period.end}，标题写的是 {subject.year} 年度",
                "请核对期间；跨年度的，请在标题或项目的起止时间中写明",
                str(period.end),
                f"{subject.year}-12-31",
            )
        return
    for row in subject.leaves:
        match = _DUE.fullmatch(half_width(row.indicator.target or "").strip())
        if match and int(match[1]) > max(subject.fiscal_years):
            yield Result(
                row.at("target"),
                f"{row.name}指标值「{row.indicator.target}」，标题写的是 {subject.year} 年度",
                "请核对年份；以后年度才完成的，请改为本年度的目标",
                match[1],
                str(subject.year),
            )
