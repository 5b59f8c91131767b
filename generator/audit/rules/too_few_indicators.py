"""指标太少。

评分表的末级指标少于下限（缺省 5 项）。

原因：只用两三项指标，看不出钱花得怎样；评分表也可能没有录全。

公式：末级指标的项数 ≥ 指标数下限。各级没有下级的指标都算，预算执行率也算一项；
没有评分表、没有写明指标体系的记录不提示。

依据：通行做法，未见全国统一的项数；5 项是本程序的缺省值，
可在 publisher.yml 的「阈值」中调整。

反例：评分表只有预算执行率、产出、效益三项。

正例：评分表有预算执行率和五项三级指标。

改法：核对评分表是否录全；确实只有这些的，补充能反映产出和效益的指标。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.money import grouped

SEVERITY = Severity.HINT
NEEDS = (needs.AIMING, needs.FRAME, needs.ROWS)


def check(subject: Subject) -> Iterator[Result]:
    """At the score table."""
    number, fewest = len(subject.leaves), subject.thresholds.fewest_indicators
    if 0 < number < fewest:
        yield Result(
            ("indicators",),
            f"评分表只有 {number} 项末级指标，少于 {grouped(fewest)} 项",
            "请核对评分表是否录全；确实只有这些的，请补充能反映产出和效益的指标",
            f"{number}项",
            f"{grouped(fewest)}项",
        )
