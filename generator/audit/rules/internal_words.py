"""公开的文件写有内部使用的字样。

已经公开的文件里写着内部资料、仅供某人参阅、不得外传、阅后收回一类的话。

原因：要么不该公开，要么公开前没有删去；读者看了不知道该信哪一个。

公式：标题、正文、结论和说明中写有“内部资料（文件、材料）”“内部使用（掌握、参考）”“仅供……参阅（内
部、掌握）”“不得（请勿、严禁）外传、扩散、翻印、对外提供”“阅后收回（销毁）”“不对外公开”“注意保存”。
公开方式是不予公开的，所在句讲制度、协议、患者、个人信息、人员纪律的，以及“内部资料性出版物”不提
示。密级标志和涉密字样由secrecy-mark、secrecy-words 报告。

依据：《政府信息公开条例》第十六条、第十七条：行政机关内部事务信息可以不予公开，公开前应当审查。只
作提示。

反例：主动公开的报告写“本报告为内部资料，仅供局领导参阅，不得外传”。

正例：写“与承接单位签订保密协议，患者信息不得外传”。

改法：确认可以公开；可以公开的，删去这样的字样。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import sentence_of
from generator.audit.dossier.sought import Sought
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.documents import Openness
from generator.privacy.marks import marks
from generator.values.lazily import lazily
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.PUBLISHED)

_WORDS = Sought(
    re.compile(
        r"内部(?!控制|管理|审计|监督|制度|机构|治理|职能|资料性)[^，,。；、\n]{0,4}"
        r"(?:资料|文件|材料|稿|使用|掌握|参[考阅]|审议|传阅)(?!性?出版|出版|汇编|管理)"
        r"|仅供[^，,。；\n]{0,12}(?:参阅|传阅|内部|掌握|领导[^，,。；\n]{0,4}参考)"
        r"|(?:不得|请勿|严禁|禁止|切勿)(?:对?外传|扩散|翻印|复印|转发|对外(?:提供|公开|发布|泄露|传))"
        r"|[阅会]后(?:请)?(?:收回|销毁|退回|交回|归还)|不(?:予|得|宜)?对外(?:公开|公布|发布)"
        r"|不公开(?=[，,。；）)]|$)"
        r"|未经[^，,。；\n]{0,10}(?:不得|请勿)(?:引用|转载|公开|外传)|注意保存|请妥善保管"
    ),
    hint=re.compile(
        "内部|仅供|外传|扩散|翻印|复印|转发|对外|阅后|会后|不公开|未经|注意保存|妥善保管"
    ),
)
_DUTY = lazily(
    "保密|涉密|制度|协议|患者|病人|学生|个人|隐私|人员|纪律|办法|规定|条例|职责|密码"
    "|档案[室馆]|试卷|试题|培训|管理|审查|承诺|商业秘密"
)
"""Words of a sentence about others' secrets."""
_FIELDS = frozenset(("title", "sections", "result", "objective", "findings", "funds", "source"))


def check(subject: Subject) -> Iterator[Result]:
    """At the first text that says so."""
    if subject.evaluation.disclosure.openness is Openness.WITHHELD:
        return
    for text in subject.texts.prose.holding(_WORDS):
        if text.path[0] not in _FIELDS or marks(text.plain):
            continue
        for match in _WORDS.pattern.finditer(text.plain):
            if not _DUTY.search(sentence_of(text.plain, match.start())):
                yield Result(
                    text.path,
                    f"公开的文件写有「{shown(match[0])}」",
                    "请确认可以公开；可以公开的，删去这样的字样",
                    shown(match[0]),
                )
                return
