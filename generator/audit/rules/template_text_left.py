"""留有模板文字或占位符。

文字中留有填表提示、占位符或没有填完的年份。

原因：模板文字没有换成实际内容，说明这一处没有填写或没有校对。

公式：（100字以内）（限200字）一类的字数提示；请填写、请输入、请在此；XX、××、某某、**、___ 等占位
符；整段只有“待补充”“填写”“略”“……”一类的话；202X年、20XX年、202年；空着的“年 月 日”；整段只有
括号里的一句填写说明；表格软件的错误值（#REF!、
####）；标题、项目名称或发布机构中的“部门名称”“单位名称”“项目名称”。隐去的姓名和号码（李××、
430981********1234）不算。一段文字只报告一次。

依据：通行做法：定稿前删除模板说明。实际报告中多次见到“(100字以内)”“XX局”直接公开。

反例：项目基本情况（100字以内）：××局负责全市道路保洁。

正例：李××等3户；身份证号430981********1234；部门名称变更为市教育局。

改法：换成实际内容；没有内容的，删去这一项。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.privacy.signs import SURNAMES

SEVERITY = Severity.ERROR
NEEDS = (needs.WHOLE,)

_LEFT = re.compile(
    r"[（(【\[](?:限|不超过|控制在|约|字数)?[0-9０-９]{2,4}个?字(?:以内|左右|以上|之内|内)?[）)】\]]"
    r"|请(?:填写|填入|输入|选择|在此|按实际)|(?:此处|在此)(?:填写|输入|键入)|单击或点击此处|可(?:另)?附页"
    r"|(?<![0-9])20[0-3](?:[0-9]?[XxＸｘ×*＊]{1,2}|(?:[XxＸｘ×*＊]{1,2})?)年(?:度)?"
    r"|(?<![0-9])20[XxＸｘ×*＊]{2}年"
    rf"|(?<![A-Za-z0-9*＊×Ｘ{SURNAMES}])(?:[XＸ×]{{2,}}+|[xｘ]{{2,}}+|[*＊]{{2,}}+)(?![A-Za-z0-9*＊])"
    r"|(?<![\u4e00-\u9fa5])某某"
    r"|\A[（(](?:此处|简要|请|说明|填写|列明|逐项|概述)[^（）()]{4,80}[）)]\Z"
    r"|#(?:DIV/0!|REF!|VALUE!|N/A|NAME\?|NUM!|NULL!)|#{4}"
    r"|_{3,}+|＿{2,}+"
    r"|\A[（(]?(?:待(?:补充?|填写?|录入?|完善|核实?|更新|确认|提供)|填写|未填|略|TODO|TBD|todo|tbd"
    r"|[?？]{2,8}|…{1,4}|\.{3,8})[。.]?[）)]?\Z"
    r"|(?<![0-9０-９一二三四五六七八九〇零○十])年[ \u3000]{1,20}月[ \u3000]{1,20}日"
)
"""Words of a blank form: `（限200字）`, `请填写`, `20××年`, `某某`, `____`, `年  月  日`."""
_LABEL = re.compile(r"部门名称|单位名称|项目名称")
_SIGN = re.compile(
    r"(?m:^)[（(]?(?:待|填写|未填|略|TODO|TBD|todo|tbd|[?？…]|\.\.)|#[A-Z#]|[（(](?:此处|简要|请|说明|填写|列明|逐项|概述)|[XxＸｘ×*＊_＿某字请处此可2年名](?:(?<=[XxＸｘ×*＊])[XxＸｘ×*＊年]|(?<=[_＿])[_＿]|(?<=某)某"
    r"|(?<=字)[以左之内）)】\]]|(?<=请)[填输选在按]|(?<=[处此])[填输键处]|(?<=可)[另附]|(?<=2)0(?:[0-3]?[XxＸｘ×*＊]|[0-3]年|[0-3][0-9][XxＸｘ×*＊])"
    r"|(?<=年)[ \u3000]|(?<=名)称)"
)
_NAMES = frozenset(
    {("title",), ("project", "name"), ("project", "unit"), ("disclosure", "publisher")}
)


def check(subject: Subject) -> Iterator[Result]:
    """At the text; the first of its kind is quoted."""
    for text in subject.texts.prose.holding(_SIGN):
        left = _LEFT.search(text.plain)
        if left is None and text.path in _NAMES:
            left = _LABEL.search(text.plain)
        if left is not None and text.path[0] != "exceptions":
            yield Result(
                text.path,
                f"「{subject.label(text.path)}」中留有「{text.quoted(left)}」",
                "请换成实际内容，或删去",
                text.quoted(left),
            )
