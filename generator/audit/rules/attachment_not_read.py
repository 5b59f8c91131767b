"""附件没有核对。

附件的部分或全部内容无法读取，因此没有核对其中的个人信息和密级标志。

原因：图片、扫描件、加密文件和旧格式文档中的文字，程序读不到；没有发现问题不等于没有问题。

公式：jpg、png、doc、xls、wps、et 的内容；加密、损坏、解压后过大的文件；没有文字层的扫描件；字体
没有文字对照表的 PDF；嵌入的文件。

依据：通行做法：公开附件前逐页查看，重点看页眉、签名、名单和截图。

反例：附件是盖章后的扫描件。

正例：附件是由文字处理软件直接导出的 PDF，或 docx、xlsx、ofd。

改法：人工查看附件里有没有个人信息和密级标志。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.ATTACHMENTS)


def check(subject: Subject) -> Iterator[Result]:
    """At the attachment's file name."""
    for at, original, extract in subject.texts.extracts:
        if unread := extract.unread:
            yield Result(
                at,
                f"附件「{original.name}」中{'、'.join(unread)}没有核对",
                "请人工查看有无个人信息和密级标志",
                original.name,
            )
