"""文字中的其中项多于总数。

一句话先写总数，再写“其中”各项，各项相加却比总数还多；持股、分担的比例相加超过 100%。

原因：其中各项是总数的一部分，不会比总数多；也可能各项有重叠，所以只作提示。

公式：（1）“其中”或“包括”后面列出的 2 至 8 项金额之和，不大于前面的总数，允许各数（单位相同的，以
写得最细的为准）末位的半个单位；少于总数的不报告，因为“其中”不必列全。句中有约数、比例、比较、单价、
累计、扣减等字样，或者并列预算、到位、支出的，不核对；写明列出了全部各项的，由 prose-sum-mismatch
核对；下一句以“其中”开头的，是上一句最后一个金额的其中项。（2）一句话里各个“持股（占股、股权比例、承担、出
资）N%”
相加超过 100%。

依据：通行的文字核对要求：部分之和不大于总数。

反例：总投资150万元，其中甲标段90万元、乙标段61万元。

正例：总投资188.4万元，其中甲标段90万元、乙标段61万元。

改法：核对总数与其中各项。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.quantities import quantities
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)


_SHARE = lazily("(?:持股|占股|控股|股权占?|股份占?|承担|分担|负担|出资)(?:比例)?[为占是]{0,2}$")
_HELD = ("股", "担", "出资")
_WHOLE = Decimal(100)


def check(subject: Subject) -> Iterator[Result]:
    """At the text with the total."""
    prose = subject.texts.prose
    for text in dict.fromkeys(text for sign in _HELD for text in prose.with_sign(sign)):
        yield from _held(text)
    for path, told in subject.texts.told_sums:
        if not told.is_closed and told.summed.value - told.total.value > told.rounding_of_finest:
            yield Result(
                path,
                f"文字写总数 {told.total}，其中 {told.listed}，相加为 {told.summed}",
                "请核对总数与其中各项",
                str(told.total),
                str(told.summed),
            )


def _held(text: Passage) -> Iterator[Result]:
    for sentence in text.sentences:
        if sentence.count("%") > 1 and any(sign in sentence for sign in _HELD):
            shares = [
                one for one in quantities(sentence) if one.unit == "%" and _SHARE.search(one.before)
            ]
            summed = sum((one.value for one in shares), Decimal(0))
            near = sum((one.half for one in shares if "." in one.said), Decimal(0))
            if len(shares) > 1 and summed - _WHOLE > near:
                listed = "、".join(one.said for one in shares)
                yield Result(
                    text.path,
                    f"文字写各方 {listed}，相加为 {summed}%",
                    "请核对各方的比例",
                    listed,
                    "100%",
                )
                return
