"""文字中的合计不符。

一句话逐项列出了金额和它们的合计，相加却不等于合计。

原因：读者一加就能看出来，至少有一个数是错的。

公式：各项之和 = 合计，允许每个数末位的半个单位。只认写明列出了全部各项的写法：用顿号逐项列举，或
者“其中”以后逐项列举，并以“合计”“共计”“总计”“总共”结尾的，合计在前、后面写“分别为”的，以及一句写到
“三公”经费和因公出国、公务用车、公务接待的，各有 2 至 8项。句中有约数、比例、比较、单价、累计、扣
减等字样，或者并列预算、到位、支出的，不核对；合计在前、只写“其中”的，由 prose-parts-over-total 核
对；乘法由 amount-mismatch 核对。

依据：通行的文字核对要求：合计等于各项之和。

反例：其中维修12万元、设备30万元、培训8万元，合计60万元（应为 50 万元）。

正例：其中维修12万元、设备30万元、培训8万元，合计50万元。

改法：核对各项金额与合计，改正其中有误的一处。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE,)


def check(subject: Subject) -> Iterator[Result]:
    """At the text with the sum."""
    for path, told in subject.texts.told_sums:
        if told.is_closed and abs(told.summed.value - told.total.value) > told.rounding:
            yield Result(
                path,
                f"文字列出 {told.listed}，相加为 {told.summed}，合计写 {told.total}",
                "请核对各项金额与合计",
                str(told.total),
                str(told.summed),
            )
