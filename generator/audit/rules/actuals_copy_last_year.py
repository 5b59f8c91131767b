"""完成值照抄上年完成值。

表上列有上年完成值一栏，各项的完成值与上年的一个不差。

原因：每年做的事不会样样相同，带小数的数也一样，多半是沿用了上年的表。

公式：指标有“上年完成值（上年实际、上年数、去年完成值）”一栏，完成值与指标值不同、去掉末尾的零有三
位以上数字的不少于 3 项，而写有上年数的各行，完成值都与上年数相同（去掉计量单位后）；有一行不同
的不提示。预算执行率不计在内。与上年的文件相比由 unchanged-from-last-year 提示。

依据：通行做法，审核自评和跟踪材料时的常见疑点；评价应当反映当年的实际情况。只作提示。

反例：参与率 86.2%、回收利用率 41.5%、日均分出量 312.6 吨，三项的上年完成值也是这三个数。

正例：三项中有一项与上年不同。

改法：核对完成值是不是本年实际统计的结果；确实相同的，在“说明”中写明。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.last_year import last_year, without_unit
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.ROWS, needs.ACTUALS)

_FEWEST = 3
_TELLING = 3
"""Figures of as many digits hardly come out the same twice."""
_ZERO = "0"


def check(subject: Subject) -> Iterator[Result]:
    """At the score table."""
    same = telling = 0
    for row in subject.leaves:
        last = last_year(row.indicator)
        now = without_unit(row.indicator, row.indicator.actual or "")
        if last is None or not now or subject.frame.is_execution(row.indicator.name):
            continue
        if now != last:
            return
        same += 1
        is_planned = now == without_unit(row.indicator, row.indicator.target or "")
        telling += not is_planned and _digits(now) >= _TELLING
    if telling >= _FEWEST:
        yield Result(
            ("indicators",),
            f"{same} 项指标的完成值与表上的上年完成值全部相同",
            "请核对完成值是不是本年实际统计的结果",
            f"{same}项",
        )


def _digits(cell: str) -> int:
    """How many digits of a figure tell anything: 62137 has five, 300 one."""
    return len("".join(filter(str.isdecimal, cell)).strip(_ZERO))
