"""偏离度与预计完成值不符。

「预计偏离度」一栏印的百分数，不是预计完成值偏离指标值的程度。

原因：预警按偏离度亮灯；偏离度算少了，该亮红灯的就亮了黄灯。

公式：名称是“预计偏离度”“预计偏差率”一类的其他栏：(预计完成值 − 指标值) ÷ 指标值，只比较大小、不论
正负，允许所印末位数的一半；指标值为 0、不是数字的，预计超额而印 0 的，不核对。

依据：绩效运行监控表附有偏离度一栏的填表说明，通行做法。只作提示。

反例：指标值 20，预计完成 18，预计偏离度印“-5.00%”（应为 -10.00%）。

正例：同上，印“-10.00%”。

改法：核对偏离度、预计完成值与指标值。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.cells.cell import Reads
from generator.values.cells.reading import read
from generator.values.lazily import lazily
from generator.values.money import fits, parse_percent, percent, percentage

SEVERITY = Severity.HINT
NEEDS = (needs.FORECASTING, needs.TARGETS, needs.FORECASTS)

_COLUMN = lazily("预计(?:完成)?(?:偏离|偏差)(?:度|率|程度)")


def check(subject: Subject) -> Iterator[Result]:
    """At the column of the row."""
    for row in subject.leaves:
        indicator, target = row.indicator, row.indicator.target_number
        printed = [
            (name, number)
            for name, typed in indicator.extra.items()
            if isinstance(typed, str)
            and _COLUMN.fullmatch(name)
            and (number := parse_percent(typed)) is not None
        ]
        if len(printed) != 1 or not target or not indicator.forecast:
            continue
        forecast = read(indicator.forecast, indicator.unit or indicator.aim.unit, indicator.name)
        is_figure = forecast.reads is Reads.FIGURE and not forecast.sign
        if not is_figure or forecast.unit != indicator.counted_in:
            continue
        [(name, told)] = printed
        due = percentage(forecast.number - target, target)
        is_beyond = due is not None and due > 0 and not told
        if due is not None and not is_beyond and not fits(abs(told), abs(due)):
            yield Result(
                row.at("extra"),
                f"{row.name}{name}写 {percent(told)}，预计完成值 {indicator.forecast_shown}、"
                f"指标值 {indicator.target_shown}，计算为 {percent(due)}",
                "请核对偏离度、预计完成值与指标值",
                percent(told),
                percent(due),
            )
