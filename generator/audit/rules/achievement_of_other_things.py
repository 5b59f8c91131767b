"""完成情况说的不是这个项目的事。

「完成情况」写的事和数，与项目名称、用途、预期目标、各项指标没有一处相同。

原因：多半是填表时贴了另一个项目的文字；原来那份文件不一定在本站。

公式：「完成情况」「预期目标」都在十六字以上；去掉“完成、全年、项目、情况”一类的常用字后，完成情况
没有任何相连的两个汉字出现在项目名称、用途、预期目标、实施期目标、正文和各级指标的名称、指标值、说
明里（满意度的行不算），并且写有两个以上带单位的数，没有一个与指标的完成值、指标值或预期目标里的数
相同。与另一个项目的文件逐字相同的，由 achievement-of-another-project 报告。

依据：通行做法；绩效自评要求结合本项目实际填写。只作提示。

反例：行道树补植项目，完成情况写“清运生活垃圾4.6万吨，更换分类垃圾桶380组”。

正例：写“补植行道树1215株，当年成活率96.3%”。

改法：核对是否贴错了文字，写明本项目的完成情况。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import measured_in, quantities
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width, shown

SEVERITY = Severity.HINT
NEEDS = (needs.UNDIVIDED, needs.UNDER_WAY, needs.ACHIEVEMENT)

_FEWEST, _TWO = 16, 2
_STOCK = lazily(
    "完成|全年|年度|本年|当年|项目|情况|工作|全部|全面|实现|覆盖|达到|开展|进行|组织|累计|共计|合计|其中|目标"
    "|任务|单位|资金|万元|不低|低于|以上|以下|按时|及时|有效|进一步|提高|提升|保障|促进|加强|建设|实施|服务|我市"
    "|全市|全县|全区|全镇|本市|每年|已经|计划|顺利|预期|基本|较好|年底|各项|相关|人次"
)
_HAN = lazily("[\u4e00-\u9fff]+")
_OF_PEOPLE = lazily("满意")


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    aims = subject.item.objective
    achieved, expected = half_width(aims.achieved or ""), half_width(aims.expected or "")
    if len(achieved) < _FEWEST or len(expected) < _FEWEST:
        return
    told, pairs = quantities(achieved), _pairs(achieved)
    if len(told) < _TWO or not pairs:
        return
    if not all(pairs.isdisjoint(_pairs(text)) for text in _own(subject) if text):
        return  # as nearly always, by the first of them
    own = (one for text in _own(subject) for one in quantities(text))
    known = {(one.value, one.unit) for one in own} | set(_cells(subject))
    if known.isdisjoint((one.value, one.unit) for one in told):
        yield Result(
            ("objective", "achieved"),
            "完成情况写的事和数，与项目名称、预期目标和各项指标没有一处相同",
            "请核对是否贴错了文字，写明本项目的完成情况",
            shown(aims.achieved or ""),
        )


def _own(subject: Subject) -> Iterator[str]:
    """What the document says of the project elsewhere."""
    item = subject.item
    project, aims = item.project, item.objective
    if project:
        yield from (project.name, project.purpose or "")
    yield from (aims.expected or "", aims.adjusted or "", aims.whole_term or "")
    yield from (section.text or "" for section in subject.evaluation.sections)
    for row in subject.rows:
        if not _OF_PEOPLE.search(row.indicator.name):
            one = row.indicator
            yield from (one.name, one.target or "", one.explanation or "")


def _pairs(text: str) -> frozenset[str]:
    """Every two signs that stand together, but for the words that any report has."""
    runs = _HAN.findall(_STOCK.sub(" ", half_width(text)))
    return frozenset(run[n : n + _TWO] for run in runs for n in range(len(run) - 1))


def _cells(subject: Subject) -> Iterator[tuple[object, str]]:
    for row in subject.leaves:
        worth, unit = measured_in(row.indicator.counted_in)
        for number in (row.indicator.actual_number, row.indicator.target_number):
            if number is not None:
                yield number * worth, unit
