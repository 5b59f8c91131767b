"""文字中的其中项多于总数。

一句话先写总数，再写“其中”各项，各项相加却比总数还多。

原因：其中各项是总数的一部分，不会比总数多；也可能各项有重叠，所以只作提示。

公式：“其中”或“包括”后面列出的 2 至 8 项金额之和，不大于前面的总数，允许每个数末位的半个单位；少于总
数的不报告，因为“其中”不必列全。句中有约数、比例、比较、单价、累计、扣减等字样，或者并列预算、到位、
支出的，不核对；写明列出了全部各项的，由 prose-sum-mismatch 核对。

依据：通行的文字核对要求：部分之和不大于总数。

反例：总投资150万元，其中甲标段90万元、乙标段61万元。

正例：总投资188.4万元，其中甲标段90万元、乙标段61万元。

改法：核对总数与其中各项。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)


def check(subject: Subject) -> Iterator[Result]:
    """At the text with the total."""
    for path, told in subject.texts.told_sums:
        if not told.is_closed and told.summed.value - told.total.value > told.rounding:
            yield Result(
                path,
                f"文字写总数 {told.total}，其中 {told.listed}，相加为 {told.summed}",
                "请核对总数与其中各项",
                str(told.total),
                str(told.summed),
            )
