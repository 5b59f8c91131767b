"""指标没有指标值。

一项指标写了符号或计量单位，却没有写指标值。

原因：没有指标值的指标无法考核；符号和单位都在，多半是漏填。

公式：末级指标写了「符号」（定性除外）或「计量单位」，「指标值」空白，而同一张表其他末级指标有八成以
上写了指标值。计分标“加分”“扣分”“否决”“不计”的不看，不足 3 行的表不看。

依据：通行的填表要求：绩效指标应当细化、量化，绩效目标表逐项填写指标值。

反例：救助档案建档率，符号“=”，计量单位“%”，指标值空白。

正例：同上，指标值 100；整张表没有指标值一栏的不提示。

改法：对照原表补充指标值。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.points import Counting
from generator.values.cells.signs import Operator

SEVERITY = Severity.WARNING
NEEDS = (needs.AIMING, needs.ROWS, needs.TARGETS)

_PART = 5
"""Of this many rows at most one may be without a target, or the form does not ask for it."""
_FEWEST = 3
_APART = frozenset({Counting.NONE, Counting.VETO, Counting.BONUS, Counting.DEDUCTION})


def check(subject: Subject) -> Iterator[Result]:
    """At the target that is missing."""
    rows = [row for row in subject.leaves if row.indicator.counting not in _APART]
    missing = [row for row in rows if not row.indicator.target]
    if len(rows) < _FEWEST or _PART * len(missing) > len(rows):
        return
    for row in missing:
        sign, unit = row.indicator.operator, row.indicator.unit
        if sign is Operator.QUALITATIVE or not (sign or unit):
            continue
        said = "、".join(part for part in (sign.label if sign else "", unit or "") if part)
        yield Result(
            row.at("target"),
            f"{row.name}写了「{said}」，没有写指标值",
            "请对照原表补充指标值",
            "",
            "指标值",
        )
