"""所引文件的名称是另一年的。

「关联」写的文件名称，与它所指的那份文件不是同一年。

原因：读者按名称去找，找到的是另一份文件；多半是沿用了往年的文字。

公式：「关联」的名称写有年份，所指记录在本站，它的标题也写有年份，两边没有一个年份相同，而记录的
年度也不在名称所写的年份之中。

依据：引用文件应当写准标题，公文处理的通行要求。

反例：关联的名称写“2021年度……自评表”，所指记录的标题是“2024年度……自评表”。

正例：两处都写 2024 年度。

改法：核对名称中的年份，或核对“关联”所指的记录。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.text import half_width, shown

SEVERITY = Severity.WARNING
NEEDS = (needs.RELATED,)

_YEAR = lazily(r"(?<!\d)((?:19|20)\d\d)(?!\d)", re.ASCII)


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the name that is quoted."""
    for n, reference in enumerate(catalog.relations.named_by(document.record)):
        named, other = reference.related.name, reference.record
        if not named or other is None:
            continue
        told, due = _years(named), _years(other.head.title)
        if told and due and not told & (due | {other.year}):
            yield Result(
                ("related", n, "name"),
                f"关联的名称写「{shown(named)}」，所指的文件是「{other.head.title}」",
                "请核对名称中的年份，或核对所指的记录",
                shown(named),
                other.head.title,
            )


def _years(title: str) -> frozenset[int]:
    return frozenset(int(year) for year in _YEAR.findall(half_width(title)))
