"""分值合计不是 100 分。

没有写明指标体系的表，各一级指标的分值相加不是 100 分，也不是预算执行另计 10 分的 90 分。

原因：满分加起来不对，得分和等级就失去了意义；多半是改了一项的分值，别的没有跟着改。

公式：没有写明指标体系、各一级指标都写有分值（不含加分、扣分和否决）的表，分值合计在 80 至 120 分
之间，而不是 100 分、90 分，加上资金表所印的分值也不是 100 分，并且总分没有超过 100 分的，提示。写
明指标体系的，以及分值印成百分数的，由 weights-do-not-add-up 核对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）所附自评表，总分 100 分，其中预算执行率 10
分；各地可以另有规定，只作提示。

反例：一级指标分值为 10、50、30、15，合计 105 分。

正例：一级指标分值为 10、50、30、10；或者 50、30、10，预算执行率在资金表中另计 10 分。

改法：核对各项分值；满分另有规定的，写明指标体系。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.money import Printed

SEVERITY = Severity.HINT
NEEDS = (needs.POINTED, needs.ROWS, needs.WEIGHTS)

_FULL = (Decimal(100), Decimal(90))
"""With the points for spending, or with these beside the funds."""
_LEAST, _MOST = Decimal(80), Decimal(120)


def check(subject: Subject) -> Iterator[Result]:
    """At the score table as a whole."""
    if subject.full_marks.stated is not None:
        return
    tops = [row.indicator for row in subject.rows if row.level == 1 and row.indicator.is_basic]
    weights = [top.weight for top in tops]
    known = [one for one in weights if one is not None and not isinstance(one, Printed)]
    if len(known) <= 1 or len(known) < len(weights):
        return
    summed = sum(known, Decimal(0))
    funds, total = subject.item.funds, subject.item.result.total
    beside = (funds.points_row.weight if funds else None) or Decimal(0)
    if summed in _FULL or summed + beside in _FULL or not _LEAST <= summed <= _MOST:
        return
    if total is not None and total > _FULL[0]:
        return  # full marks are others there
    yield Result(
        ("indicators",),
        f"各一级指标分值合计 {points(summed)}，不是 100分",
        "请核对各项分值；满分另有规定的，请写明指标体系",
        points(summed),
        points(_FULL[0]),
    )
