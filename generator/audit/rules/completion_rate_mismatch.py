"""完成率与完成值不符。

「完成率」一栏印的百分数，不是完成值除以指标值的结果。

原因：完成率是算出来的；算得不对，按它给的分也不对。

公式：完成率 = 完成值 ÷ 指标值；要求越少越好的指标，也可以是指标值 ÷ 完成值。两种算法都不符（允
许所印末位数的一半）才报告。印成 100% 而实际超过的，视为封顶，不报告。指标值、完成值不能比较的不核
对。

依据：附有完成率一栏的地方自评表的填表说明，通行做法。

反例：指标值 400，完成值 386，完成率印“98.5%”（应为 96.5%）。

正例：同上，完成率印“96.5%”或“97%”。

改法：核对完成率、完成值与指标值。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.money import fits, parse_share, percent, percentage

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.COMPLETION, needs.TARGETS, needs.ACTUALS)

_COLUMN = "完成率"
_WHOLE = Decimal(100)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the column of the row."""
    for row in subject.leaves:
        typed = row.indicator.extra.get(_COLUMN)
        printed = parse_share(typed) if isinstance(typed, str) else None
        if printed is None:
            continue
        comparison = row.indicator.comparison
        if comparison is None:
            yield Unjudged(f"{row.name}的指标值与完成值不能比较")
            continue
        target, actual = comparison.target, comparison.actual
        rates = [percentage(actual, target)]
        if comparison.operator.wants_less:
            rates.append(percentage(target, actual))
        known = [rate for rate in rates if rate is not None]
        capped = printed == _WHOLE and any(rate > _WHOLE for rate in known)
        if known and not capped and not any(fits(printed, rate) for rate in known):
            yield Result(
                row.at("extra"),
                f"{row.name}完成率写 {percent(printed)}，按完成值 {row.indicator.actual_shown} ÷ "
                f"指标值 {row.indicator.target_shown} 计算为 {percent(known[0])}",
                "请核对完成率、完成值与指标值",
                percent(printed),
                percent(known[0]),
            )
