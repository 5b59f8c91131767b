"""正文写的是另一个项目、政策。

正文一句话的开头写某项政策、某个项目实施以来怎样，名称与本文件评价的项目没有一点相同。

原因：多半是沿用了另一份报告的文字；后面的数和结论是谁的，读者无法知道。

公式：没有分项的文件，正文、意见里一句话的开头写“（某某）政策（项目、工程、专项、行动、计划）实施
（启动、开展、建成、运行、投用、执行）以来（后）”，或者“本次评价的（某某）项目”“（某某）项目绩
效评价工作组”，名称（四个字以上）除去补助、资金、建设、管理、地名一类的字，与项目名称、用途、标
题、资金各行、指标名称、问题没有两个相连的字相同，全文别处也没有这个名称的，提示。名称以本、该、
各、此、上述、两项等开头的不核对。

依据：通行的文字核对要求：同一事项前后一致。只作提示。

反例：人才购房补贴政策的报告写“农村教师周转房政策实施以来，全市引进人才逐年增加”。

正例：写“人才购房补贴政策实施以来”。

改法：核对这一段是不是另一份报告的文字，改为本项目的。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.sought import Sought
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.ALONE, needs.SECTIONS)

_SINCE = "(?:实施|启动|开展|建成|运行|投用|执行|施行)"
_WHAT = "(?:政策|项目|工程|专项|行动|计划)"
_TOLD = Sought(
    re.compile(
        rf"(?:^|(?<=[。；;\n]))\s{{0,4}}(?:自)?(?P<since>[\u4e00-\u9fff]{{4,18}}?){_WHAT}(?:自)?{_SINCE}(?:以来|后)"
        rf"|本次评价的(?P<judged>[\u4e00-\u9fff]{{4,18}}?){_WHAT}"
        rf"|(?:^|(?<=[。；;\n，,]))(?P<group>[\u4e00-\u9fff]{{4,18}}?){_WHAT}绩效评价(?:工作)?组"
    ),
    re.compile(
        "以来|实施后|启动后|建成后|运行后|投用后|开展后|执行后|施行后|本次评价的|评价组|评价工作组"
    ),
)
_OPENING = lazily(
    "[本该各此其与同比像按经]|上述|这|两|三|四|五|全部|所有|通过|随着|由于|针对|因|对|在|有关|相关|部分|新"
)
_STOCK = lazily(
    "示例|[省市县区乡镇村]|补[助贴]|资金|专项|建设|管理|服务|工作|提升|发展|改造|支持|政策|项目|工程|全|农村|城乡"
    "|年度|公共|综合|体系|能力"
)
"""Words that many names have."""


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each."""
    own = ""
    for text in subject.texts.prose.holding(_TOLD):
        if text.path[0] not in ("sections", "result"):
            continue
        for match in _TOLD.pattern.finditer(text.plain):
            name = next(filter(None, match.groups()))
            own = own or _own(subject)
            if _OPENING.match(name) or subject.texts.prose.plain.count(name) > 1:
                continue
            if not _is_of(name, own):
                yield Result(
                    text.path,
                    f"文字写「{text.quoted(match).strip()}」，而本文件评价的是"
                    f"「{subject.item.name}」",
                    "请核对这一段是不是另一份报告的文字，改为本项目的",
                    name,
                    subject.item.name,
                )
                break


def _own(subject: Subject) -> str:
    """All that the document says of what it is about, but for its prose."""
    item, project = subject.item, subject.item.project
    told = [subject.evaluation.title, item.name]
    told += [project.purpose or ""] if project else []
    told += [row.name for row in item.funds.all_rows] if item.funds else []
    told += [row.indicator.name for row in subject.rows]
    told += [one.text for one in item.findings]
    told += [item.objective.expected or "", item.objective.achieved or ""]
    return half_width("\n".join(told))


def _is_of(name: str, own: str) -> bool:
    """Whether a name has two neighbouring signs of what the document is about."""
    parts = [part for part in _STOCK.split(name) if len(part) > 1]
    pairs = [part[n : n + 2] for part in parts for n in range(len(part) - 1)]
    return not pairs or any(pair in own for pair in pairs)
