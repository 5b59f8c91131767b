"""没有写明等级。

报告有总分，却没有写明等级。

原因：评价结果由评分和评级两部分组成，读者靠等级快速了解好坏。页面会按总分计算并注明“计算值”。

公式：这类文件必有等级（部门评价、财政评价），或者指标体系注明原表印有等级；总分已写明或可按明细计
算，而「等级」未填写；文字里写有同一等级的，照此说明。原表没有等级一栏的不核对，页面也不计算等级。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价结果采取评分和评级相结合的方式。

反例：部门评价的三个一级指标得 30、30、38 分，没有写等级（98 分，应为优）。

正例：同上，写明等级：优。

改法：原报告有等级的，在“评价结论”中补充；没有的不必填写。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.told_results import tells_grade
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.OVER, needs.MUST_BE_GRADED, needs.BANDS, needs.TOTAL)


def check(subject: Subject) -> Iterator[Result]:
    """At the grade that is missing."""
    grade, score = subject.grade, subject.total.shown
    if grade.is_computed and grade.computed is not None and score is not None:
        is_told = tells_grade(subject.texts.prose, grade.computed.name)
        said = "等级只写在文字里，没有单独填写" if is_told else "报告没有写明等级"
        by = "否决项" if grade.is_vetoed else f"总分 {points(score)} "
        yield Result(
            ("result", "grade"),
            f"{said}，按{by}应为「{grade.computed.name}」",
            "原报告有等级的，请补充填写",
            expected=grade.computed.name,
        )
