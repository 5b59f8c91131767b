"""同一句话写了两遍。

一份记录中，二十字以上的一句话在同类内容里出现两次。

原因：多半是复制时没有改，或同一段贴了两遍。

公式：正文各节之间、问题之间、建议之间、各条整改的情况之间、各指标的偏差原因和改进措施之间，分别比
较；以标点断开，不计空格，二十字以上完全相同的算重复；整改情况写有数字，十二字以上整条相同的也算。
后出现的一处报告一次。正文概述与绩效目标、问题与正文之间的照应不算。与其他单位文字相同的，由
copied-text 提示。

依据：通行的文字核对要求。

反例：正文两节都写“财务制度健全并严格按照专项资金管理办法使用资金”。

正例：正文概述重述绩效目标的文字。

改法：核对是否重复粘贴，或漏改了内容。
"""

from collections.abc import Iterator, Mapping

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)
_SHORTEST = 20
_ANSWERS, _SHORT = "rectification", 12
"""A short answer with a figure of its own is hardly that to two problems."""
_FIGURE = lazily("[0-9０-９]")
_CLAUSE = lazily(r"[^，,。；;：:！!？?\n]{20,}")
_BLANK = lazily(r"\s+")
_FIELDS: Mapping[str, frozenset[str]] = {
    "sections": frozenset({"text"}),
    "findings": frozenset({"text"}),
    "recommendations": frozenset({"text"}),
    "rectification": frozenset({"progress"}),
    "indicators": frozenset({"deviation_reason", "corrective_action"}),
}


def check(subject: Subject) -> Iterator[Result]:
    """At the later text, with the first clause it repeats."""
    seen: dict[str, set[str]] = {kind: set() for kind in _FIELDS}
    for text in subject.texts.every:
        kind = str(text.path[0])
        if len(text.text) < (_SHORT if kind == _ANSWERS else _SHORTEST):
            continue
        if text.path[-1] not in _FIELDS.get(kind, ()):
            continue
        repeated = ""
        answer = (
            [_BLANK.sub("", text.text).rstrip("。")]
            if kind == _ANSWERS and _FIGURE.search(text.text)
            else []
        )
        clauses = [_BLANK.sub("", words) for words in _CLAUSE.findall(text.text)]
        for clause in (*clauses, *(one for one in answer if one not in clauses)):
            if len(clause) >= (_SHORT if clause in answer else _SHORTEST):
                repeated = repeated or (clause if clause in seen[kind] else "")
                seen[kind].add(clause)
        if repeated:
            yield Result(
                text.path,
                f"「{subject.label(text.path)}」中「{shown(repeated)}」前面已经写过",
                "请核对是否重复粘贴，或漏改了内容",
                shown(repeated),
            )
