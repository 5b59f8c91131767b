"""累计数比上一份文件还少。

累计完成的数，比上一年的文件写的累计数还少。

原因：累计数只增不减；少了，两份文件至少有一份写错。

公式：与上一年度同一项目的文件，以及「关联」所指、年度较早的文件相比：（1）名称含“累计”、去掉年份和
“年底”一类的字后相同的指标，计量单位相同，完成值少于那一份的；（2）完成情况中“累计”后面事情和单位相
同（如“累计疏浚河道”）的数，少于那一份的，指标已报告的不再报告。写有核减、调整、更正、剔除、口径的
不核对。

依据：累计数的定义；跟踪评价、运行监控应与前期数据衔接。

反例：2023 年底累计疏浚河道 26.4 公里，2024 年底累计 24.8 公里。

正例：2024 年底累计 34.8 公里。

改法：核对两份文件；核减、调整过的，写明原因。
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit.base import Result
from generator.audit.dossier.quantities import quantities
from generator.audit.dossier.rows import Row, rows_of
from generator.audit.earlier import earlier
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.model.items import Item
from generator.source import At
from generator.values.lazily import lazily

SEVERITY = Severity.WARNING
NEEDS = ()

_CUMULATIVE = "累计"
_DATED = lazily(r"[（(]?(?:截[至止])?(?:(?:19|20)[0-9]{2}年?)?(?:年?[底末])?[）)]?|累计|[（）()]")
_REVISED = lazily("核减|调整|更正|剔除|口径|重新|核销|修正|报废|拆除")
_SHORTEST = 2


class _Total(NamedTuple):
    path: At
    number: Decimal
    said: str


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the smaller figure."""
    for entry in catalog.items(document):
        now = _totals(entry.matter.item)
        if not now or _REVISED.search(_notes(entry.matter.item)):
            continue
        said: set[str] = set()
        for record, matter in earlier(catalog, entry):
            before = _totals(matter.item)
            for key, told in now.items():
                then = before.get(key)
                if then and told.number < then.number and key[0] not in said:
                    said.add(key[0])
                    yield Result(
                        (*entry.at, *told.path),
                        f"累计数写 {told.said}，{record.year} 年度（{record.path}）已经是"
                        f" {then.said}",
                        "请核对两份文件；核减、调整过的，请写明",
                        told.said,
                        f"不少于 {then.said}",
                    )


def _totals(item: Item) -> Mapping[tuple[str, str], _Total]:
    """What a document has reached in all, by what it is of and its unit: rows before prose."""
    found: dict[tuple[str, str], _Total] = {}
    for row in _rows(item):
        indicator = row.indicator
        if (number := indicator.actual_number) is not None:
            key = (_DATED.sub("", indicator.name), indicator.counted_in)
            found[key] = _Total(row.at("actual"), number, indicator.actual_shown)
    path = ("objective", "achieved")
    achieved = item.objective.achieved or ""
    for one in quantities(achieved) if _CUMULATIVE in achieved else ():
        name = one.before.partition(_CUMULATIVE)[2]
        if len(name) >= _SHORTEST:
            found.setdefault((name, one.unit), _Total(path, one.value, one.said))
    return found


def _rows(item: Item) -> Sequence[Row]:
    """Those that are of all there is so far."""
    if not any(_CUMULATIVE in row.name for top in item.indicators for row in top.tree()):
        return ()
    rows = rows_of(item.indicators, ("indicators",), 1, None)
    return [row for row in rows if _CUMULATIVE in row.indicator.name]


def _notes(item: Item) -> str:
    told = (
        text
        for row in _rows(item)
        for text in (row.indicator.explanation, row.indicator.deviation_reason)
    )
    return "\n".join(text for text in (*told, item.objective.adjusted) if text)
