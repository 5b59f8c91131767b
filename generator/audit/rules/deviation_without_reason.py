"""未达标没有说明原因。

完成值没有达到指标值，又没有写偏差原因。

原因：没有完成的目标必须交代原因，否则下一年还会发生。

公式：按「符号」比较完成值与指标值，不成立，而整份报告没有一处写明原因（在哪里写都算，见
points-lost-without-reason）。不计分的评价表同样核对；事中的文件，预计完成值达到指标值的，还没有偏离，不
核对。得了满分的不重复报告，
看 target-missed-full-marks；
预算执行率在资金「说明」中交代原因，看 low-execution-without-reason；指标值本身不可能达到的，
看 impossible-target。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：未完成绩效目标或偏离绩效目标较大的，
要分析并说明原因，研究提出改进措施。

反例：接种剂次，指标值 ≥20000剂，完成 16820剂，得 11.77 分（满分 14 分），偏差原因空白。

正例：同上，偏差原因写明“集中接种场次减少”。

改法：核对数字；属实的，在“偏差原因”中写明为什么没有达到。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Judged
from generator.audit.subject import Subject
from generator.audit.uncompared import uncompared
from generator.diagnostics import Severity
from generator.model.kinds import Timing

SEVERITY = Severity.ERROR
NEEDS = (needs.MEASURED, needs.ROWS, needs.TARGETS, needs.ACTUALS)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the missing reason."""
    yield from uncompared(subject)
    is_under_way = subject.kind.timing is Timing.DURING
    for judged in subject.judged:
        if judged.met is not False or subject.kept_full_marks(judged) or subject.explained(judged):
            continue
        if is_under_way and _is_to_be_met(subject, judged):
            continue
        yield Result(
            judged.row.at("deviation_reason"),
            f"{judged.row.name}指标值 {judged.target}，完成值 {judged.actual}，"
            "未达标，没有写明偏差原因",
            "请核对数字；属实的，在「偏差原因」中写明为什么没有达到",
            judged.actual,
            judged.target,
        )


def _is_to_be_met(subject: Subject, judged: Judged) -> bool:
    """Whether the time has not come yet: by its forecast the target will be met."""
    indicator = judged.row.indicator
    comparison = indicator.foreseen.held(subject.year) if indicator.forecast else ""
    return not isinstance(comparison, str) and comparison.is_met is True
