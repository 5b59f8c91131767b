"""文字所说的评价年度与标题不同。

标题是一个年度的项目，结论或正文说评价的是另一个年度的项目。

原因：多半是沿用了上年的文字；读者不知道说的是哪一年的钱。

公式：标题恰好写有一个年份，就是本记录的年度；结论意见、说明或正文写“（对、评价、通报……）20XX年度……
项目（资金、支出）……评价（自评、复核、监控）”，这个年份不在本文件所说的年度之内，标题里也没有；或者
写“评价时段（期间、基准日）为20XX年……”，其中没有一个是本文件所说的年度。写有上年、以前、根据、依
据、结合、结果、历年、对比的分句不核对。标题、预期目标、完成情况由year-mismatch 核对。

依据：通行的文字核对要求：同一事项前后一致。只作提示。

反例：标题“2023年度项目绩效评价结果的通报”，意见写“对2022年度的4个项目作了评价”。

正例：意见写“对2023年度的4个项目作了评价”。

改法：核对所评价的年度，把文字与标题改为一致。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import without_names
from generator.diagnostics import Severity
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.AIMING)

_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_JUDGED = re.compile(
    r"(?<![0-9至到—\-])((?:19|20)[0-9]{2})年度?(?:的|市级|本级|预算|财政|部门|重点"
    r"|[0-9]{1,3}|[一二三四五六七八九十]|个|项|笔){0,6}"
    r"[^，,。；\n0-9]{0,14}(?:项目|资金|支出|政策)[^，,。；\n0-9]{0,14}(?:评价|自评|复核|监控|评估)"
)
_SPAN = re.compile(
    r"(?:评价|自评|监控|复核)的?(?:时段|期间|时间段|时间范围|年度|区间|基准日)[^，,。；\n0-9]{0,6}"
    r"((?:19|20)[0-9]{2})年[^，,。；\n]{0,24}"
)
"""`评价时段为2022年1月1日至2022年12月31日`."""
_BACK = re.compile(
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
        plain = without_names(text.plain)
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
