"""关联的记录不在本站。

「关联」写了本站的一份记录，而本站没有这份记录。

原因：读者点不到所整改、复核的那份文件；多半是年度、部门或编号写错了，或者那份记录还没有发布。

公式：「关联」中填写了「记录」，而已发布的记录中没有这个 年度/部门/编号。只写名称或网址的，本来就
不在本站，不核对。

依据：通行做法；一份文件答复另一份的，应当能找到那一份。

反例：记录写 2023/shili-zhujian/old-neighborhood，而文件名是 old-neighbourhood.yml。

正例：不在本站的，写明名称和网址。

改法：核对“记录”所写的地址；那份文件不在本站的，改填“网址”。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.catalog import Catalog
from generator.diagnostics import Severity
from generator.intake.records import Record
from generator.model.publisher import Thresholds
from generator.values.text import nearest, shown

SEVERITY = Severity.HINT
NEEDS = (needs.RELATED,)


def check(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Result]]:
    """At the reference."""
    del thresholds
    for record in catalog.records:
        for n, reference in enumerate(catalog.relations.named_by(record)):
            named = reference.related.record
            if not named or reference.record is not None:
                continue
            guess = nearest(named, [other.address.strip("/") for other in catalog.records])
            asked = f"是否应为「{guess}」？" if guess else ""
            yield (
                record,
                Result(
                    ("related", n, "record"),
                    f"「关联」所写的记录「{shown(named)}」不在本站已发布的记录中",
                    f"{asked}不在本站的，改写名称和网址；还没有发布的，发布后即可链接",
                    shown(named),
                    guess or "",
                ),
            )
