"""提到涉密事项而没有保密审查记录。

文字中有密码、机要、保密等字样，而「保密审查」没有填写。

原因：职能或项目与保密工作有关的，公开前更需要审查。这里只是提醒，不是说内容涉密。

公式：正文或附件中有密码管理（通信、工作、设备）、机要、保密、涉密、泄密、国家秘密、国防、军事等
字样，且公开要素中没有「保密审查」。每份记录只提示一次，列出用到的词。密级标志由 secrecy-mark 报
告。

依据：《政府信息公开条例》第十七条：公开政府信息前应当进行审查。

反例：单位职能写有“密码管理和密码通信”，「保密审查」为空。

正例：同样的文字，「保密审查」写明审查岗位和日期。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.rows import Text
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.privacy.closing import set_close

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_WORDS = re.compile(
    r"密码(?:管理|通信|工作|设备|机)|商用密码|机要|保密|涉密|[失泄]密|国家秘密|国防|军事|国家安全"
)
_NAMED = 5


def check(subject: Subject) -> Iterator[Result]:
    """At the first text with such a word."""
    if subject.evaluation.disclosure.secrecy_review:
        return
    found: dict[str, Text] = {}
    own = (text for text in subject.closed.holding(_WORDS) if text.path[0] != "exceptions")
    for text in (*own, *subject.enclosed):
        words = _WORDS.findall(set_close(text.text))
        found |= {word: text for word in words if word not in found}
    if found:
        first = next(iter(found.values()))
        named = "、".join(list(found)[:_NAMED])
        yield Result(
            first.path,
            f"{first.where or '文字'}中提到{named}，而「保密审查」没有填写",
            "公开前请确认已经保密审查，并在公开要素中写明岗位和日期",
            named,
        )
