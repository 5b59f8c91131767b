"""整改逾期未完成。

整改时限已过，状态仍是未整改或正在整改。

原因：逾期没有整改到位的问题，是公众最关心的；写明还差什么、什么时候能完成，才能接着督促。

公式：状态为未整改或正在整改，而「时限」是一个明确的日期（“2024-12-31”“2024年6月底前”“2024年底
”），早于这一条的日期；没有写日期的，早于文件的成文日期，再没有的，发布日期。同一问题有几条的，看
最新的一条。时限是其他文字的不核对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）关于结果应用和整改的规定；按时限整改是通行做
法。

反例：时限 2024-06-30，文件 2024-12-20 成文，状态“正在整改”。

正例：时限 2025-06-30，文件 2024-12-20 成文，状态“正在整改”。

改法：核对时限和状态；属实的，写明未完成原因和新的时限。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rectified import last_said
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.deadlines import deadline
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.RECTIFICATION,)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the state."""
    disclosure = subject.evaluation.disclosure
    made = disclosure.issued or disclosure.published
    for last in last_said(subject.item.rectification):
        state, due = last.entry.state, last.entry.due
        said = last.entry.date or made
        if state is None or not state.is_pending or not due or said is None:
            continue
        day = deadline(due)
        if day is None:
            yield Unjudged(f"{last.name}的时限「{shown(due)}」不是一个日期")
        elif day < said:
            reason = "" if last.entry.open_reason else "，没有写未完成原因"
            yield Result(
                ("rectification", last.place, "state"),
                f"{last.name}时限为 {shown(due)}，到 {said} 仍是“{state.label}”{reason}",
                "请核对时限和状态；属实的，写明未完成原因和新的时限",
                state.label,
                f"不晚于 {day}",
            )
