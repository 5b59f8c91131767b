"""整改没有写明状态。

别的整改写了状态，这一条空着。

原因：没有状态，看不出问题是改好了，还是没有改。

公式：同一问题最新的一条整改没有写「状态」，而其他各条中至少有一条写了。各条都没有写的，原文可能没
有这一栏，不报告，列入没有核对的部分。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）关于整改和结果反馈的规定；逐条写明状态是通行
做法。

反例：三条整改，两条写“已整改”，一条状态空白。

正例：三条都写明已整改、正在整改或长期坚持。

改法：补充状态：已整改、正在整改、未整改、长期坚持或未采纳。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rectified import last_said
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.WARNING
NEEDS = (needs.RECTIFICATION,)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the blank state."""
    entries = subject.item.rectification
    stated = sum(entry.state is not None for entry in entries)
    if not stated:
        yield Unjudged("各条整改都没有写明状态，原文可能没有这一栏")
        return
    for last in last_said(entries):
        if last.entry.state is None:
            yield Result(
                ("rectification", last.place, "state"),
                f"{last.name}没有写明状态，而其他 {stated} 条写了",
                "请补充状态：已整改、正在整改、未整改、长期坚持或未采纳",
            )
