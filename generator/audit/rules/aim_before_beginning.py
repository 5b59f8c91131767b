"""要求完成的时间早于项目开始。

预期目标要求在某年以前完成，而那一年比项目开始的年份还早。

原因：多半是从往年的表里抄来的一句，年份没有改。

公式：预期目标、调整后目标或实施期目标写“20XX年（底、X月）前”，这一年早于本文件所说的各年（年度、期
间、按年度的资金、起止时间一栏写的年份）中最早的一年。同一分句写有“已、以来、此前、截至、存量、遗留、
基础、原、欠、上年、登记、出生”的，或者“前”字后面接“的、已、建成、投入、退休”的，不核对。

依据：年度绩效目标是预算年度内要达到的产出和效果（财预〔2015〕88号）。只作提示。

反例：2025 年 3 月开始的项目，预期目标写“2023年底前全部开放”。

正例：写“2025年底前全部开放”。

改法：核对要求完成的年份和项目开始的年份。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.AIMING,)

_DUE = lazily(
    r"(?<!\d)((?:19|20)\d\d)年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末]|[上下]旬|中旬)?"
    r"(?:之前|以前|前)(?![的已建投退入]|出生)",
    re.ASCII,
)
_BACK = lazily("已|以来|此前|截[至止]|存量|遗留|基础|原|欠|上年|登记|出生|历年|巩固|继续|[旧老]")
_YEAR = lazily(r"(?<!\d)((?:19|20)\d\d)(?!\d)", re.ASCII)
_CLAUSE = lazily("[，,。；;\n]")
_FIELDS = ("expected", "adjusted", "whole_term")
_TERM = lazily("起止|期限|时间|周期")


def check(subject: Subject) -> Iterator[Result]:
    """At the objective."""
    aims = subject.item.objective
    for field in _FIELDS:
        text = half_width(getattr(aims, field) or "")
        for clause in _CLAUSE.split(text) if "前" in text else ():
            due = _DUE.search(clause)
            if due is None or _BACK.search(clause):
                continue
            begins = _first_year(subject)
            if int(due[1]) < begins:
                yield Result(
                    ("objective", field),
                    f"目标写「{due[0]}」完成，而项目从 {begins} 年开始",
                    "请核对年份",
                    due[1],
                    f"不早于 {begins} 年",
                )
                break


def _first_year(subject: Subject) -> int:
    """The earliest year that the document is about, by its own columns too."""
    project = subject.item.project
    columns = project.extra.items() if project else ()
    told = (
        int(year)
        for name, value in columns
        if isinstance(value, str) and _TERM.search(name)
        for year in _YEAR.findall(half_width(value))
    )
    return min((*subject.fiscal_years, *told))
