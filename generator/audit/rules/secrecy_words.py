"""写明有涉密内容而没有保密审查记录。

文字中写明有内容、项目或文件涉密，而「保密审查」没有填写。

原因：写明涉密的内容，公开前必须经过保密审查；没有审查记录，看不出是否审查过。

公式：正文或附件中写有某个项目、内容、事项、指标、资金等涉密，涉及或属于国家秘密、工作秘密，定为
秘密、机密、绝密级，文件名称后面括注“机密”等，因保密原因不列示，或者不宜公开，而公开要素中没有「
保密审查」。书名号里的文字不算。只说职责、机构、制度、培训、检查、人员、经费的（如“负责保密工作”“
机要保密局”“军事训练课”“保密协议签订率”“涉密人员培训”“不涉及国家秘密”）不算。每份记录只提示一次，
列出用到的词。密级标志由 secrecy-mark 报告，同一处不重复提示。

依据：《政府信息公开条例》第十四条、第十七条：依法确定为国家秘密的政府信息不予公开，公开前应当进行
审查。

反例：写有“因本项目涉密，部分指标不予公开”，「保密审查」为空。

正例：写有“负责密码管理和机要文件传递”；写有涉密内容，「保密审查」写明岗位和日期。

改法：公开前确认已经保密审查，并在“保密审查”中写明岗位和日期。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Text
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.privacy import marks
from generator.privacy.closing import set_close
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_HINT = lazily("密|不[宜便]")
"""What every text in question holds, looked for first."""
_THING = r"(?:项目|内容|事项|信息|数据|资料|文件|材料|指标|部分|支出|经费|资金|金额|工程|任务|情况)"
_STATE = r"(?:国家|工作|军事)(?:秘密|机密)"
_LEVEL = r"(?:秘密|机密|绝密)"
_HANDLED = (
    r"(?!人员|岗位|载体|设备|计算机|网络|信息|场所|测绘|业务|资质|的?(?:管理|审查|审批|保密|培训))"
)
_SAID = lazily(
    rf"{_THING}(?:因|均|全部|大多|部分|属|属于|内容|整体)?涉密{_HANDLED}"
    r"|涉密(?:项目|内容|事项|指标|部分|支出|经费|资金|工程|任务)"
    rf"(?!管理|审查|审批|保密|备案|监管|资质|检查|招|\s?[：:为]?\s?(?:无|否|0))"
    rf"|(?:属|属于|列为|定为|确定为){_STATE}"
    rf"|(?:因|{_THING})(?:可能)?(?:涉及|含有|事关){_STATE}"
    rf"|因(?:涉密|涉及{_STATE}|保密(?:原因|要求|需要|规定))"
    rf"|(?:密级|秘密等级)(?:为|是|定为|确定为|标注为){_LEVEL}"
    rf"|(?:定|列|标|标注|确定|划定)为{_LEVEL}(?!性)"
    rf"|{_LEVEL}级"
    rf"|[（(]{_LEVEL}级?[）)]"
    r"|不[宜便](?:对外)?公开"
)
_DENIED = lazily(
    r"(?:[不未无非否如若凡]|没有|不存在|严禁|禁止|防止|避免|杜绝|可能|对于?)[^\n，。；]{0,3}$"
    r"|(?:不得|严禁|禁止)[^\n，。；]{0,12}$"
)
"""What stands before words that deny, forbid or ask, or that speak of any case there may be."""
_DUTY = lazily(
    r"(?:负责|承担|指导|监督|管理|审批|查处|职责|制度|办法|规定|条例|培训|检查|学习|宣传|开展|加强|做好"
    r"|严守)[^\n，。；]{0,16}$"
)
"""What stands before words about the work with secrets there may be."""
_TITLE = lazily(r"《[^《》\n]{0,80}》")
_NAMED = 5


def check(subject: Subject) -> Iterator[Result]:
    """At the first text that says so."""
    if subject.evaluation.disclosure.secrecy_review:
        return
    found: dict[str, Text] = {}
    closed = (one for one in subject.texts.closed.holding(_HINT) if one.path[0] != "exceptions")
    own = (Text(one.path, one.plain) for one in closed)
    for text in (*own, *subject.texts.enclosed):
        if not _HINT.search(text.text) or marks.marks(text.text):
            continue
        for words in _said(_TITLE.sub("", set_close(text.text))):
            found.setdefault(words, text)
    if found:
        first = next(iter(found.values()))
        named = "、".join(f"「{words}」" for words in list(found)[:_NAMED])
        yield Result(
            first.path,
            f"{first.where or '文字'}中写有{named}，而「保密审查」没有填写",
            "公开前请确认已经保密审查，并在公开要素中写明岗位和日期",
            named,
        )


def _said(text: str) -> Iterator[str]:
    """The words that say that something is secret."""
    for match in _SAID.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not _DENIED.search(before) and not _DUTY.search(before):
            yield match[0]


_BEFORE = 24
