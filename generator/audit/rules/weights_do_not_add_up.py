"""分值合计不符。

某一级指标的分值，与下级分值之和不一致；或者各一级指标的分值之和，不等于指标体系的满分。

原因：满分加起来不对，得分和等级就失去了意义。

公式：写明的分值 = 直接下级分值之和；一级指标分值之和 = 满分；分值都印成百分数而没有
写明指标体系的，满分为 100%。n 项相加，允许末位数的 n ÷ 2（取整）倍
的舍入误差，末位按表中最细的数计，至少到百分位；指标体系另有容差的，合计与满分按较大的。
有一项分值没有写的，那一级不核对。某一级与末级指标之和相符、只是中间一级写错的，只报告中间那一级，
因此一处错误只报告一次。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）所附自评表，总分 100 分；
其他指标体系的满分以各自的规定为准。

反例：一级指标分值为 10、50、30、20，合计 110 分，满分为 100 分。

正例：一级指标分值为 10、50、30、10，合计 100 分。

改法：核对各项分值与合计，改正其中有误的一处。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.audit.wording import at_fault, both, lacking, points
from generator.diagnostics import Severity
from generator.model.indicators import POINT_PLACES, weights_of
from generator.values.money import Printed

SEVERITY = Severity.ERROR
_HUNDRED = Decimal(100)

NEEDS = (needs.POINTED, needs.ROWS, needs.WEIGHTS)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the stated weight, or at the score table as a whole."""
    for row in subject.groups:
        weights = row.indicator.weights
        if reason := lacking(row.name, weights, "分值"):
            yield Unjudged(reason)
        if at_fault(weights, weights_of, row.indicator.leaves()):
            stated, computed = both(weights)
            yield Result(
                row.at("weight"),
                f"{row.name}分值 {stated}，下级分值合计 {computed}",
                "请核对各项分值",
                stated,
                computed,
            )
    full = subject.full_marks
    tops = [row.indicator for row in subject.rows if row.level == 1 and row.indicator.is_basic]
    if full.stated is None and all(isinstance(top.weight, Printed) for top in tops):
        full = weights_of(tops).beside(_HUNDRED, exact=POINT_PLACES)  # shares of the whole
    if reason := lacking("一级指标", full, "分值"):
        yield Unjudged(reason)
    if at_fault(full, weights_of, subject.item.leaves()):
        due, summed = both(full)
        yield Result(
            ("indicators",),
            f"各一级指标分值合计 {summed}，满分应为 {due}",
            f"请核对各项分值{_clue(subject)}",
            summed,
            due,
        )


def _clue(subject: Subject) -> str:
    """Where the frame would have the weights otherwise, for the remedy."""
    differing = "、".join(
        f"{row.name}（规定 {points(weight)}）" for row, weight in subject.own_weights
    )
    named = {row.indicator.name for row in subject.rows}
    absent = "、".join(
        f"「{indicator.name}」（{points(indicator.weight)}）"
        for level, indicator in subject.frame.fixed_weights
        if level == 1
        and indicator.weight
        and named.isdisjoint((indicator.name, *indicator.aliases))
    )
    clue = f"；与指标体系不同的有{differing}" if differing else ""
    return clue + (f"；没有列出的有{absent}" if absent else "")
