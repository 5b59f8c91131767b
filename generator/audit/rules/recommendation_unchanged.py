"""建议与上一份文件一字不差。

同一项目的一条建议，与上一年的文件逐字相同。

原因：上次建议的事，这次应当说做了没有；原样再写一遍，多半是沿用了上次的文字。

公式：与上一年度同一项目的文件，以及「关联」所指、年度较早的文件相比，一条建议在十二字以上，去掉空
格和全半角的差别后逐字相同。问题写“新发现、本年发现”的，与上次的一个问题逐
字相同，也提示。每条提示一次。整改报告不比较；整份都与上年相同
的，由 unchanged-from-last-year 提示。

依据：通行做法；评价应当反映当年的实际情况。只作提示。

反例：2025 年 2 月的报告建议“2024年3月底前完成弃土场选址”，与上年的一字不差。

正例：写“上年建议的弃土场选址没有落实，2025年4月底前完成”。

改法：核对是否沿用了上次的文字；没有落实的，写明并改写时限。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.earlier import earlier
from generator.audit.rules.achievement_unchanged import is_said_of_all
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.names import folded
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = (needs.RECOMMENDATIONS,)

_LONG = 12
_NEW = lazily("新发现|新增问题|新出现|(?:本年|本次|今年)[^，,。]{0,4}发现")
"""Words of a problem that was not there before."""


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the later recommendation."""
    for entry in catalog.items(document):
        item = entry.matter.item
        advice, findings = item.recommendations, item.findings
        is_new = any(_NEW.search(one.text) for one in findings)
        if not advice and not is_new:
            continue
        last, _ = catalog.neighbours(entry)
        before = {
            folded(one.text): record
            for record, matter in earlier(catalog, entry)
            if not is_said_of_all(entry, last, record)
            for one in matter.item.recommendations
            if len(one.text) >= _LONG
        }
        yield from _found(catalog, entry) if is_new else ()
        for n, one in enumerate(advice if before else ()):
            if record := before.get(folded(one.text)):
                yield Result(
                    (*entry.at, "recommendations", n, "text"),
                    f"建议「{shown(one.text)}」与 {record.year} 年度（{record.path}）一字不差",
                    "请核对是否沿用了上次的文字；没有落实的，请写明并改写时限",
                    shown(one.text),
                )


def _found(catalog: Catalog, entry: Entry) -> Iterator[Result]:
    """Problems that are called new, and stand in the document before word for word."""
    before = {
        folded(one.text): record
        for record, matter in earlier(catalog, entry)
        for one in matter.item.findings
        if len(one.text) >= _LONG
    }
    for n, one in enumerate(entry.matter.item.findings):
        record = before.get(folded(one.text))
        if record and _NEW.search(one.text):
            yield Result(
                (*entry.at, "findings", n, "text"),
                f"问题写新发现，与 {record.year} 年度（{record.path}）一字不差",
                "请核对是否沿用了上次的文字；是上次的问题没有解决的，请写明",
                shown(one.text),
            )
