"""文字所说的评价年度与标题不同。

标题是一个年度的项目，结论或正文说评价的是另一个年度的项目。

原因：多半是沿用了上年的文字；读者不知道说的是哪一年的钱。

公式：标题恰好写有一个年份，就是本记录的年度；结论意见、说明或正文写“（对、评价、通报……）20XX年度…
…项目（资金、支出）……评价（自评、复核、监控）”，这个年份不在本文件所说的年度之内，标题里也没有；或
者写“评价时段（期间、基准日）为20XX年……”，其中没有一个是本文件所说的年度；「期间」写明起止，“评价
时段为X日至Y日”是另外两天的，也提示；“对照20XX年度……目标表逐项打分（评分、自评）”是更早
一年的，也提示。写有上年、以前、根据、依据、结合、结果、历年、对比的分句不核
对。标题、预期目标、完成情况由year-mismatch 核对。

依据：通行的文字核对要求：同一事项前后一致。只作提示。

反例：标题“2023年度项目绩效评价结果的通报”，意见写“对2022年度的4个项目作了评价”。

正例：意见写“对2023年度的4个项目作了评价”。

改法：核对所评价的年度，把文字与标题改为一致。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.told_days import told_days
from generator.audit.subject import Subject
from generator.audit.wording import without_names
from generator.diagnostics import Severity
from generator.model.project import Period
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.AIMING)

_YEAR = lazily(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_JUDGED = lazily(
    r"(?<![0-9至到—\-])((?:19|20)[0-9]{2})年度?(?:的|市级|本级|预算|财政|部门|重点"
    r"|[0-9]{1,3}|[一二三四五六七八九十]|个|项|笔){0,6}"
    r"[^，,。；\n0-9]{0,14}(?:项目|资金|支出|政策)[^，,。；\n0-9]{0,14}(?:评价|自评|复核|监控|评估)"
)
_SPAN = lazily(
    r"(?:评价|自评|监控|复核)的?(?:时段|期间|时间段|时间范围|年度|区间|基准日)[^，,。；\n0-9]{0,6}"
    r"((?:19|20)[0-9]{2})年[^，,。；\n]{0,24}"
)
"""`评价时段为2022年1月1日至2022年12月31日`."""
_MARKED = lazily(
    r"(?:对照|按照?|根据|依据)[^，,。；\n0-9]{0,6}((?:19|20)[0-9]{2})年度?(?![0-9]|[至到—\-])"
    r"[^，,。；\n0-9]{0,18}目标(?:申报)?表?[^，,。；\n0-9]{0,6}(?:逐[项条]|打分|评分|赋分|自评)"
)
"""Points by the aims of a year."""
_DAYS = lazily(
    r"(?:评价|自评|监控|复核)的?(?:时段|期间|时间段|时间范围|区间)[^，,。；\n0-9]{0,6}"
    r"((?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日[至到—\-~～]{1,2}(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日)"
)
_BACK = lazily(
    "上年|同类|上一?次|以前|往年|根据|依据|按照|结合|参[照考]|历年|对比|相比|曾|已[对于]|整改"
    "|问题|[十百]强"
)
_CLAUSE = "，,。；\n"
_PARTS = frozenset(("result", "sections"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    title = {int(year) for year in _YEAR.findall(half_width(subject.evaluation.title))}
    if title != {subject.year}:
        return
    for text in subject.texts.prose.within(_PARTS):
        if text.path[-1] == "title" or not _YEAR.search(text.plain):
            continue
        if result := _of_days(subject.item.period, text):
            yield result
            continue
        plain = without_names(text.plain)
        if result := _of_marks(subject, text):
            yield result
            continue
        for match in (*_JUDGED.finditer(plain), *_SPAN.finditer(plain)):
            start = max(plain.rfind(sign, 0, match.start()) for sign in _CLAUSE) + 1
            clause = plain[start : match.end()]
            told = {int(year) for year in _YEAR.findall(match[0])}
            if told & subject.fiscal_years or _BACK.search(clause):
                continue
            yield Result(
                text.path,
                f"文字写「{match[0]}」，而标题是 {subject.year} 年度",
                "请核对所评价的年度",
                match[1],
                str(subject.year),
            )
            break


def _of_marks(subject: Subject, text: Passage) -> Result | None:
    """Where a report of what is over has its points from the aims of an earlier year."""
    match = _MARKED.search(text.plain)
    if match is None or int(match[1]) >= min(subject.fiscal_years):
        return None
    return Result(
        text.path,
        f"文字写「{text.quoted(match)}」，而标题是 {subject.year} 年度",
        "请核对所对照的目标是哪一年的",
        match[1],
        str(subject.year),
    )


def _of_days(period: Period | None, text: Passage) -> Result | None:
    """Where prose tells other first and last days than the head."""
    match = _DAYS.search(text.plain)
    days = [one.day for one in told_days(match[1])] if match else []
    if match is None or period is None or period.start is None or period.end is None:
        return None
    if len(days) != len((period.start, period.end)) or days == [period.start, period.end]:
        return None
    return Result(
        text.path,
        f"文字写「{match[0]}」，而期间是 {period.said}",
        "请核对评价时段",
        match[1],
        period.said,
    )
