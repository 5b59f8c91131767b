"""不主动公开的报告状态为已发布。

记录的状态是已发布，而公开方式是依申请公开或不予公开。

原因：网站上的报告任何人都能看到；不予公开的不能放上网站，依申请公开的只提供给提出申请的人。

公式：状态为已发布，且公开方式为依申请公开或不予公开。公开方式没有填写的不核对。
发现后一律停止发布。

依据：《政府信息公开条例》第十三条至第十六条、第二十七条：主动公开以外的政府信息，或不予公开，
或依申请提供。

反例：状态写“已发布”，公开方式写“依申请公开”。

正例：状态写“已发布”，公开方式写“主动公开”；依申请公开的报告，状态写“草稿”。

改法：依申请公开和不予公开的报告，把状态改为草稿，并从内容文件夹中移走。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.documents import Openness, Status

SEVERITY = Severity.ERROR
NEEDS = (needs.WHOLE,)


def check(subject: Subject) -> Iterator[Result]:
    """At the openness that a published record states."""
    evaluation = subject.evaluation
    openness = evaluation.disclosure.openness
    if evaluation.status is not Status.PUBLISHED or openness in (None, Openness.PROACTIVE):
        return
    yield Result(
        ("disclosure", "openness"),
        f"公开方式为「{openness.label}」，而记录的状态为「{evaluation.status.label}」",
        f"{openness.label}的报告请把状态改为草稿，并从内容文件夹中移走",
        openness.label,
        Openness.PROACTIVE.label,
    )
