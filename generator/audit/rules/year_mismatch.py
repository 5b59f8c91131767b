"""年度与记录不符。

标题或绩效目标写的年度，与记录所属年度不同。

原因：多半是沿用上年的文字没有改；读者无法确定说的是哪一年的钱。

公式：标题中有年份，却没有一个是（或年份区间包含）记录的年度；写明期间或资金按年度列出的，所及各年都
算。项目名称、项目编码本身带有的年份和书名号、文号里的不算；事前的文件写下一年度、一次列出许多项目的
文件写相邻年度，不算。绩效目标的一句话以早于记录年度的年份开头（如“2022年完成……”），而这段文字没有提
到记录的年度；事前的文件，预期目标写的期限（如“2022年11月底前”）早于记录年度，而没有提到记录年度的，
同样报告。“2022年以来”“2022年底”“比2022年”等回顾、比较和更晚的年份不算。事后的文件，正文小标题只写了
更早的年份，又不是回顾、对比、结转、整改，下面的文字也没有提到那一年的，同样报告。整改的文件不核对。
指标由 indicator-of-another-year 核对，文号由 number-of-another-year 核对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）按预算年度开展评价；年度一致是通行的核对要
求。

反例：2023年度的记录，预期目标写“2022年水稻承保 38.5 万亩”。

正例：2023年度的记录，目标写“到2025年建成”“比2022年提高 5%”。

改法：核对年度，或把记录移到正确的年度文件夹。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import without_names
from generator.diagnostics import Severity
from generator.model.kinds import Block, Timing
from generator.source import At
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.ERROR
NEEDS = (needs.AIMING,)

_YEAR = lazily(r"(?<![0-9])((?:19|20)[0-9]{2})(?:年|(?=\s?[-—–~～至]{1,3}\s?(?:19|20)[0-9]{2}年))")
_RANGE = lazily(r"((?:19|20)[0-9]{2})年?度?\s?[-—–~～至]{1,3}\s?((?:19|20)[0-9]{2})年")
_OPENING = lazily(
    r"(?:^|[。；;！!\n])\s{0,4}(?:[（(]?[0-9一二三四五六七八九]{1,2}[、.．)）]\s{0,2})?(?:在|全年|完成)?"
    r"((?:19|20)[0-9]{2})年度?(?![0-9]{1,2}月|[底末初起前以至到\-—–~～、和及]|度?[以之]|结转|年初)"
)

_DUE = lazily(
    r"(?<![0-9])((?:19|20)[0-9]{2})年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:[之以]?前|底前?|末前?)"
)
"""A limit of time: `2024年11月底前`."""
_BACK = lazily("上年|以前|往年|历年|回顾|对比|比较|结转|整改|遗留|问题|结余|以来|至今|立项|背景")
"""Words of a heading that looks back on purpose."""


def check(subject: Subject) -> Iterator[Result]:
    """At the title, or at the objective."""
    years = subject.fiscal_years
    if subject.is_whole:
        yield from _title(subject, years | _besides(subject))
        yield from _headings(subject, years)
    objective = subject.item.objective
    if subject.kind.timing is Timing.BEFORE:
        planned = without_names(half_width(objective.expected or ""))
        past = [word for word in _DUE.findall(planned) if int(word) < min(years)]
        if past and not any(f"{year}年" in planned for year in years):
            yield _result(("objective", "expected"), "预期目标", past[0], subject.year)
            return
    for field, name in (("expected", "预期目标"), ("achieved", "完成情况")):
        text = without_names(half_width(getattr(objective, field) or ""))
        earlier = [word for word in _OPENING.findall(text) if int(word) < min(years)]
        if earlier and "本年" not in text and not any(str(year) in text for year in years):
            yield _result(("objective", field), name, earlier[0], subject.year)


def _besides(subject: Subject) -> frozenset[int]:
    """Years that a title may name though they are not the record's.

    What is planned is of the year to come. A list of results is of the year in which it is told, or
    of that in which the money was spent, and is filed under either.
    """
    kind, year = subject.kind, subject.year
    if kind.timing is Timing.BEFORE:
        return frozenset({year + 1})
    return frozenset({year - 1, year + 1}) if Block.ITEMS in kind.required else frozenset()


def _title(subject: Subject, years: frozenset[int]) -> Iterator[Result]:
    title = without_names(half_width(subject.evaluation.title))
    project = subject.evaluation.project
    own = half_width(f"{project.name} {project.code or ''}") if project else ""
    stated = [word for word in _YEAR.findall(title) if word not in own]
    spans = [(int(first), int(last)) for first, last in _RANGE.findall(title)]
    is_spanned = any(first <= year <= last for first, last in spans for year in years)
    if stated and not is_spanned and not any(str(year) in title for year in years):
        yield _result(("title",), "标题", stated[0], subject.year)


def _headings(subject: Subject, years: frozenset[int]) -> Iterator[Result]:
    """Of the prose: what a heading tells of an earlier year, and of no other."""
    if subject.kind.timing is not Timing.AFTER:
        return
    for n, section in enumerate(subject.evaluation.sections):
        if "年" not in section.title:
            continue
        heading = without_names(half_width(section.title))
        told = [int(word) for word in _YEAR.findall(heading)]
        looks_back = _BACK.search(heading) or any(str(y) in (section.text or "") for y in told)
        if told and max(told) < min(years) and not looks_back:
            yield _result(("sections", n, "title"), "小标题", str(told[0]), subject.year)


def _result(path: At, name: str, found: str, year: int) -> Result:
    return Result(
        path,
        f"{name}写的是 {found} 年，而记录属于 {year} 年度",
        "请核对年度，或把记录移到正确的年度文件夹",
        found,
        str(year),
    )
