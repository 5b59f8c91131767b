"""完成值没有佐证。

多数指标写明了佐证材料，少数有完成值的指标没有写。

原因：没有佐证的完成值无从核实；既然同一张表其他指标都写了，多半是漏填。

公式：末级指标中有完成值的，八成以上写明「佐证」时，逐个报告没有写的。不到八成写明的，视为原表没
有这一栏或只要求部分指标填写，不报告；网站设置“须有佐证”的，一律报告。预算执行率的数据来自资金
表，不要求佐证。只写“无”的佐证不算。

依据：通行做法；一些地方的评分办法要求每个完成值附佐证材料。

反例：十个指标中九个写明佐证，一个没有写。

正例：二十个指标中只有一个附注抽检报告，其余没有佐证栏。

改法：在“佐证”中写明证明完成值的材料。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import says_nothing
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.MEASURED, needs.ROWS, needs.ACTUALS)
_PART = 5


def check(subject: Subject) -> Iterator[Result]:
    """At the row whose evidence is missing."""
    rows = [row for row in subject.leaves if row.indicator.actual]
    missing = [row for row in rows if not _has_evidence(row)]
    usual = _PART * len(missing) <= len(rows)
    if not usual and not subject.thresholds.evidence_required:
        return
    execution = {row.path for row in subject.execution_rows}
    for row in missing:
        if row.path not in execution:
            yield Result(
                row.at("evidence"),
                f"{row.name}完成值为 {row.indicator.actual_shown}，没有写明佐证",
                "请写明证明完成值的材料",
                expected="佐证材料",
            )


def _has_evidence(row: Row) -> bool:
    evidence = row.indicator.evidence
    return evidence is not None and not says_nothing(evidence)
