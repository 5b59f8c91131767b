"""年度指标值大于实施期指标值。

同一项指标，一年要完成的比整个实施期还多。

原因：实施期包含各个年度；年度数大于实施期数，总有一个填错了。

公式：「实施期指标值」一栏与指标值都是数字、单位相同，符号为 ≥、>、= 或没有符号，计量单位不是 %，而
指标值 > 实施期指标值。单位成本、时间一类越少越好的指标（≤、<）不核对。

依据：绩效目标表分列实施期目标和年度目标的填表要求，年度目标由实施期目标分解而来，通行做法。

反例：新建蓄水池，实施期指标值 5 座，年度指标值 6 座。

正例：实施期指标值 15 座，年度指标值 6 座。

改法：核对年度和实施期两个指标值。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.cells.cell import Reads
from generator.values.cells.reading import read
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.AIMING, needs.ROWS, needs.TARGETS, needs.WHOLE_TERM)

_COLUMN = "实施期指标值"


def check(subject: Subject) -> Iterator[Result]:
    """At the column of the whole term."""
    for row in subject.leaves:
        indicator = row.indicator
        typed, operator = indicator.extra.get(_COLUMN), indicator.compared_by
        if not isinstance(typed, str) or not typed or (operator and operator.wants_less):
            continue
        aim, term = indicator.aim, read(typed, indicator.unit or indicator.aim.unit, indicator.name)
        figures = aim.reads is term.reads is Reads.FIGURE and aim.unit == term.unit
        if not figures or aim.unit == "%" or aim.period != term.period:
            continue
        if term.sign and term.sign.wants_less:
            continue
        if aim.number > term.number:
            yield Result(
                row.at("extra"),
                f"{row.name}年度指标值 {indicator.target_shown}，实施期指标值 {shown(typed)}，"
                "一年的比整个实施期还多",
                "请核对两个指标值",
                shown(typed),
                indicator.target_shown,
            )
