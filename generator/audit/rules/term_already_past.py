"""建议的时限在成文以前。

建议要求的完成时间，在文件成文的时候已经过去。

原因：要求别人在过去的一天办好，谁也做不到；多半是沿用了以前的文字，或者年份写错。

公式：建议的「时限」是日期（含“X月底前”），或者时限、内容中写明“20XX年X月（X日、底）前”，这一天早于
成文日期；没有成文日期的、不可信的，早于发布日期。一条建议只报告一次。写有“已、应于、原定”的不核对。

依据：建议应当可以执行；日期互相印证是通行的核对要求。

反例：2025 年 2 月 13 日成文的报告，建议的时限是 2024-03-31。

正例：时限是 2025-03-31。

改法：核对年份；沿用以前文字的，改写。
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.calendar import is_absurd
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.findings import Recommendation
from generator.values.deadlines import deadline
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE, needs.DATED, needs.RECOMMENDATIONS)

_BEFORE = lazily(
    r"((?:19|20)\d{2})年(?:(\d{1,2})月(?:(\d{1,2})日|[底末])?(?:[之以]?前"
    r"|[底末](?=[，,。；]|$))|年?[底末][之以]?前)",
    re.ASCII,
)
_TOLD = lazily(
    r"前[^，,。；]{0,4}(?:形成|发生|的|已|建成|开工|投入|完成的)|已|应于|原定|原计划|逾期"
    r"|当时|自评|曾"
)


def check(subject: Subject) -> Iterator[Result]:
    """At the term, or at the text that names it."""
    disclosure, year = subject.evaluation.disclosure, subject.year
    dates = (disclosure.issued, disclosure.published)
    made = next((day for day in dates if day and not is_absurd(day, year)), None)
    if made is None:
        return
    for n, advice in enumerate(subject.item.recommendations):
        for field, day in _days(advice):
            if day < made and not is_absurd(day, year):
                yield Result(
                    ("recommendations", n, field),
                    f"建议的时限 {day} 在成文日期 {made} 以前",
                    "请核对年份；沿用以前文字的，请改写",
                    str(day),
                    f"晚于 {made}",
                )
                break


def _days(advice: Recommendation) -> Iterator[tuple[str, date]]:
    """The last days it names, with the fields they stand in."""
    due = advice.due or ""
    if day := deadline(due):
        yield "due", day
    for field, text in (("due", due), ("text", advice.text)):
        plain = half_width(text)
        for match in _BEFORE.finditer(plain) if not _TOLD.search(plain) else ():
            year, month = int(match[1]), int(match[2] or _DECEMBER)
            if 1 <= month <= _DECEMBER:
                last = monthrange(year, month)[1]
                yield field, date(year, month, min(int(match[3] or last) or last, last))


_DECEMBER = 12
