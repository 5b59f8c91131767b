"""文字与项目栏目的数不同。

正文写的债券期限、总投资等，与项目栏目里填的不是同一个数。

原因：栏目和文字说的是同一件事；期限错了，还本付息的测算跟着都错。

公式：项目「其他栏」里名称三字以上、只填一个数的栏目（数后可带年、个月、%、万元等单位，金额类没有
单位的按资金表的单位），正文、意见、说明里紧跟这个名称（中间只有“为、是、共、达”等字）写的同一单位
的数与它不同，允许文字末位数的一半。同一句写有原、调整、拟、计划、上年、批次的，同一分句写有
约、不超过、其中的，名称前面紧接着别的字、是另一个名称的，文字里既写了栏目的数、又写了别的数的，不提示。
“债券期限”一类的栏目，同一句里前面说的正是债券、后面只写“期限N年”的，同样核对。“起止时间”一类的栏目，
实施期目标只写一段起止年份，或者文字写“实施期（建设期、项目）20XX年至20XX年”，与栏目的起止年份不同的，
也提示；写有规划、一期、二期、阶段、以来的，或者栏目的起止年份都另外写了的，不提示。

依据：通行的文字核对要求：文字与表格一致。只作提示。

反例：项目栏目“债券期限”20年，正文写“债券期限15年”。

正例：两处都写 20 年。

改法：核对两处，改为一致。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.columns import Column, columns, mentions
from generator.audit.dossier.prose import Passage
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.UNDIVIDED,)

_ELSEWHERE = frozenset(("project", "recommendations", "rectification", "source", "exceptions"))
_SHORT = "期限"
_TERM = lazily("起止|实施期|建设期|项目周期|实施周期")
_YEAR = lazily(r"(?<!\d)((?:19|20)\d\d)(?!\d)", re.ASCII)
_SPAN = (
    r"((?:19|20)\d\d)年?(?:\d{1,2}月)?(?:\d{1,2}日)?\s?(?:[—–~～-]{1,2}|至|到)\s?"
    r"((?:19|20)\d\d)(?:年|(?!\d))"
)
_YEARS = lazily(rf"(?<![\d（(]){_SPAN}", re.ASCII)
_LASTING = lazily(
    rf"(?:实施|建设|执行|项目|起止)(?:期|周期|期限|年限|时间)[为是:：]?\s?{_SPAN}"
    rf"|(?:^|[。；;，,])(?:本?项目|本?政策)(?:于|自|从)?\s?{_SPAN}(?:分[两二三四五]年|逐年|组织)?(?:实施|建设|执行)",
    re.ASCII,
)
"""Years that a text says are those of the project."""
_OF_SOME = lazily("规划|[一二三四]期|阶段|以来|前期|分期|十[三四五]五|上一|原")
_WHOLE = ("objective", "whole_term")


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    for column in columns(subject.item):
        yield from _told(subject, column)
    project = subject.item.project
    for name, value in project.extra.items() if project else ():
        if _TERM.search(name) and isinstance(value, str):
            yield from _lasting(subject, name, value)


def _told(subject: Subject, column: Column) -> Iterator[Result]:
    found: list[Result] = []
    sign = _SHORT if column.name.endswith(_SHORT) else column.name
    for text in subject.texts.prose.with_sign(sign):
        if text.path[0] in _ELSEWHERE:
            continue
        for one in mentions(column, text.plain):
            if one.is_right:
                return  # it is told right, and something else beside it
            if one.is_clear:
                found.append(_result(text, one.start, one.end, column.name, column.said))
    yield from found[:1]


def _lasting(subject: Subject, name: str, value: str) -> Iterator[Result]:
    """Years of the project other than those of its column."""
    own = [int(year) for year in _YEAR.findall(half_width(value))]
    for text in subject.texts.prose.with_sign("年") if own else ():
        if text.path[0] in _ELSEWHERE or _OF_SOME.search(text.plain):
            continue
        spans = list(_YEARS.finditer(text.plain))
        is_whole = text.path == _WHOLE and len(spans) == 1
        match = spans[0] if is_whole else _LASTING.search(text.plain)
        if match is None:
            continue
        told = [int(year) for year in match.groups() if year]
        years = {int(year) for year in _YEAR.findall(text.plain)}
        if told != [min(own), max(own)] and not {min(own), max(own)} <= years:
            yield _result(text, match.start(), match.end(), name, value)
            return


def _result(text: Passage, start: int, end: int, name: str, said: str) -> Result:
    told = text.typed[start:end].lstrip("。；;，,")
    return Result(
        text.path,
        f"文字写「{told}」，项目栏目「{name}」填的是 {said}",
        "请核对两处，改为一致",
        told,
        said,
    )
