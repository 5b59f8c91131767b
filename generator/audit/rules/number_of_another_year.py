"""文号的年份与日期不符。

文号或索引号中的年份，与成文、发布日期相差两年以上。

原因：文号按年编排，年份和日期差得远，多半有一个是沿用旧文没有改。

公式：文号、索引号中只有一个年份，而它与成文日期、发布日期的年份都相差两年以上。相差一年的不提示：
年初发文用上年文号、隔年补登目录都有。日期不可信的，由 date-implausible 报告。索引号怎样编各地不
同，这里只作提示。

依据：《党政机关公文处理工作条例》第九条：发文字号由发文机关代字、年份、发文顺序号组成；与日期一致
是通行的核对要求。

反例：文号“示教财〔2021〕12号”，成文日期 2024-03-15。

正例：文号“示教财〔2023〕96号”，成文日期 2024-01-05。

改法：对照原件核对文号和日期。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.calendar import is_absurd
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.NUMBERED, needs.DATED)
_YEAR = lazily(r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2})(?![0-9])")
_APART = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the number."""
    disclosure = subject.evaluation.disclosure
    days = [
        (name, day)
        for name, day in (("成文日期", disclosure.issued), ("发布日期", disclosure.published))
        if day is not None and not is_absurd(day, subject.year)
    ]
    for field, name in (("document_number", "文号"), ("index_number", "索引号")):
        number = getattr(disclosure, field)
        years = set(map(int, _YEAR.findall(half_width(number or ""))))
        if len(years) != 1 or not days:
            continue
        (year,) = years
        if all(abs(year - day.year) >= _APART for _, day in days):
            told = "、".join(f"{label} {day}" for label, day in days)
            yield Result(
                ("disclosure", field),
                f"{name}「{number}」是 {year} 年的，而{told}",
                f"请核对{name}和日期",
                str(year),
                str(days[0][1].year),
            )
