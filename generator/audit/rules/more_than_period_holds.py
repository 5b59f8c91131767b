"""完成的月数、天数比期间还多。

完成值是几个月、几天，比文件所说的期间还长。

原因：一到八月只有八个月，不可能有九个月达标。

公式：计量单位是 月、个月 的完成值 > 期间的月数；是 天、日 的 > 期间的天数；没有写期间的，期间是全
年（12 个月、366 天），只看名称写有“月份、月数、天数、全年”的。名称写有周期、期限、工期、质保、时
限、提前、平均、账期、寿命、延期、缩短的，以及期间跨年度的不核对。

依据：通行的数据核对要求。

反例：期间为 1 月至 8 月，“水质达到三类的月份”完成 9 个月。

正例：同上，完成 8 个月。

改法：核对完成值和期间。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.project import Period
from generator.values.lazily import lazily

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.ROWS, needs.ACTUALS)

_UNITS = {"月": 30, "个月": 30, "天": 1, "日": 1}
_LENGTH = lazily(
    "周期|期限|工期|质保|保修|时限|时间|提前|平均|账期|寿命|延|缩短|使用|有效期|最长|周转"
    "|余额|可用|储备"
)
"""Names of how long something takes or lasts, which may be as long as it likes."""
_OF_YEAR = lazily("月份|月数|天数|全年|达标月|达标天")
_MONTHS, _DAYS = 12, 366


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value."""
    period = subject.item.period
    if period and (not period.start or not period.end or len(period.years) > 1):
        return
    months, days = _span(period) if period else (_MONTHS, _DAYS)
    for row in subject.leaves:
        indicator = row.indicator
        unit, number = indicator.counted_in, indicator.actual_number
        if unit not in _UNITS or number is None or _LENGTH.search(indicator.name):
            continue
        most = months if "月" in unit else days
        if number > most and (period or _OF_YEAR.search(indicator.name)):
            yield Result(
                row.at("actual"),
                f"{row.name}完成值 {indicator.actual_shown}，而期间只有 {most}{unit}",
                "请核对完成值和期间",
                indicator.actual_shown,
                f"不多于 {most}{unit}",
            )


def _span(period: Period) -> tuple[int, int]:
    """How many calendar months a period touches, and how many days it has."""
    if period.start is None or period.end is None:
        return _MONTHS, _DAYS
    return (
        period.end.month - period.start.month + 1,
        (period.end - period.start).days + 1,
    )
