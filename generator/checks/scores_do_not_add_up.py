"""得分合计不符。

报告写明的总分或某一级的得分，与下一级各项得分之和不一致。

原因：合计与明细对不上，读者无法知道哪个数字是对的。

公式：|写明的得分 − 下一级得分之和| ≤ 容差。逐级核对，每一级只看直接下级，因此一处错误只报告一次。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：总分由各项指标得分汇总形成。

反例：一级指标写 38 分，下级为 10、9、9、9，合计 37 分。

正例：一级指标写 38 分，下级为 10、9、9、10。
"""

from collections.abc import Iterator

from generator.checks.base import Result, Subject, points
from generator.diagnostics import Severity

SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Result]:
    """At the stated sum."""
    for row in subject.groups:
        scores = row.indicator.scores
        if scores.differs and scores.stated is not None and scores.computed is not None:
            stated, computed = points(scores.stated), points(scores.computed)
            yield Result(
                row.at("score"),
                f"{row.name}得分 {stated}，下级得分合计 {computed}",
                "请核对各项得分与合计",
                stated,
                computed,
            )
    total = subject.total
    if total.differs and total.stated is not None and total.computed is not None:
        stated, computed = points(total.stated), points(total.computed)
        yield Result(
            ("result", "total"),
            f"总分 {stated}，各项得分合计 {computed}",
            "请核对各项得分与总分",
            stated,
            computed,
        )
