"""一项指标分值过重。

一项末级指标的分值超过上限（缺省 30 分）。

原因：一项指标占去大半分值，它得满分，总分就高，其他方面做得如何都不影响结论。

公式：没有指标值和完成值的一级指标（只列到一级的表）除外；末级指标的分值 ≤ 单项分值上限。只看没有
下级的指标；指标体系本身就规定了这个分值的，不提示，因为那不是本单位的安排。

依据：通行做法，未见全国统一的上限；30 分是本程序的缺省值，
可在 publisher.yml 的「阈值」中调整。

反例：绩效指标 90 分，下面只有一项指标，分值 90 分。

正例：绩效指标 90 分，下面有五项指标，最重的一项 30 分。

改法：把它拆成几项，或核对分值。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.POINTED, needs.ROWS, needs.WEIGHTS)


def check(subject: Subject) -> Iterator[Result]:
    """At the weight of each leaf that is too heavy."""
    limit = subject.thresholds.heaviest_indicator
    for row in subject.leaves:
        weight = row.indicator.weight
        if _is_criterion(row):
            continue
        if weight is None or weight <= limit:
            continue
        framed = subject.framed(row)
        if framed is not None and framed.weight is not None and framed.weight > limit:
            continue
        yield Result(
            row.at("weight"),
            f"{row.name}一项占 {points(weight)}，超过单项上限 {points(limit)}",
            "请把它拆成几项，或核对分值",
            points(weight),
            points(limit),
        )


def _is_criterion(row: Row) -> bool:
    """Whether a row is a whole part of an evaluation that is judged without targets."""
    indicator = row.indicator
    told = (indicator.target, indicator.actual, indicator.unit)
    return row.level == 1 and not any(told)
