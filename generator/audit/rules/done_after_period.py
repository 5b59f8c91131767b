"""完成日期的年份像是写错了。

完成值写的日期在评价的年度以后，换成评价年度的同一天，正好达到指标值。

原因：填表时已经是第二年，年份容易顺手写成当年；确实拖了一年的，是很大的偏差。

公式：指标值、完成值都是日期；完成值的年份比指标值多一年，而且晚于期末（没有填期间的，为年底）；同
月同日放在指标值的那一年，不晚于指标值；完成值也没有写“次年、推迟到、延至”。说明、偏差原因里写到完
成值那一年的，不提示。

依据：年度绩效目标是预算年度内要达到的产出和效果（财预〔2015〕88号）。只作提示。

反例：2023 年的服务，合同签订时间 2023年3月底前，完成值写“2024年2月26日”。

正例：写“2023年2月26日”；或者偏差原因写明推迟到 2024 年的原因。

改法：核对年份；属实的，在偏差原因中写明推迟到了哪一年。
"""

from collections.abc import Iterator
from datetime import date

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.cells.cell import Day
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.ROWS, needs.TARGETS, needs.ACTUALS)

_POSTPONED = lazily("次年|[推延]迟|延[至期到]|推至|跨年|顺延|仍|尚")
_NOTES = ("explanation", "deviation_reason", "corrective_action", "score_note", "evidence")


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value."""
    period = subject.item.period
    end = period.end if period and period.end else date(subject.year, 12, 31)
    for row in subject.leaves:
        aim, done = row.indicator.aim.day, row.indicator.done.day
        if aim is None or done is None or not done.year or not done.month or not aim.month:
            continue
        wanted, came = aim.in_year(end.year), done.in_year(done.year)
        if not (wanted.exists and came.exists) or came.year != (wanted.year or 0) + 1:
            continue
        if (came.month, came.day) > (wanted.month, wanted.day) or not _is_after(came, end):
            continue
        if _tells(row, came.year):
            continue
        meant = came._replace(year=wanted.year)
        yield Result(
            row.at("actual"),
            f"{row.name}完成值 {row.indicator.actual_shown} 晚于评价的期间；"
            f"写成 {meant} 就达到指标值 {row.indicator.target_shown}",
            "请核对年份；属实的，请在「偏差原因」中写明推迟到了哪一年",
            row.indicator.actual_shown,
            str(meant),
        )


def _is_after(came: Day, end: date) -> bool:
    return (came.year or 0, came.month or 0, came.day) > (end.year, end.month, end.day)


def _tells(row: Row, year: int | None) -> bool:
    """Whether the row itself says that it took until that year."""
    if _POSTPONED.search(row.indicator.actual or ""):
        return True
    notes = (getattr(row.indicator, field, None) or "" for field in _NOTES)
    return any(str(year) in note or _POSTPONED.search(note) for note in notes)
