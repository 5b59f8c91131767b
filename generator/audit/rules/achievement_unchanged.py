"""完成情况、偏差原因与上年一字不差。

同一项目两年的「完成情况」，或者同一指标写有数字、日期的「偏差原因」逐字相同。

原因：每年做的事不会完全一样，一字不差多半是沿用了上年的文字。

公式：与上一年度同一项目、同类时点的文件（或「关联」所指、年度更早的文件）相比，绩效目标的「完成情
况」在二十字以上，去掉空格和全半角的差别后逐字相同；或者名称相同（两份里各只一项）的指标，
「偏差原因」写有数字、十五字以上，逐字相同。上年的内容整份沿用的，由
unchanged-from-last-year 提示，这里不重复。

依据：通行做法；评价应当反映当年的实际情况。只作提示。

反例：2024 年的跟踪评价写“截至2023年底建成站点14个”，与 2023 年的一字不差。

正例：写“截至2024年底建成站点26个”。

改法：核对是否沿用了上年的文字，写明本年的完成情况。
"""

from collections.abc import Iterator, Mapping

from generator.audit.base import Result
from generator.audit.dossier.last_year import by_name
from generator.audit.earlier import earlier
from generator.audit.manual import name_of
from generator.audit.rules import unchanged_from_last_year
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.intake.records import Record
from generator.model.items import Item
from generator.source import At
from generator.values.lazily import lazily
from generator.values.names import folded
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = ()

_LONG, _LONG_REASON = 20, 15
_TELLING = lazily("[0-9０-９]")
"""Without a number a reason may well hold for two years."""


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the later text."""
    for entry in catalog.items(document):
        every = _texts(entry.matter.item)
        before, _ = catalog.neighbours(entry)
        for record, matter in earlier(catalog, entry) if every else ():
            if is_said_of_all(entry, before, record):
                continue
            then = {named: folded(text) for named, (_, text) in _texts(matter.item).items()}
            same = [one for named, one in every.items() if folded(one[1]) == then.get(named)]
            for at, text in same:
                yield Result(
                    (*entry.at, *at),
                    f"{'偏差原因' if at[0] == 'indicators' else '完成情况'}与 {record.year} 年度"
                    f"（{record.path}）一字不差",
                    "请核对是否沿用了上年的文字",
                    shown(text),
                )
            if same:
                break


def _texts(item: Item) -> Mapping[str, tuple[At, str]]:
    """What must differ from year to year, with its place, by what it is of."""
    found: dict[str, tuple[At, str]] = {}
    achieved = item.objective.achieved or ""
    if len(achieved) >= _LONG:
        found[""] = (("objective", "achieved"), achieved)
    for name, row in by_name(item).items():
        reason = row.indicator.deviation_reason or ""
        if len(reason) >= _LONG_REASON and _TELLING.search(reason):
            found[name] = (row.at("deviation_reason"), reason)
    return found


def is_said_of_all(entry: Entry, before: Entry | None, record: Record) -> bool:
    """Whether the whole document is said to be that of last year, which this record is."""
    if before is None or record is not before.record:
        return False
    is_asked = name_of(unchanged_from_last_year) not in entry.kind.unchecked
    return is_asked and unchanged_from_last_year.taken_over(entry, before) is not None
