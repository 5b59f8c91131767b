"""债券发行多于总投资。

项目的债券发行额比它的总投资还多。

原因：专项债券只能用于这个项目的建设；发行的比总投资还多，不是多发了，就是有一个数写错了。

公式：资金表的发行合计 − 项目「其他栏」里“总投资”一栏的数（与资金表同一单位），多于后者末位数的一
半。列有分项的，逐项核对。

依据：《地方政府专项债券项目资金绩效管理办法》（财预〔2021〕61号）：融资与项目投资相匹配。只作提示。

反例：总投资 2.00 亿元，发行 2.5 亿元。

正例：总投资 3.00 亿元，发行 2.5 亿元。

改法：核对发行额与总投资。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.money import Amount, parse

SEVERITY = Severity.HINT
NEEDS = (needs.FUNDS,)

_COLUMN = "总投资"


def check(subject: Subject) -> Iterator[Result]:
    """At the total issued."""
    funds, project = subject.item.funds, subject.item.project
    issued = funds.amount(Stage.ISSUED) if funds else None
    if funds is None or issued is None or project is None:
        return
    typed = project.extra.get(_COLUMN)
    whole = parse(typed) if isinstance(typed, str) else None
    if whole is None:
        return
    invested = Amount(whole, funds.unit)
    if issued.value - whole > invested.half.value:
        yield Result(
            funds.total_at(Stage.ISSUED),
            f"发行 {issued}，{_COLUMN}是 {invested}",
            "请核对发行额与总投资",
            str(issued),
            str(invested),
        )
