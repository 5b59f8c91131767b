"""没有整改，也没有写原因和时限。

状态是未整改或正在整改，既没有写为什么，也没有写什么时候完成，而其他各条写了时限。

原因：没有改好的问题，公众要知道差在哪里、等到什么时候。

公式：同一问题最新的一条状态为未整改或正在整改，没有「时限」「未完成原因」，措施、情况里也没有写日期、年
月、季度和因由；而另有一条写了时限或完成日期。其他各条都没有写的，原文可能没有这一栏，不提示。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）关于结果应用和整改的规定；写明原因和时限是通行
做法。只作提示。

反例：两条写有时限，第三条状态“未整改”，只写“拟委托第三方电话回访”。

正例：第三条写“2024年3月底前完成回访”。

改法：写明没有完成的原因和新的时限。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rectified import last_said
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.RECTIFICATION,)

_TOLD = lazily(
    "[0-9０-９一二三四五六七八九十]\\s?[年月日]|季度|年底|年内|月底|因|由于|受.{0,12}影响|待"
)


def check(subject: Subject) -> Iterator[Result]:
    """At the state."""
    last = tuple(last_said(subject.item.rectification))
    timed = [one for one in last if one.entry.due or one.entry.done_on]
    for one in last if timed else ():
        entry = one.entry
        told = (
            f"{entry.measure or ''}{entry.progress or ''}{''.join(map(str, entry.extra.values()))}"
        )
        is_open = entry.state and entry.state.is_pending and not (entry.due or entry.open_reason)
        if is_open and entry.state and not _TOLD.search(told):
            yield Result(
                ("rectification", one.place, "state"),
                f"{one.name}的状态是“{entry.state.label}”，没有写原因，也没有写时限",
                "请写明没有完成的原因和时限",
                entry.state.label,
            )
