"""整改没有写明完成日期。

状态是已整改，没有写完成日期，而其他各条写了。

原因：有了日期，才能核对是不是在时限内完成。

公式：同一问题最新的一条整改状态为已整改，没有「完成日期」和「日期」，而另有一条已整改的写了其中之
一。都没有写的，原文可能没有这一栏，不报告。日期可能写在情况的文字里，这里只作提示。

依据：通行做法；《项目支出绩效评价管理办法》（财预〔2020〕10号）关于整改和结果反馈的规定。

反例：两条已整改，一条写明 2024-12-17 完成，另一条没有日期。

正例：两条都写明完成日期。

改法：补充整改完成的日期。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rectified import last_said
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.findings import State

SEVERITY = Severity.HINT
NEEDS = (needs.RECTIFICATION,)


def check(subject: Subject) -> Iterator[Result]:
    """At the blank date."""
    done = [
        last for last in last_said(subject.item.rectification) if last.entry.state is State.DONE
    ]
    dated = [last for last in done if last.entry.done_on or last.entry.date]
    for last in done if dated else ():
        if last not in dated:
            yield Result(
                ("rectification", last.place, "done_on"),
                f"{last.name}已完成，没有写明完成日期，而其他 {len(dated)} 条写了",
                "请补充完成日期",
            )
