"""得分不等于分值乘得分率。

一行印有分值、得分率和得分，得分却不是前两者相乘的结果。

原因：三个数中至少有一个是错的；分值印作百分比、评分印作百分制的表，总分全靠这一步相乘。

公式：得分 = 分值 × 得分率 ÷ 100；得分率印作 95% 或百分制的 95.00 都一样，印作 0.95 的不再除以 100。
允许得分末位数的一半，加上得分率末位数的一半折成的分。加分、扣分、否决和不计分的行不核对；有得分率而
缺分值或得分的，不核对。得分超过分值的，由 score-exceeds-weight 报告。

依据：得分率即得分占分值的比例，是评分表的通行算法。

反例：分值 20%，得分率 95.00，得分写 18（应为 19 分）。

正例：分值 50%，得分率 78.40，得分写 39.20。

改法：核对分值、得分率和得分。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.money import Printed, half_digit, printed, rounded

SEVERITY = Severity.ERROR
NEEDS = (needs.MEASURED, needs.POINTED, needs.ROWS, needs.SCORE_RATES)

_HUNDRED = Decimal(100)
_PLACES = 4


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the score of each row that prints its rate."""
    for row in subject.rows:
        indicator = row.indicator
        weight, rate, score = indicator.weight, indicator.score_rate, indicator.score
        if rate is None or not indicator.is_basic:
            continue
        if weight is None or score is None:
            lacking = "分值" if weight is None else "得分"
            yield Unjudged(f"{row.name}有得分率，没有{lacking}")
        elif score <= weight and not _agrees(weight, rate, score):
            yield _result(row, weight, rate, score)


def _agrees(weight: Decimal, rate: Decimal, score: Decimal) -> bool:
    """A rate of at most 1 without a sign may be a part of one, or a mark out of a hundred."""
    shares = [rate / _HUNDRED]
    if rate <= 1 and not isinstance(rate, Printed):
        shares.append(rate)
    near = half_digit(score) + weight * half_digit(rate) / (1 if len(shares) > 1 else _HUNDRED)
    return any(abs(score - weight * share) <= near for share in shares)


def _result(row: Row, weight: Decimal, rate: Decimal, score: Decimal) -> Result:
    is_part = rate <= 1 and not isinstance(rate, Printed)
    due = points(rounded(weight * rate / (1 if is_part else _HUNDRED), _PLACES))
    said = points(score)
    return Result(
        row.at("score"),
        f"{row.name}得分 {said}，分值 {printed(weight)} × 得分率 {printed(rate)} = {due}",
        "请核对分值、得分率和得分",
        said,
        due,
    )
