"""文字写到本文件以后的事。

文字说某月某日已经完工、完成、验收，或者完成值是某年某月某日，那一天却晚于本文件的成文日期。

原因：写文件时那一天还没有到，日期或者文件的日期总有一个写错了。

公式：结论说明、意见、完成情况、完成值、偏差原因、资金说明、问题、整改和正文中（建议和结果应用除外），
写明年月日并紧接“完工、竣工、完成、验收、投入使用、开放、交付、拨付、支付”等（会议的“召开、举行”
和“组织……会（评审、论证、踏勘）”没有写年的，为前一个日期的年），以及指标的完成值本身写明年月日
（不是预计完成值），而那一天晚于成文日期；没有成文日期的，晚于发布日期。写有“计划、预计、将、拟、
应、确保”等字样的，或写“某日前”的不核对；不可信的日期由 date-implausible 报告。

依据：日期互相印证是档案核对的通行做法。

反例：2024 年 6 月 28 日成文的文件写“主体工程已于2024年8月15日完工”。

正例：同上，写“预计2024年8月15日前完工”。

改法：核对文字和文件的日期；还没有到的，写入预计完成值。
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.calendar import is_absurd
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.told_days import told_days
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.cells.cell import Reads
from generator.values.lazily import lazily
from generator.values.sentences import said_before
from generator.values.text import shown

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE, needs.DATED)

_DONE = lazily(
    r"(20\d{2})年(\d{1,2})月(\d{1,2})日"
    r"(?!之?前|底)[^，,。；;\n前]{0,6}?"
    r"(?:完工|竣工|完成|验收|投入使用|开放|交付|拨付|支付|建成|通车|开学|到位)",
    re.ASCII,
)
_DONE_OR_HELD = lazily(rf"{_DONE.pattern}|日[^，,。；;\n]{{0,8}}(?:召开|举行|举办|组织)", re.ASCII)
_HELD = lazily(
    r"[^，,。；;前会底]{0,6}(?:(?:召开|举行)(?!前)|(?:组织|举办)[^，,。；;]{0,10}"
    r"(?:会议?|评审|论证|评议|答辩|踏勘|核查|访谈)(?=$|[，,。；;(（\s]))"
)
_PLANNED = lazily(r"计划|预计|预期|将|拟|应|要求|力争|确保|目标|须|需|争取|不晚于|不迟于")
_REACH = 16
_TELLING = frozenset(
    (
        "note", "opinion", "achieved", "actual", "text", "cause", "measure", "explanation",
        "deviation_reason", "open_reason", "progress",
    )
)  # fmt: skip
"""Fields that tell what has been done, rather than what is to be."""
_PLANS = frozenset(("recommendations", "uses"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    disclosure = subject.evaluation.disclosure
    made = disclosure.issued or disclosure.published
    if made is None:
        return
    yield from _cells(subject, made)
    for text in subject.texts.prose.holding(_DONE_OR_HELD):
        if not _TELLING & {*text.path}:
            continue
        if text.path[0] in _PLANS:
            continue
        yield from _held(text, made, subject.year)
        for match in _DONE.finditer(text.plain):
            told = _day(match)
            before = said_before(text.plain, match.start(), far=_REACH)
            if told is None or told <= made or is_absurd(told, subject.year):
                continue
            if not _PLANNED.search(before) and not _PLANNED.search(match[0]):
                yield Result(
                    text.path,
                    f"文字写「{text.quoted(match)}」，而本文件的日期是 {made}",
                    "请核对文字和文件的日期",
                    str(told),
                    f"不晚于 {made}",
                )
                break


def _held(text: Passage, made: date, year: int) -> Iterator[Result]:
    """A meeting that is told as held; the day may be in the year of the day before it."""
    for told in told_days(text.plain):
        before = said_before(text.plain, told.start, far=_REACH)
        words = f"{before}{told.behind}"
        if (
            told.day > made
            and _HELD.match(told.behind)
            and not _PLANNED.search(words)
            and not is_absurd(told.day, year)
        ):
            yield Result(
                text.path,
                f"文字写「{told.said}{told.behind}」，而本文件的日期是 {made}",
                "请核对文字和文件的日期",
                str(told.day),
                f"不晚于 {made}",
            )
            return


def _cells(subject: Subject, made: date) -> Iterator[Result]:
    """What is told in the cell of an actual value."""
    for row in subject.leaves:
        cell, plain = row.indicator.done, row.indicator.actual or ""
        day = cell.day
        if cell.reads is not Reads.DATE or day is None or not (day.year and day.month and day.day):
            continue
        told = date(day.year, day.month, day.day)
        if told > made and not is_absurd(told, subject.year) and not _PLANNED.search(plain):
            yield Result(
                row.at("actual"),
                f"{row.name}完成值是 {shown(plain)}，而本文件的日期是 {made}",
                "请核对完成值和文件的日期；还没有到的，写入预计完成值",
                str(told),
                f"不晚于 {made}",
            )


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
