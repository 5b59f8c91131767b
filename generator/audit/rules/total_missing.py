"""没有写明总分。

各项都有得分，报告却没有写明总分。

原因：总分是评价的结论，读者不应自己去加。页面会按明细计算并注明“计算值”。

公式：各一级指标都有得分，而「总分」未填写；文字里写有同一总分的，照此说明。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价结果采取评分和评级相结合的方式。

反例：三个一级指标得 30、30、38 分，没有写总分（应为 98 分）。

正例：同上，写明总分 98 分。

改法：原报告有总分的，在“评价结论”中补充；没有的不必填写。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.told_results import tells_total
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.OVER, needs.POINTED, needs.ROWS, needs.SCORES)


def check(subject: Subject) -> Iterator[Result]:
    """At the block of stated results, or the record as a whole."""
    total = subject.total
    if total.is_computed and total.computed is not None:
        computed = points(total.computed)
        is_told = tells_total(subject.texts.prose, total.computed)
        said = "总分只写在文字里，没有单独填写" if is_told else "报告没有写明总分"
        yield Result(
            ("result", "total"),
            f"{said}，按明细合计为 {computed}",
            "原报告有总分的，请补充填写",
            expected=computed,
        )
