"""标题写的是另一个部门。

报告的标题里写着另一个部门的全称，而没有写它所在部门的名称。

原因：多半是复制另一个部门的记录后没有改标题，或放错了文件夹；读者会在一个部门名下看到另一个部门的报告。

公式：标题里有登记表中另一个部门的名称（四个字以上），而没有本部门的名称、简称、曾用名或上级的名称；另一
个部门不是它的上级、下级、继任或被继任的部门。

依据：通行的核对要求。受托评价、代管等情形可能属实，只作提示。

反例：放在教育局文件夹里的记录，标题是“2023年度示例市水利局部门整体支出绩效评价报告”。

正例：标题是“2023年度示例市教育局部门整体支出绩效评价报告”。

改法：核对标题和记录所在的部门；标题抄错的改正，放错文件夹的移走。
"""

from collections.abc import Iterator, Mapping

from generator.audit.base import Result
from generator.catalog import Catalog
from generator.diagnostics import Severity
from generator.intake.records import Record
from generator.model.publisher import Thresholds
from generator.model.register import Department

SEVERITY = Severity.HINT
NEEDS = ()

_SHORTEST = 4


def check(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Result]]:
    """At the title, for the longest other name in it."""
    del thresholds
    registered = {department.id: department for department in catalog.registered}
    names = sorted(
        ((name, one.id) for one in registered.values() for name in _names(one)),
        key=lambda named: (-len(named[0]), named),
    )
    for document in catalog.documents:
        record = document.record
        title, own = record.head.title, record.department
        own_names = (*_names(own), *own.aliases, *_above(own, registered))
        if any(name in title for name in own_names):
            continue
        told = ((name, other) for name, other in names if name in title)
        name, other = next(told, ("", own.id))
        if other != own.id and not _are_kin(own, registered[other]):
            yield (
                record,
                Result(
                    ("title",),
                    f"标题写的是「{name}」，而记录放在「{own.name}」的文件夹里",
                    "请核对标题，或把记录移到那个部门的文件夹",
                    name,
                    own.name,
                ),
            )


def _names(department: Department) -> tuple[str, ...]:
    """Its full names, now and before; a short one may be part of any title."""
    return tuple(
        name for name in (department.name, *department.former_names) if len(name) >= _SHORTEST
    )


def _above(department: Department, registered: Mapping[str, Department]) -> tuple[str, ...]:
    above = registered.get(department.parent or "")
    return _names(above) if above else ()


def _are_kin(one: Department, other: Department) -> bool:
    """Whether one stands above the other, or took its place."""
    ids = {one.id, other.id}
    return bool(ids & {one.parent, other.parent, one.successor, other.successor})
