"""What departments.yml says of itself: ids and names told apart, references that lead somewhere."""

from collections.abc import Iterator, Mapping

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic, Severity
from generator.model.register import Departments
from generator.values.lookalikes import told
from generator.values.names import folded
from generator.values.text import shown


def faults(register: Form[Departments]) -> Iterator[Diagnostic]:
    """Regions and departments are told apart; departments refer to known ones, in no circle."""
    entries = register.value
    if entries is None:
        return
    yield from _doubled(register, "regions", [region.id for region in entries.regions])
    yield from _doubled(register, "departments", [d.id for d in entries.departments])
    yield from _namesakes(register, entries)
    yield from _unknown(register, entries)
    yield from _circles(register, entries)


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


def _namesakes(register: Form[Departments], entries: Departments) -> Iterator[Diagnostic]:
    """Readers cannot tell two departments of one region by the same name apart."""
    first: dict[tuple[str, str], int] = {}
    for n, department in enumerate(entries.departments):
        before = first.setdefault((department.region, folded(department.name)), n)
        if before != n and entries.departments[before].id != department.id:
            line = register.location(("departments", before, "name")).line
            message = f"部门「{shown(department.name)}」与第 {line} 行的部门重名"
            yield register.fault(
                "duplicate-name", ("departments", n, "name"), message,
                "同一部门请只登记一次；确属两个部门的，请写明全称以便区分",
                found=shown(department.name), severity=Severity.WARNING,
            )  # fmt: skip


def _unknown(register: Form[Departments], entries: Departments) -> Iterator[Diagnostic]:
    regions = {region.id for region in entries.regions}
    known = {department.id for department in entries.departments}
    choices = {"region": regions, "parent": known, "successor": known}
    for n, department in enumerate(entries.departments):
        for name, existing in choices.items():
            value = getattr(department, name)
            if value is not None and value not in existing:
                path = ("departments", n, name)
                message = f"「{register.label(path)}」引用的编号「{value}」不存在{told(value)}"
                yield register.fault(
                    "unknown-reference", path, message, "请先登记，或核对编号", found=value
                )


def _circles(register: Form[Departments], entries: Departments) -> Iterator[Diagnostic]:
    """No department stands above itself, and none takes over its own duties, by any detour."""
    places: dict[str, int] = {}
    for n, department in enumerate(entries.departments):
        places.setdefault(department.id, n)
    for name in ("parent", "successor"):
        leads = {key: getattr(entries.departments[n], name) for key, n in places.items()}
        for circle in _closed(leads):
            path = ("departments", places[circle[0]], name)
            way = " → ".join((*circle, circle[0]))
            message = f"「{register.label(path)}」绕成一圈：{way}"
            remedy = "请核对各部门的这一项，改正或删去其中一处"
            yield register.fault("circular-reference", path, message, remedy, found=way)


def _closed(leads: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Every circle in a map in which each key leads to one at most, beginning at its first key."""
    seen: set[str] = set()
    for start in leads:
        way: dict[str, int] = {}
        here: str | None = start
        while here is not None and here in leads and here not in seen:
            seen.add(here)
            way[here] = len(way)
            here = leads[here]
        if here is not None and here in way:
            yield list(way)[way[here] :]
