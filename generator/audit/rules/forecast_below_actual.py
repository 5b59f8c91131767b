"""预计全年数少于已经完成数。

监控表预计的全年数，比截至期末已经发生的数还少。

原因：次数、件数一类的数只增不减，已经发生的不会退回去；预计数多半是照抄指标值，没有按实际推算。

公式：监控时的完成值 > 预计完成值，两者都是数字、单位相同，计量单位是 件、起、次、场、期、例、人
次、户次等累计发生的数，或者属于“数量指标”，或者属于“产出指标”、单位是 根、台、辆、处 等做成以后
不会少的东西，或者是用量、消耗量。存量（如在册人数、面积）和比率可能回落，越少越好的数量指标，不核对。

依据：预计完成值以截至期末的完成值为基础推算（财预〔2019〕136号，通行做法）。

反例：投诉，截至 9 月已有 24 件，预计全年 18 件。

正例：同上，预计全年 30 件。

改法：核对两个数；预计完成值应包括已经发生的。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.cells.cell import Reads
from generator.values.cells.reading import read
from generator.values.lazily import lazily

SEVERITY = Severity.WARNING
NEEDS = (needs.FORECASTING, needs.ROWS, needs.ACTUALS, needs.FORECASTS)

_HAPPENING = frozenset(
    ("件", "起", "次", "场", "场次", "期", "例", "宗", "人次", "户次", "批次", "班次")
)
"""Units of what happens, and does not unhappen."""


_MADE = frozenset(
    ("个", "座", "处", "台", "套", "盏", "根", "册", "种", "份", "篇", "公里", "千米", "米",
     "棵", "株", "栋", "间", "口", "眼", "支", "条", "块", "平方米", "万平方米", "亩", "万亩",
     "页", "万页", "辆", "床", "张", "艘", "架", "部", "组", "件")
)  # fmt: skip
"""Units of what is made or bought, and stays so."""

_SERVED = frozenset(("人", "户", "名", "家", "所", "村"))
_SERVING = lazily(
    "惠及|受益|培训|服务|发放|救助|资助|补[助贴]|慰问|接种|体检|扶持|奖励|安置|改造|走访"
)
"""Whom something was done for, once and for all."""

_QUANTITY = lazily("数量")
_OUTPUT = lazily("产出")
_USED = lazily(r"(?<![率均每])(?:使?用量|消耗量?|用[水电气油]量|投放量|发放量)$")
"""What is used up: less of it may be better, but never less than was used already."""
_RATED = lazily("率$|度$|时间|时限|天数|响应|库存")
"""Rows of outputs that are no quantities."""
_STOCK = lazily(
    r"在[册校岗编库]|存[栏量]|库存|余额|现有|保有|人数$|规模|面积$|积压|未结|未办|剩余|存量|欠"
)
"""Rows of quantities that may fall again."""


def check(subject: Subject) -> Iterator[Result]:
    """At the forecast."""
    for row in subject.leaves:
        indicator = row.indicator
        if not indicator.forecast or not _adds_up(row):
            continue
        done, unit = indicator.done, indicator.counted_in
        foreseen = read(indicator.forecast, unit, indicator.name, actual=True)
        figures = done.reads is foreseen.reads is Reads.FIGURE and not (done.sign or foreseen.sign)
        if not figures or done.unit != foreseen.unit or done.period != foreseen.period:
            continue
        if done.number <= foreseen.number:
            continue
        yield Result(
            row.at("forecast"),
            f"{row.name}已完成 {indicator.actual_shown}，预计全年 {indicator.forecast_shown}，"
            "比已经发生的还少",
            "请核对两个数；预计完成值应包括已经发生的",
            indicator.forecast_shown,
            indicator.actual_shown,
        )


def _adds_up(row: Row) -> bool:
    """Whether what a row counts can only grow within the year."""
    indicator = row.indicator
    if _STOCK.search(indicator.name) or indicator.counted_in in ("", "%", "‰"):
        return False
    if indicator.counted_in in _HAPPENING or _USED.search(indicator.name):
        return True
    sign = indicator.compared_by
    group = row.above.indicator.name if row.above is not None else ""
    served = indicator.counted_in in _SERVED and _SERVING.search(indicator.name)
    made = (served or indicator.counted_in in _MADE) and not _RATED.search(indicator.name)
    counted = _QUANTITY.search(group) or (made and _OUTPUT.search(group))
    return bool(counted) and not (sign and sign.wants_less)
