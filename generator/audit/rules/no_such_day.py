"""文字写的日期历上没有。

文字写了 6 月 31 日、13 月 5 日一类的日子。

原因：这一天不存在，多半是数字写错了；与期限、先后有关的，读者没有办法核对。

公式：在各段文字里看“N月N日”：月不是 1 至 12，日大于这个月最多的天数（2 月写有平年的年份的为 28
天，其余为 29 天）的提示。日期栏里的由格式核对。

依据：历法；通行的文字核对要求。只作提示。

反例：2024年6月31日完成现场踏勘。

正例：2024年6月30日完成现场踏勘。

改法：核对日期，改为实际的日子。
"""

from calendar import isleap, monthrange
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_DAY = lazily(r"(?<![0-9.])(?:((?:19|20)[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日(?!均)")
_SIGN = "月"
_MONTHS = range(1, 13)
_LEAP, _PLAIN = 2024, 2023


def check(subject: Subject) -> Iterator[Result]:
    """At the text, the first of its days that no calendar has."""
    for text in subject.texts.prose.with_sign(_SIGN):
        for match in _DAY.finditer(text.plain):
            year, month, day = match[1], int(match[2]), int(match[3])
            if not _is_real(int(year) if year else _LEAP, month, day):
                yield Result(
                    text.path,
                    f"文字写「{match[0]}」，没有这一天",
                    "请核对日期，改为实际的日子",
                    match[0],
                )
                break


def _is_real(year: int, month: int, day: int) -> bool:
    if month not in _MONTHS:
        return False
    return 1 <= day <= monthrange(_LEAP if isleap(year) else _PLAIN, month)[1]
