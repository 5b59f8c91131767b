"""含有个人信息。

公开的文字或附件中有公民身份号码、银行卡号或手机号码。

原因：这些号码一经公开即无法收回，会给当事人带来骚扰和财产损失。发现后一律停止发布；确需公开的，
须在记录的「例外」中逐处写明字段、内容（照提示隐去中间）、理由、岗位和日期；内容一变，例外即失效。

公式：身份证号须省份、出生日期、校验码都成立；银行卡号为 62 开头、16 至 19 位、校验位成立；手机号
码为 1 开头的 11 位数，前后不连数字、字母，不带万、元等单位，也不紧跟在编码、文号、索引号等字样之
后。先把全角数字、逐字写的汉字数字（一三八……）、夹在数字中的字母 O 换成半角数字，号码中的空格、
连字符、看不见的字符不影响识别；紧跟在“手机”“卡号”等字样之后的，分成几行、中间夹着括号的也算；
旧 15 位身份证号、残疾人证号只在“身份证”“残疾人证”等字样之后识别。同一段文字的同类号码合为一条
。附件中的文字、页眉、批注和文档属性同样核对。姓名、住址等由 personal-data-suspected 提示。

依据：《政府信息公开条例》第十五条，涉及个人隐私、公开会对第三方合法权益造成损害的政府信息不得公
开；《个人信息保护法》。

反例：联系人手机写着 11 位号码。

正例：咨询电话写办公室座机 0000-12345678；统一社会信用代码、索引号、项目编码照常填写。

改法：删去；个人号码不得公开，办公电话写座机。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.sightings import sighted
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.privacy import numbers

SEVERITY = Severity.ERROR
NEEDS = (needs.WHOLE,)


def check(subject: Subject) -> Iterator[Result]:
    """At the text, or at the attachment's file name; once for each kind of number."""
    for seen in sighted(subject, numbers.HINT, numbers.numbers):
        yield Result(
            seen.path,
            f"{seen.where}中有{seen.kind} {seen.named}",
            "请删去；个人号码不得公开，办公电话请写座机",
            seen.every,
        )
