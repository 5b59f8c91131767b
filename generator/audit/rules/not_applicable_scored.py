"""不适用的指标得了分。

指标写着“不适用”或没有任何内容，却得了分。

原因：没有评的内容不应得分；白得的分数抬高了总分，通常应把分值调整到其他指标。

公式：（1）指标值或完成值写“不适用、不涉及”等，或指标值写“无”而没有完成值，得分大于 0；（2）同级有指
标分到了下一级，这一项没有下级，指标值、完成值、评分标准和得分说明都没有，却得满分（或没有写分值而得
了分），而整张表其他二级以下的末级指标都有指标值或完成值；整张表没有一个指标值和完成值的，是没有这
些栏目，不核对；一级指标不看。完成值写“无”而指标值有内容的（如“事故：无”），不提示。

依据：通行做法；不适用的指标怎样处理由评价方案确定，这里只作提示。

反例：生态效益指标，指标值“不适用”，得 10 分（满分 10 分）。

正例：不设生态效益指标，10 分调整到社会效益指标。

改法：把分值调整到其他指标，或核对这一项是否确实不适用。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.indicators import Indicator

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.POINTED, needs.ROWS, needs.SCORES)
_TOP = 1


def check(subject: Subject) -> Iterator[Result]:
    """At the cell that says so, or at the score of an empty group."""
    has_columns = subject.gives("target") or subject.gives("actual")
    divided = {row.level for row in subject.groups if has_columns} - {_TOP}
    for row in subject.leaves:
        indicator = row.indicator
        if indicator.score is None or indicator.score <= 0:
            continue
        if indicator.is_not_applicable:
            yield Result(
                row.at("actual" if indicator.actual else "target" if indicator.target else "name"),
                f"{row.name}写明不适用，却得 {points(indicator.score)}",
                "请把分值调整到其他指标，或核对内容",
                points(indicator.score),
            )
        elif row.level in divided and _is_empty(indicator) and _asked(subject, row):
            yield Result(
                row.at("score"),
                f"{row.name}没有下级指标、指标值和完成值，却得满分 {points(indicator.score)}",
                "请补充下级指标，或把分值调整到其他指标",
                points(indicator.score),
            )


def _is_empty(indicator: Indicator) -> bool:
    """Nothing was to be reached, nothing is reported, and nothing was lost or explained."""
    told = (indicator.target, indicator.actual, indicator.scoring_rule, indicator.score_note)
    return not any(told) and indicator.lost in (None, 0)


def _asked(subject: Subject, row: Row) -> bool:
    """Whether the form asks for values everywhere: all other leaves below the top have them.

    Criteria of a decision or of management are scored by themselves, in one part or in several.
    """
    others = [r for r in subject.leaves if r.level > _TOP and r.path != row.path]
    return bool(others) and all(r.indicator.target or r.indicator.actual for r in others)
