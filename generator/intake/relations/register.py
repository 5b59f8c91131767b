"""What departments.yml says of itself: ids told apart, references that exist."""

from collections.abc import Iterator

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.model.register import Departments


def faults(register: Form[Departments]) -> Iterator[Diagnostic]:
    """Regions and departments must be told apart, and departments name some that exist."""
    entries = register.value
    if entries is None:
        return
    yield from _doubled(register, "regions", [region.id for region in entries.regions])
    yield from _doubled(register, "departments", [d.id for d in entries.departments])
    yield from _unknown(register, entries)


def listed(entries: Departments) -> Departments:
    """What pages can list: the first of each id, and departments whose region exists."""
    regions = {region.id: region for region in reversed(entries.regions)}
    departments = {d.id: d for d in reversed(entries.departments)}
    return entries.model_copy(
        update={
            "regions": tuple(r for r in entries.regions if r is regions[r.id]),
            "departments": tuple(
                d for d in entries.departments if d is departments[d.id] and d.region in regions
            ),
        }
    )


def _doubled(register: Form[Departments], kind: str, ids: list[str]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for n, name in enumerate(ids):
        if name in seen:
            message = f"「{register.label((kind,))}」中的编号「{name}」重复"
            remedy = "请改用另一个编号"
            yield register.fault("duplicate-id", (kind, n, "id"), message, remedy, found=name)
        seen.add(name)


def _unknown(register: Form[Departments], entries: Departments) -> Iterator[Diagnostic]:
    regions = {region.id for region in entries.regions}
    known = {department.id for department in entries.departments}
    choices = {"region": regions, "parent": known, "successor": known}
    for n, department in enumerate(entries.departments):
        for name, existing in choices.items():
            value = getattr(department, name)
            itself = name != "region" and value == department.id
            if value is not None and (itself or value not in existing):
                path = ("departments", n, name)
                message = f"「{register.label(path)}」引用的编号「{value}」不存在"
                yield register.fault(
                    "unknown-reference", path, message, "请先登记，或核对编号", found=value
                )
