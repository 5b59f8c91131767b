"""附件带有看不见的内容。

附件中有隐藏、删去或嵌入的内容，打开时看不见，读者仍可以取出。

原因：隐藏的文字、修订中删去的文字、批注、隐藏的工作表和嵌入的文件会随附件一同公开，往往正是不打算
公开的部分。

公式：docx 中设为隐藏的文字、修订中删去或移走的文字、批注；xlsx 中隐藏的工作表、行、列和批注；ofd
中不显示的文字；docx、xlsx、ofd、pdf 中嵌入的文件。这些文字（嵌入的文件除外）同样核对个人信息和密级
标志。

依据：通行做法：公开前接受或拒绝全部修订，删去批注和隐藏内容，或另存为 PDF。

反例：工作簿中有隐藏的工作表“名单”。

正例：另存为 PDF 的报告；接受全部修订、删去批注后的 docx。

改法：用原软件删去看不见的内容后重新放入，或另存为 PDF。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE, needs.ATTACHMENTS)


def check(subject: Subject) -> Iterator[Result]:
    """At the attachment's file name."""
    for at, original, extract in subject.texts.extracts:
        if hidden := extract.hidden:
            yield Result(
                at,
                f"附件「{original.name}」中有{'、'.join(hidden)}",
                "读者可以取出这些内容；请删去后重新放入，或另存为 PDF",
                original.name,
            )
