"""The same evaluation entered twice, as happens when a copied file is not changed enough."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.intake.records import Record
from generator.model.project import Project
from generator.values.names import folded
from generator.values.text import shown


def faults(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Each further record of one year, department, project, unit and type."""
    seen: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in records:
        if record.evaluation.project is not None:
            seen[_identity(record, record.evaluation.project)].append(record)
    for first, *others in seen.values():
        for other in others:
            name = shown(other.evaluation.name)
            yield other.form.fault(
                "duplicate-evaluation", ("project", "name"),
                f"项目「{name}」在本年度已有同一类型的评价记录 {first.path}",
                "请核对是否重复录入；确属两项时请写明实施单位",
                found=name, severity=Severity.WARNING,
            )  # fmt: skip


def _identity(record: Record, project: Project) -> tuple[object, ...]:
    evaluation = record.evaluation
    kind = evaluation.evaluation_type, evaluation.period
    names = folded(project.name), folded(project.unit or "")
    return record.year, record.department.id, *names, kind
