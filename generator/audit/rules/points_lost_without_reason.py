"""失分没有说明原因。

一项或一组指标丢了分，报告没有写原因，也没有可以比较的指标值和完成值。

原因：失分说明有不足，不写原因就无从改进，读者也无从判断。

公式：分值 − 得分 > 容差，而整份报告没有一处写明原因：本行、上级、下级的「偏差原因」「得分说明」和
原表另有的原因栏，以及正文、结论说明、问题中点到这一项名称或所扣分数的句子（只写“无”的算没有写）。
在能看出失分的最低一级报告一次：下级没有列出分值的，报告在本级，不推算下级的满分。定性指标、
文字指标、没有指标值的指标归本规则；能比较的指标，未达标的看 deviation-without-reason，
已达标的看 target-met-points-lost；不适用的指标看 not-applicable-scored；
预算执行率偏低的原因写在资金「说明」中，不归本规则。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：对未完成绩效目标或偏离目标较大的项目，
要分析原因、提出改进措施。

反例：产出与效益 40 分，得 38 分，全表没有一处写明原因。

正例：同上，在失分的指标中写明偏差原因。

改法：在“偏差原因”中写明为什么失分。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.reasons import has_reason
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.source import At

SEVERITY = Severity.WARNING
NEEDS = (needs.MEASURED, needs.POINTED, needs.ROWS, needs.WEIGHTS, needs.SCORES)


def check(subject: Subject) -> Iterator[Result]:
    """At the missing reason of each leaf, then of each group whose leaves tell nothing."""
    tolerance = subject.frame.tolerance
    unclear = False
    for judged in subject.judged:
        if judged.lost is None:
            unclear = True
        elif judged.met is None and judged.lost > tolerance and not subject.explained(judged):
            yield _result(judged.row, judged.lost, "没有写明偏差原因")
    if unclear:
        yield from reversed(tuple(_groups(subject, tolerance)))


def _groups(subject: Subject, tolerance: Decimal) -> Iterator[Result]:
    """From the bottom up: a group speaks when nothing below it lost points or gave a reason."""
    settled: set[At] = set()
    unclear: set[At] = set()
    for row in reversed(subject.rows):
        lost = row.indicator.lost
        has_lost = lost is not None and lost > tolerance
        if row.path in settled or has_reason(row.indicator):
            settled.add(row.path)
        elif has_lost and lost is not None and row.path in unclear:
            settled.add(row.path)
            if not subject.reasons.for_row(row):
                yield _result(row, lost, "没有写明原因；下级没有列出分值，不知失在哪一项")
        elif has_lost:
            settled.add(row.path)
        if row.above is not None:
            if row.path in settled:
                settled.add(row.above.path)
            if lost is None:
                unclear.add(row.above.path)


def _result(row: Row, lost: Decimal, lacking: str) -> Result:
    weight, score = row.indicator.weights.shown, row.indicator.scores.shown
    found = "" if score is None else points(score)
    full = "" if weight is None else points(weight)
    return Result(
        row.at("deviation_reason"),
        f"{row.name}满分 {full}，得 {found}，失 {points(lost)}，{lacking}",
        "请在「偏差原因」中写明为什么失分",
        found,
        full,
    )
