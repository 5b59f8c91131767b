"""正文列的问题没有措施。

正文一段逐条写问题，另一段逐条写措施或建议，措施少几条，有的问题没有一条说到。

原因：报告应当针对每个问题提出措施；漏掉的问题，下一年多半还在。

公式：没有问题一栏的文件，恰有一段正文标题写“问题（不足、困难）”，恰有一段标题写“措施（建议、打算、
对策、改进、整改、下一步）”，都用“一是、二是”“（一）（二）”或“1.2.”逐条写，措施的条数少于问题，而有的
问题与哪一条措施都没有两个字以上相同（全年、项目、管理等常用字不算）的，提示；有几个这样的问题都提示
在一处。措施写有“以上问题、上述问题、逐一、统一”的不核对。

依据：财预〔2020〕10号所附评价报告参考提纲把存在的问题和有关建议分别列出。只作提示。

反例：问题三条，人员流动、车辆超期、营房租用；措施两条，只写提高津贴、更新车辆。

正例：措施第三条写“2025年底前建成营房”。

改法：补写这一条的措施。
"""

from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width, shown

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.UNDIVIDED, needs.SECTIONS)

_FINDINGS = lazily("问题|不足|困难")
_MEASURES = lazily("措施|建议|打算|对策|改进|整改|下一步")
_ENTRY = lazily(
    r"(?:^|(?<=[。；;，,：:\n]))(?:[一二三四五六七八九]是|其[一二三四五六]|[（(][一二三四五六七八九][）)]"
    r"|[（(]?[1-9][.、）)](?!\d))"
)
_TOGETHER = lazily("以上问题|上述问题|逐一|逐项|统一|全部|各项问题")
_STOCK = lazily(
    "全年|年度|项目|管理|工作|情况|问题|不足|不够|没有|存在|部分|有关|进一步|加强|提高|完善|建立|及时|按照|相关|单位"
    "|人员|资金|单独|目前|需要|实际|开展|落实|年底|底前|[以之]上"
)
_HAN = lazily("[\u4e00-\u9fff]+")
_PAIR = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the measures, which lack one."""
    if subject.item.findings or subject.item.recommendations:
        return
    found: list[tuple[int, Sequence[str]]] = []
    answers: list[tuple[int, Sequence[str]]] = []
    for n, section in enumerate(subject.evaluation.sections):
        is_finding = _FINDINGS.search(section.title)
        is_measure = _MEASURES.search(section.title)
        if section.text and bool(is_finding) is not bool(is_measure):
            (found if is_finding else answers).append((n, _entries(half_width(section.text))))
    if len(found) != 1 or len(answers) != 1:
        return
    [(_, problems)], [(at, measures)] = found, answers
    if not 0 < len(measures) < len(problems) or any(map(_TOGETHER.search, measures)):
        return
    known = frozenset().union(*map(_pairs, measures))
    open_ones = [problem for problem in problems if known.isdisjoint(_pairs(problem))]
    if not open_ones:
        return
    yield Result(
        ("sections", at, "text"),
        f"正文列问题 {len(problems)} 条、措施 {len(measures)} 条，"
        f"「{shown(open_ones[-1])}」没有措施",
        "请补写措施",
        str(len(measures)),
        str(len(problems)),
    )


def _entries(text: str) -> Sequence[str]:
    """The entries of a numbered list within a text, without their numbers."""
    starts = list(_ENTRY.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)] if starts else []
    return [text[match.end() : end] for match, end in zip(starts, ends, strict=True)]


def _pairs(text: str) -> frozenset[str]:
    """Every two signs that stand together, but for the words that any report has."""
    runs = _HAN.findall(_STOCK.sub(" ", text))
    return frozenset(run[n : n + _PAIR] for run in runs for n in range(len(run) - 1))
