"""评估以前已经开始。

事前评估的项目，文字写着评估以前已经签约、拨款或者开工。

原因：事前评估是为了决定要不要做、给多少钱；已经做了再评估，结论没有意义，也可能是补做的手续。

公式：给出结论的事前文件，正文、问题、项目用途和目标里的一句话写着“已（经）……签订、签署、拨付、
支付、预付、兑付、开工、动工、进场施工、中标、完成招标、完成采购”，同一句有本年度的一天或一个月，
早于成文日期（没有的，为发布日期）。写有前期、可研、勘察、设计、监理、一期、试点、上年、类似、原、
合同到期、其他地区的句子不看。

依据：事前绩效评估的结果是预算安排的必备要件（《中共中央　国务院关于全面实施预算绩效管理的意见》，
中发〔2018〕34号），应当在立项以前作出。只作提示。

反例：2025年3月20日的评估报告写“首批12家企业已于2025年1月签订协议并拨付资金”。

正例：写“可行性研究报告已于2025年1月批复”。

改法：核对时间；确实已经开始的，在报告中写明情况。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.sought import Sought
from generator.audit.dossier.told_days import told_days, told_months
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.PLANNED, needs.JUDGING, needs.DATED)

_BEGUN = Sought(
    re.compile(
        r"已经?[^。；;\n]{0,24}?(?:签订|签署|拨付|支付|预付|兑付|开工|动工|进场施工|中标"
        r"|完成(?:招标|采购))"
    ),
    re.compile("签[订署]|[拨支预兑]付|[开动]工|进场|中标|完成[招采]"),
)
_OTHER = lazily(
    "前期|可研|可行性|勘察|设计|监理|一期|试点|上年|去年|往年|类似|原|到期|其他|外地|周边|省内"
    "|[尚还仍]未|未(?:能|签|开工|拨|支付|完成)|不得|拟|计划|将"
)
_PARTS = frozenset(("sections", "findings", "project", "objective", "result"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each."""
    disclosure = subject.evaluation.disclosure
    made = disclosure.issued or disclosure.published
    if made is None:
        return
    for text in subject.texts.prose.holding(_BEGUN):
        if text.path[0] not in _PARTS:
            continue
        for sentence in _sentences(text):
            days = [*told_days(sentence), *(told for told, _ in told_months(sentence))]
            early = [one for one in days if one.day.year == subject.year and one.day < made]
            if early:
                yield Result(
                    text.path,
                    f"文字写「{text.as_typed(sentence)[:40]}」，而评估文件是 {made} 的",
                    "请核对时间；确实已经开始的，请在报告中写明情况",
                    early[0].said,
                    str(made),
                )
                break


def _sentences(text: Passage) -> Iterator[str]:
    for sentence in text.sentences:
        if _BEGUN.pattern.search(sentence) and not _OTHER.search(sentence):
            yield sentence
