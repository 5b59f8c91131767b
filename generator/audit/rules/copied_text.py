"""与其他部门的文字相同。

一段六十字以上的文字，在另一个部门的记录里一字不差。

原因：不同部门的项目不会有完全一样的情况，整段相同多半是照抄，没有按本单位的实际情况写。

公式：正文各段、问题和建议中，去掉空格后六十字以上的段落，在不同部门（更名的按继任部门算作一个）
的记录中完全相同。每份记录只提示一次，放在较晚登记的一份，并指出最早的一份。超过三个部门相同的，
视为统一的格式文字，不提示。同一部门各年之间不比较。

依据：通行做法；绩效自评要求结合本单位实际填写。

反例：两个局的“存在问题”有一段 120 字完全相同。

正例：引用同一个不到六十字的文件标题；全市统一的评价方法说明。

改法：按本单位的实际情况重写。
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.base import Result
from generator.catalog import Catalog
from generator.diagnostics import Severity
from generator.intake.passages import Passage, passages
from generator.intake.records import Record
from generator.model.publisher import Thresholds
from generator.values.text import shown

SEVERITY = Severity.HINT
NEEDS = ()
_MOST_DEPARTMENTS = 3


def check(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Result]]:
    """At the first text of a record that an earlier record of another department has."""
    del thresholds
    owners: dict[str, dict[str, Record]] = defaultdict(dict)
    places: list[tuple[Record, Passage]] = []
    for document in reversed(catalog.documents):
        record = document.record
        department = catalog.today(record.department)
        for passage in record.head.passages:
            owners[passage.digest].setdefault(department, record)
            places.append((record, passage))
    said: set[str] = set()
    for record, passage in places:
        first = next(iter(owners[passage.digest].values()))
        shared = 1 < len(owners[passage.digest]) <= _MOST_DEPARTMENTS
        own = catalog.today(record.department) == catalog.today(first.department)
        if shared and not own and record.path not in said:
            said.add(record.path)
            text = dict(passages(record.evaluation))[passage]
            yield (
                record,
                Result(
                    passage.at,
                    f"「{shown(text)}」与{first.department.name}的记录 {first.path} 整段相同",
                    "请按本单位的实际情况重写",
                    shown(text),
                ),
            )
