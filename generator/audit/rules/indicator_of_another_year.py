"""指标写的是以前年度。

指标的名称、指标值或佐证写着一个年份，早于报告所评价的年度。

原因：多半是沿用以前年度的申报表没有改；读者无法确定这一项说的是哪一年的任务。

公式：名称、指标值或佐证中单独写明的年份（“2021年”“2021年度”“2021年12月底前”），早于记录的年度、期间
所及的各年和资金按年度各行中最早的一个。书名号、方括号、六角括号里的，文号，跨年的写法（“2021—2025
年”），起算的（截至、自、从、始于、以来、起），比较的（上年、比、较、同比、基数、基期），结转、尾
款、欠款等以前年度的资金，届、级、版，规划、计划、方案、普查等名称，以及项目名称、编码本身带有的年份
不算；更晚的年份是远期目标，不算。属实的情况不少，这里只作提示。标题和绩效目标由 year-mismatch 核
对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）按预算年度开展评价；年度一致是通行的核对要
求。

反例：2023年度的自评表，指标“2021年度培训场次”；指标值“2022年12月底前完成”。

正例：2023年度的自评表，指标值“较2022年提高5%”“到2025年建成”；指标“2021年结转资金使用率”；佐证“截至
2022年的台账”。

改法：核对年度；属实的，可以不改。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import without_names
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.AIMING, needs.ROWS)

_YEAR = lazily(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年")
_BEFORE = lazily(
    r"(?:截至|截止到?|[自从比较与同至到于]|始于|起于|相比|对比|同比|上年|去年|以前|历年|往年"
    r"|(?:19|20)[0-9]{2}年?度?\s?[-—–~～、和及]{1,3}\s?)\s?[（(]?$"
)
_AFTER = lazily(
    r"度?\s?(?:以来|[之以]?[前后]|起|始|[-—–~～至到、和及]|[届级版]|同期|相比|相较|基数|基期|水平|基础|"
    r"[^，。；]{0,6}(?:结转|结余|尾款|欠|质保金|遗留|续建|补助清算|清算)"
    r"|[^，。；]{0,12}(?:规划|计划|行动|方案|普查|条例|办法|批次|决算))"
)
_FIELDS = (("name", "名称"), ("target", "指标值"), ("evidence", "佐证"))


def check(subject: Subject) -> Iterator[Result]:
    """At the cell; of several years in it at the first."""
    first = min(subject.fiscal_years)
    project = subject.item.project or subject.evaluation.project
    own = half_width(f"{project.name} {project.code or ''}") if project else ""
    for row in subject.rows:
        for field, label in _FIELDS:
            text = getattr(row.indicator, field)
            if not text or "年" not in text:
                continue
            named = without_names(half_width(text))
            years = (m for m in _YEAR.finditer(named) if m["year"] not in own)
            for match in years:
                if int(match["year"]) < first and _is_of_the_task(named, match):
                    yield Result(
                        row.at(field),
                        f"{row.name}的{label}写有 {match['year']} 年，"
                        f"而记录属于 {subject.year} 年度",
                        "请核对年度；属实的，可以不改",
                        match["year"],
                        str(subject.year),
                    )
                    break


def _is_of_the_task(text: str, match: re.Match[str]) -> bool:
    """Whether nothing around a year makes it one that is looked back at, or a part of a name."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    return not _BEFORE.search(before) and not _AFTER.match(text, match.end())


_REACH = 12
