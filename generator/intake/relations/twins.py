"""The same evaluation entered twice, as happens when a copied file is not changed enough."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.intake.records import Record
from generator.values.text import shown


def faults(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Each further record of one year, department, project, unit and type."""
    seen: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in records:
        if twin := record.head.twin:
            seen[record.year, record.department.id, *twin].append(record)
    for first, *others in seen.values():
        for other in others:
            name = shown(other.evaluation.name)
            yield other.form.fault(
                "duplicate-evaluation", ("project", "name"),
                f"项目「{name}」在本年度已有同一类型的评价记录 {first.path}",
                "请核对是否重复录入；确属两项时请写明实施单位",
                found=name, severity=Severity.WARNING,
            )  # fmt: skip
