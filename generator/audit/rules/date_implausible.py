"""日期不可信。

日期早于 1949 年，比评价年度晚三十年以上，比网站上最晚的年度晚十年以上（只有这一份报告这样写的，
五年以上），或者比网站上其他所有日期都晚两年以上；
年度比其他所有记录都晚十年以上。

原因：2099、2222、9999 一类的日期多半是打错的，或是表格的占位数字；按它排列，报告会一直排在最前面。

公式：日期的年份 < 1949，或 > 评价年度 + 30，或 > 网站上最晚的评价年度 + 10（两年之内没有其他报告的
日期的，+ 5）；否则，本记录和网站上其他日期（含各评价年度的年末）
没有一个晚于该日期减两年。年度同样与其他记录的年度比较，界限为十年。只与网站上写明的日期比较，
不看当天的日期，因此结果不随时间变化。

依据：网站内容须真实可查；日期互相印证是档案核对的通行做法。

反例：2023年度的记录，发布日期写 2099-09-25；其他日期都在 2024 年以前，而成文日期写 2031-03-15；
最晚的评价年度是 2023，三个日期都写成了 2032 年。

正例：2023年度的记录，成文日期 2024-03-15，发布日期 2024-09-25。

改法：核对日期，或把记录移到正确的年度文件夹；属实的，写入例外并说明理由。
"""

from collections.abc import Iterator

from generator.audit.base import Result
from generator.audit.calendar import FIRST_YEAR, Calendar, Dated, dated, is_absurd
from generator.catalog import Catalog
from generator.diagnostics import Severity
from generator.intake.records import Record
from generator.model.publisher import Thresholds

SEVERITY = Severity.WARNING
NEEDS = ()
_REMEDY = "请核对日期；属实的，写入例外并说明理由"


def check(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Result]]:
    """At each date, or at the year of the record."""
    del thresholds
    records = [document.record for document in catalog.documents]
    calendar = Calendar.of(records)
    for record in records:
        if before := calendar.year_before(record.year):
            yield record, _year(record, before)
        for one in dated(record):
            if result := _doubt(calendar, record, one):
                yield record, result


def _year(record: Record, before: int) -> Result:
    return Result(
        ("year",),
        f"年度 {record.year} 比网站上其他记录的年度都晚，其中最晚的是 {before}",
        "请核对年度，或把记录移到正确的年度文件夹",
        str(record.year),
        str(before),
    )


def _doubt(calendar: Calendar, record: Record, one: Dated) -> Result | None:
    day, year = one.day, record.year
    if day.year < FIRST_YEAR:
        message, expected = f"{one.name} {day} 早于 {FIRST_YEAR} 年", f"{FIRST_YEAR} 年以后"
    elif is_absurd(day, year):
        message = f"{one.name} {day} 比评价年度 {year} 年晚 {day.year - year} 年"
        expected = f"{year} 年以后不久"
    elif before := calendar.before(day):
        message = f"{one.name} {day} 比网站上其他日期都晚，其中最晚的是 {before}"
        expected = str(before)
    elif calendar.is_doubtful(record, day):
        newest = calendar.newest
        message = f"{one.name} {day} 比网站上最晚的评价年度 {newest} 年晚 {day.year - newest} 年"
        expected = f"{newest} 年以后不久"
    else:
        return None
    return Result(one.path, message, _REMEDY, str(day), expected)
