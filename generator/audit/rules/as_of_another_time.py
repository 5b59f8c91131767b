"""文字所说的截止时间与期间不符。

完成情况或结论写“截至某月底”“截至某年底”，与这份文件的期间不是同一个时间。

原因：多半是沿用了上一期的文字，数也是上一期的；或者数是这一期的，时间忘了改。

公式：完成情况、结论说明和意见、指标的说明中，以及正文里写着资金表合计金额的一句话中，只写了一个“
截至（20XX年）X月X日（底、末）”或“截至20XX年底”。运行监控等事中的文件，月份与期间的截止月不同，
或者年份不同；事后的文件，年份早于期间截止的一年（没有写期间的，是本年度）。写有“其中、预计、计
划”或所在句另有时间比较的不核对。

依据：文字与表格应当是同一时点的数据，通行的核对要求。只作提示。

反例：期间为 2024 年 1 月至 8 月，完成情况写“截至7月底，巡护6120公里”。

正例：写“截至8月底，巡护6120公里”。

改法：核对文字是不是上一期的，把数字和时间改为本期的。
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.quantities import quantities, sentence_of
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.kinds import Timing
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY,)

_AS_OF = lazily(
    r"截[至止]到?\s?(?:((?:19|20)\d{2})年)?(?:(\d{1,2})月(?:份|\d{1,2}日|[底末])?"
    r"|年?[底末]|(?<=年)[底末]?)",
    re.ASCII,
)
_FIELDS = frozenset(("achieved", "note", "opinion", "explanation", "actual"))
_OTHER = lazily("上年|同期|预计|计划|其中|比|起|累计发行|申报|期满|届满|目前|现|评价时|整改")
_DECEMBER = 12
_PROSE = "sections"


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    period = subject.item.period
    end = (period.end if period else None) or date(subject.year, _DECEMBER, 31)
    is_during = subject.kind.timing is Timing.DURING
    if is_during and (period is None or period.end is None):
        return
    for text in subject.texts.prose.with_sign("截"):
        plain = text.plain
        told = tuple(_AS_OF.finditer(plain))
        if len(told) != 1:
            continue
        words = _told_then(subject, text, told[0].start())
        if not words or _OTHER.search(words):
            continue
        year = int(told[0][1]) if told[0][1] else end.year
        month = int(told[0][2]) if told[0][2] else _DECEMBER
        if year < end.year or (is_during and (year, month) != (end.year, end.month)):
            yield Result(
                text.path,
                f"文字写「{told[0][0]}」，而这份文件的期间截至 {end}",
                "请核对文字是不是上一期的，数和时间改为本期的",
                told[0][0],
                str(end),
            )


def _told_then(subject: Subject, text: Passage, at: int) -> str:
    """What is told as of that time; of prose only what has a sum of the fund table, up to it.

    A sum of the table tells the same time as the table.
    """
    sentence = sentence_of(text.plain, at)
    if text.path[0] == "source":
        return ""
    if text.path[-1] in _FIELDS:
        return sentence
    if text.path[0] != _PROSE:
        return ""
    amounts = {shown.value * shown.unit.yuan for shown in subject.money.shown.values()}
    said = (one for one in quantities(sentence) if one.unit == "元" and one.value in amounts)
    first = next(said, None)
    return sentence[: first.start] if first else ""
