"""没有完成值而得满分。

表上其他各行都写了完成值，这一行空着，却得了满分。

原因：没有写明做到什么程度，看不出满分从何而来。

公式：一行有指标值，没有下级，得分等于分值且大于 0，没有完成值和得分说明，而同一张表中至少两
行、并且半数以上有指标值的行写了完成值。没有完成值一栏的表不核对；写明不适用的
由 not-applicable-scored 提示，预算执行率的完成值看资金表，不提示。

依据：通行做法；《项目支出绩效评价管理办法》（财预〔2020〕10号）要求对照指标值的完成情况打分。

反例：八行中五行写了完成值，“培训人次”一行完成值空白，得 10 分（满分 10 分）。

正例：同上，写明“培训人次 1200”；整张表都没有完成值一栏。

改法：补充完成值，或核对得分。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = needs.HELD_AGAINST_POINTS
_FEWEST = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the blank cell."""
    aimed = [row for row in subject.leaves if row.indicator.target]
    blank = [row for row in aimed if not row.indicator.actual]
    filled = len(aimed) - len(blank)
    if filled < _FEWEST or filled <= len(blank):
        return
    for row in blank:
        indicator = row.indicator
        if indicator.is_not_applicable or subject.frame.is_execution(indicator.name):
            continue
        if indicator.score_note or indicator.lost != 0:
            continue
        if indicator.score:
            yield Result(
                row.at("actual"),
                f"{row.name}没有完成值，却得满分 {points(indicator.score)}；"
                f"表中 {filled} 行写了完成值",
                "请补充完成值，或核对得分",
                points(indicator.score),
            )
