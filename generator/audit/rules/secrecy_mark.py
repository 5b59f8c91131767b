"""带有密级或内部标志。

公开的文字或附件中有密级标志，或“内部资料不得外传”一类的标志。

原因：标有密级或注明不得外传的文件不能公开；页眉、页脚中的标志转成网页后容易被忽略。发现后一律停
止发布。

公式：“秘密”“机密”“绝密”之后紧跟 ★ 等星号，或者紧跟保密期限而结束；“密级：秘密”一类的填写
，表格中分在两格的也算；【机密】一类的标注；独占一行的，或者行首隔开写的“秘　密”；内部资料（文件
、材料）不得、请勿、严禁外传（扩散、翻印）；仅供、仅限内部使用（参考、传阅）。字间空格、看不见的字
符和繁体字不影响识别。同一段文字中不同的标志各为一条，例外也逐条写明。只提到保密工作的文字不在此列
，由 secrecy-words 提示。附件中的文字、页眉、批注和文档属性同样核对。

依据：《保守国家秘密法》；《政府信息公开条例》第十四条、第十七条：依法确定为国家秘密的政府信息不
予公开，公开前应当进行保密审查。

反例：附件页眉为“秘密★1年”。

正例：正文写“负责全市保密工作的宣传教育”；“商业秘密”“非密”。

改法：停止发布，按保密规定处理；确非涉密的，删去标志并经保密审查。
"""

from collections.abc import Iterable, Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.privacy import marks
from generator.source import At

SEVERITY = Severity.ERROR
NEEDS = (needs.WHOLE,)


def check(subject: Subject) -> Iterator[Result]:
    """At the text or the attachment's file name; each mark of a text by itself."""
    for own in subject.texts.closed.holding(marks.HINT):
        # What a waiver says of a mark is no mark; no page shows it.
        if own.path[:1] != ("exceptions",) or own.path[-1] != "value":
            found = tuple(marks.marks(own.plain))
            yield from _said(found, own.path, f"「{subject.label(own.path)}」" if found else "")
    for text in subject.texts.enclosed:
        yield from _said(marks.marks(text.text), text.path, text.where)


def _said(found: Iterable[str], path: At, where: str) -> Iterator[Result]:
    for mark in found:
        yield Result(
            path,
            f"{where}中有密级或内部标志「{mark}」",
            "请停止发布，按保密规定处理；确非涉密的，删去标志并经保密审查",
            mark,
        )
