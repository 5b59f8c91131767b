"""预算执行率重复计分。

评分表中有两处以上按预算执行率计分。

原因：同一件事计两次分，执行得好就多得一次分，总分因此偏高。

公式：按指标体系的规定，或指标名称（预算执行率、资金执行率、预算执行情况等），
找出计分的预算执行指标；一个在另一个下级的算一处。多于一处的，从第二处起各报告一次。
政府采购执行率、三公经费执行率等不是同一件事，不算。

依据：财预〔2020〕10号所附自评表已把预算执行率单列计分，指标不应重复是设置绩效指标的通行要求。

反例：「预算执行率」10 分，「时效指标」下又有「预算执行率」5 分。

正例：只有一级指标「预算执行率」10 分。

改法：只保留一处，另一处改为其他指标。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.OVER, needs.POINTED, needs.EXECUTION_ROW)


def check(subject: Subject) -> Iterator[Result]:
    """At the name of every row after the first of highest level."""
    scored = [row for row in subject.execution_rows if row.indicator.has_points]
    if len(scored) > 1:
        first = min(scored, key=lambda row: row.level)
        for row in scored:
            if row is not first:
                yield Result(
                    row.at("name"),
                    f"{_said(row)}与{_said(first)}都按预算执行率计分",
                    "请只保留一处，或改为其他指标",
                    row.indicator.name,
                )


def _said(row: Row) -> str:
    """The row, where it stands and what it weighs."""
    above = f"{row.above.name}下的" if row.above else ""
    weight = row.indicator.weight
    return f"{above}{row.name}" + (f"（{points(weight)}）" if weight is not None else "")
