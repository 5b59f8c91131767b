"""带有密级或内部标志。

公开的文字或附件中有密级标志、“内部资料不得外传”一类的标志，或公开方式为不予公开。

原因：标有密级或注明不得外传的文件不能公开；页眉、页脚中的标志转成网页后容易被忽略。发现后一律停
止发布。

公式：“秘密”“机密”“绝密”之后紧跟 ★ 等星号；“密级：秘密”一类的填写；内部资料（文件、材
料）不得、请勿、严禁外传（扩散、翻印）；仅供内部使用（参考、传阅）；状态为已发布而公开方式为不予
公开。只提到保密工作的文字不在此列，由 secrecy-words 提示。附件中的文字、页眉、批注和文档属性同样
核对。

依据：《保守国家秘密法》；《政府信息公开条例》第十四条、第十七条：依法确定为国家秘密的政府信息不
予公开，公开前应当进行保密审查。

反例：附件页眉为“秘密★1年”。

正例：正文写“负责全市保密工作的宣传教育”；“商业秘密”“非密”。
"""

import re
from collections.abc import Iterator

from generator.audit.base import Result
from generator.audit.rows import Text
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.evaluation import Openness, Status
from generator.privacy.closing import closed_up

SEVERITY = Severity.ERROR

_STARS = "★☆※✩✭⭐*＊"
_LEVELS = "绝密|机密|秘密"
_MARK = re.compile(
    rf"(?<![非不无])(?:{_LEVELS})\s{{0,4}}[{_STARS}](?:\s{{0,2}}(?:\d{{1,2}}\s?(?:年|个月)|长期))?"
    rf"|密级\s{{0,2}}[:：]\s{{0,2}}(?:{_LEVELS})"
    r"|(?:内部|涉密)(?:资料|文件|材料|刊物)[，,、；;\s！!]{0,3}(?:不得|请勿|严禁|禁止|注意)(?:外传|扩散|翻印|复制|保存)"
    r"|仅供内部(?:使用|参考|传阅|掌握)"
    rf"|(?:工作秘密|内部事项)\s{{0,2}}[{_STARS}]"
)
_SIGNS = re.compile(
    rf"[密外扩翻复保内](?:(?<=密)(?:\s{{0,4}}[{_STARS}]|级)|(?<=外)传|(?<=扩)散|(?<=内)[部]|(?<=[翻复])[印制])"
)


def check(subject: Subject) -> Iterator[Result]:
    """At the text, the attachment's file name, or the openness a published record states."""
    for text in subject.holding(_SIGNS):
        yield from _in(text, f"「{subject.record.form.label(text.path)}」")
    for text in subject.enclosed:
        yield from _in(Text(text.path, closed_up(text.text)), text.where)
    evaluation = subject.evaluation
    withheld = evaluation.disclosure.openness is Openness.WITHHELD
    if withheld and evaluation.status is Status.PUBLISHED:
        yield Result(
            ("disclosure", "openness"),
            "公开方式为「不予公开」，而记录的状态为「已发布」",
            "不予公开的报告请把状态改为草稿，并从内容文件夹中移走",
            Openness.WITHHELD.label,
        )


def _in(text: Text, where: str) -> Iterator[Result]:
    mark = _MARK.search(text.text)
    if mark:
        yield Result(
            text.path,
            f"{where}中有密级或内部标志「{mark[0]}」",
            "请停止发布，按保密规定处理；确非涉密的，删去标志并经保密审查",
            mark[0],
        )
