"""没有完成值而得满分。

表上其他各行都写了完成值，这一行空着，却得了满分。

原因：没有写明做到什么程度，看不出满分从何而来。

公式：一行有指标值，没有下级，得分等于分值且大于 0，没有完成值和得分说明，而同一张表中至少两行、并
且半数以上有指标值的行写了完成值；没有指标值的计分行中（至少五行），只有一行空着，得分说明、说明、
原因和佐证也没有写。没有完成值一栏的表不核对；写明不适用的由 not-applicable-scored 提示，预算执行
率的完成值看资金表，不提示。

依据：通行做法；《项目支出绩效评价管理办法》（财预〔2020〕10号）要求对照指标值的完成情况打分。

反例：八行中五行写了完成值，“培训人次”一行完成值空白，得 10 分（满分 10 分）。

正例：同上，写明“培训人次 1200”；整张表都没有完成值一栏。

改法：补充完成值，或核对得分。
"""

from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.indicators import Indicator

SEVERITY = Severity.HINT
NEEDS = needs.HELD_AGAINST_POINTS
_FEWEST = 2
_FEWEST_TELLING = 4
"""Rows without a target that tell a result, beside one that does not."""


def check(subject: Subject) -> Iterator[Result]:
    """At the blank cell."""
    aimed = [row for row in subject.leaves if row.indicator.target]
    blank = [row for row in aimed if not row.indicator.actual]
    filled = len(aimed) - len(blank)
    done = sum(bool(row.indicator.actual) for row in subject.leaves)
    is_filled = filled >= _FEWEST and filled > len(blank)
    for row in (*(blank if is_filled else ()), *_silent(subject)):
        indicator = row.indicator
        if indicator.is_not_applicable or subject.frame.is_execution(indicator.name):
            continue
        if indicator.score_note or indicator.lost != 0:
            continue
        if indicator.score:
            yield Result(
                row.at("actual"),
                f"{row.name}没有完成值，却得满分 {points(indicator.score)}；"
                f"表中 {done} 行写了完成值",
                "请补充完成值，或核对得分",
                points(indicator.score),
            )


def _silent(subject: Subject) -> Sequence[Row]:
    """The one row without a target that tells nothing, where all others without one tell a result.

    Points that were lost have a reason; of a form that asks for no more, full marks tell nothing.
    """
    scored = [
        row
        for row in subject.leaves
        if row.indicator.is_basic and row.indicator.has_points and not row.indicator.target
    ]
    silent = [row for row in scored if not row.indicator.actual]
    if len(silent) != 1 or len(scored) <= _FEWEST_TELLING or _tells(silent[0].indicator):
        return ()
    return silent


def _tells(indicator: Indicator) -> bool:
    return bool(
        indicator.score_note
        or indicator.explanation
        or indicator.deviation_reason
        or indicator.evidence
        or any(indicator.extra.values())
    )
