"""效益写的是别处的。

文字说的是某县城区、某市全市怎样，而这份文件其他地方没有提到过那里。

原因：多半是从另一份报告里抄来的一段，地名忘了改。

公式：正文、完成情况和结论中，以“X县、X市、X区”开头并紧接“的、城区、县城、境内、全县”等、说的是整
个那里的分句，这个地名在本文件的标题、项目、机构、资金、其他文字里都没有，部门和发布机构的名称里
也没有。含借鉴、学习、考察、邻、援助、来自、调往的句子，按地区列示资金的文件，地名是全称的一部分
的，不提示。

依据：通行做法；评价应当写本项目的情况。只作提示。

反例：示例市的供热管网改造，正文写“改造后，望江县城区的供热投诉由412件降到186件”。

正例：写“改造后，城区的供热投诉由412件降到186件”。

改法：核对是不是抄自另一份文件；确是这里的，在项目或资金中写明。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import sentence_of
from generator.audit.dossier.sought import Sought
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.UNDIVIDED, needs.UNDER_WAY)

_PLACE = Sought(
    re.compile(
        r"(?:^|[，,。；：:、\n]|使|为|在|由|让|对|了|提高|改善|增强|促进|推动|带动|解决|降低)(?![该本全各两三几每外我使为在由让对了经把将与和])"
        r"([\u4e00-\u9fff]{2,3}[县市区])(?:城区|县城|市区|城镇|境内|辖区|全[县市区域境]|的(?=[^\n，,。；：:、]{2}))"
    ),
    hint=re.compile("[县市区](?:城区|县城|市区|城镇|境内|辖区|全[县市区域境]|的)"),
)
"""The whole of a county: a village or a street may well be named for once."""
_COMMON = lazily(
    r"(?:城|社|园|校|景|灾|地|新|小|片|辖|山|牧|林|库|灌|市|郊|矿|开发|示范|保护|作业|服务"
    r"|功能|受益|项目)区$"
    r"|[县市地](?:市|区)$|(?:城|超|集|夜|门|股)市$|[本该全][县市区]$"
)
_ABROAD = lazily(
    "借鉴|学习|考察|邻|援|来自|调往|对口|参照|参观|外地|交流|周边|协作|比较|对照|例|籍|来的|户口|公司|企业|法院|中标"
)
_FIELDS = frozenset(("sections", "objective", "result"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    funds = subject.item.funds
    if funds is not None and funds.by_place:
        return
    texts = subject.texts.every
    for text in subject.texts.prose.holding(_PLACE):
        if text.path[0] not in _FIELDS:
            continue
        for match in _PLACE.pattern.finditer(text.plain):
            place = match[1]
            sentence = sentence_of(text.plain, match.start(1))
            if _COMMON.search(place) or _ABROAD.search(sentence):
                continue
            bodies = f"{subject.record.department.name}{subject.evaluation.title}"
            elsewhere = sum(one.text.count(place) for one in texts)
            if place not in bodies and elsewhere == text.typed.count(place):
                yield Result(
                    text.path,
                    f"文字说的是「{place}」，这份文件其他地方没有提到那里",
                    "请核对是不是抄自另一份文件；确是这里的，请在项目或资金中写明",
                    place,
                )
                break
