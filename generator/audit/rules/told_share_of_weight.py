"""得分不等于分值乘写明的系数。

得分说明写明这一行按多少系数（比例）计分，得分却不是分值乘它的结果。

原因：系数和得分写在同一行，乘不出来，总分也就错了。

公式：得分说明、偏差原因或说明写“（得分）系数（定为、为、按）80%（0.8）”或“按80%计分（给分、得分）”，
恰好一个；分值 × 系数与得分、复核分都不等（允许所列末位的一半），提示。印有得分率的行由 rate-times
-weight核对；加分、扣分和不计分的行，系数大于 1 的，不核对。

依据：得分 = 分值 × 得分系数，是评分表的通行算法。只作提示。

反例：分值 12，说明写“复核得分系数定为80%”，复核分 10.2（应为 9.6）。

正例：同上，复核分 9.6。

改法：核对系数和得分。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import half_digit, printed, rounded
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.POINTED, needs.ROWS, needs.WEIGHTS, needs.SCORES)

_SHARE = lazily(
    r"系数[^\d，,。；;]{0,6}(?P<part>0\.\d{1,3}(?![\d%])|\d{1,3}(?:\.\d{1,2})?%)"
    r"|按(?:分值的?|满分的?)?(?P<rate>\d{1,3}(?:\.\d{1,2})?%)(?:的?系数|的?比例)?(?:计分|给分|得分|赋分)",
    re.ASCII,
)
_UNCLEAR = lazily("每|不足|低于|以[上下]|至少|超过")
_FIELDS = ("score_note", "deviation_reason", "explanation")
_PLACES = 4


def check(subject: Subject) -> Iterator[Result]:
    """At the review's points where there are any, else at the score."""
    for row in subject.leaves:
        indicator = row.indicator
        if indicator.weight is None or not indicator.is_basic or indicator.score_rate is not None:
            continue
        share = _share(row)
        given = [n for n in (indicator.review_score, indicator.score) if n is not None]
        if share is None or not given:
            continue
        due = indicator.weight * share
        if all(abs(one - due) > half_digit(one) for one in given):
            field = "review_score" if indicator.review_score is not None else "score"
            said, wanted = points(given[0]), points(rounded(due, _PLACES))
            yield Result(
                row.at(field),
                f"{row.name}得 {said}，分值 {printed(indicator.weight)} × 写明的系数 "
                f"{printed(share)} = {wanted}",
                "请核对系数和得分",
                said,
                wanted,
            )


def _share(row: Row) -> Decimal | None:
    """The one coefficient that a row's words name; None where there are several, or none."""
    found: set[Decimal] = set()
    for field in _FIELDS:
        told: str = getattr(row.indicator, field) or ""
        if "系数" not in told and "按" not in told:
            continue
        text = half_width(told)
        for match in _SHARE.finditer(text):
            if _UNCLEAR.search(text):
                return None
            share = match["part"] or match["rate"]
            found.add(Decimal(share[:-1]) / 100 if share.endswith("%") else Decimal(share))
    return found.pop() if len(found) == 1 and max(found) <= 1 else None
