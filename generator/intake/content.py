"""The content folder as a whole: publisher, departments, frames and records, read in one run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.binding.filling import Form
from generator.binding.opening import open_form
from generator.diagnostics import Diagnostic, Location, Severity, ordered
from generator.intake import records
from generator.intake.records import Record, Shelf
from generator.intake.written import PAGES
from generator.model.frames import BUILT_IN, Frame
from generator.model.publisher import Publisher
from generator.model.register import Department, Departments, Region


@dataclass(frozen=True, slots=True)
class Content:
    """All that a site is made from; `publisher` is None when its file cannot be used."""

    publisher: Publisher | None
    regions: tuple[Region, ...]
    departments: tuple[Department, ...]
    frames: tuple[Frame, ...]
    records: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(folder: Path, root: Path) -> Content:
    """Read a content folder; every fault of every file is in the diagnostics, sorted by place."""
    publisher = open_form(folder / "publisher.yml", root, Publisher)
    register = open_form(folder / "departments.yml", root, Departments)
    entries = register.value or Departments(format=1, regions=(), departments=())
    frames = [open_form(file, BUILT_IN, Frame) for file in sorted(BUILT_IN.glob("*.yml"))]
    frames += [open_form(file, root, Frame) for file in sorted((folder / "frames").glob("*.yml"))]
    usable = tuple(form.value for form in frames if form.value)
    shelf = Shelf({d.id: d for d in entries.departments}, _by_name(usable))
    loaded = records.load(folder / "records", root, shelf)
    if register.value is None:
        # Without the register every department is unknown; saying so of each record helps nobody.
        loaded = records.Loaded((), tuple(_only_readable(loaded.diagnostics)))
    faults: Iterable[Diagnostic] = (
        *publisher.diagnostics,
        *register.diagnostics,
        *_relations(register),
        *(fault for form in frames for fault in (*form.diagnostics, *_frame_faults(form))),
        *_namesakes(frames),
        *_unread_pages(folder, root),
        *loaded.diagnostics,
    )
    placed = _placed(entries)
    listed = {department.id for department in placed.departments}
    return Content(
        publisher.value, placed.regions, placed.departments, usable,
        tuple(record for record in loaded.records if record.department.id in listed),
        ordered(faults),
    )  # fmt: skip


def _by_name(frames: tuple[Frame, ...]) -> Mapping[str, Frame]:
    return {frame.id: frame for frame in frames} | {frame.name: frame for frame in frames}


def _only_readable(faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    return (fault for fault in faults if fault.rule != "unknown-department")


def _placed(register: Departments) -> Departments:
    """What pages can list: the first of each id, and departments whose region exists."""
    regions = {region.id: region for region in reversed(register.regions)}
    departments = {d.id: d for d in reversed(register.departments)}
    return register.model_copy(
        update={
            "regions": tuple(r for r in register.regions if r is regions[r.id]),
            "departments": tuple(
                d for d in register.departments if d is departments[d.id] and d.region in regions
            ),
        }
    )


def _relations(register: Form[Departments]) -> Iterator[Diagnostic]:
    """Regions and departments must be told apart, and departments name some that exist."""
    entries = register.value
    if entries is None:
        return
    regions = [region.id for region in entries.regions]
    known = [department.id for department in entries.departments]
    for kind, ids in (("regions", regions), ("departments", known)):
        seen: set[str] = set()
        for n, name in enumerate(ids):
            if name in seen:
                message = f"「{register.label((kind,))}」中的编号「{name}」重复"
                remedy = "请改用另一个编号"
                yield register.fault("duplicate-id", (kind, n, "id"), message, remedy, found=name)
            seen.add(name)
    choices = {"region": set(regions), "parent": set(known), "successor": set(known)}
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


def _frame_faults(form: Form[Frame]) -> Iterator[Diagnostic]:
    """A frame carries its file's name, and its grades stand from high to low."""
    frame = form.value
    if frame is None:
        return
    stem = Path(form.document.path).stem
    if frame.id != stem:
        message = f"「{form.label(('id',))}」写的是「{frame.id}」，而文件名是「{stem}」"
        yield form.fault("path-mismatch", ("id",), message, "请改为一致", found=frame.id)
    starts = [band.start for band in frame.bands]
    if starts != sorted(set(starts), reverse=True):
        path = ("bands",)
        yield form.fault("bands-out-of-order", path, "等级的起点没有由高到低排列", "请调整顺序")


def _namesakes(frames: Iterable[Form[Frame]]) -> Iterator[Diagnostic]:
    """A local frame must not take the place of another under its name or id."""
    first: dict[str, str] = {}
    for form in frames:
        if form.value is None:
            continue
        path = form.document.path
        for name in ("id", "name"):
            value = getattr(form.value, name)
            if first.setdefault(value, path) != path:
                message = f"指标体系「{value}」与 {first[value]} 重名"
                yield form.fault("duplicate-id", (name,), message, "请改用另一个名称", found=value)


def _unread_pages(folder: Path, root: Path) -> Iterator[Diagnostic]:
    """Hand-written pages are published as they stand: text in UTF-8, and files of this folder."""
    for file in sorted((folder / PAGES).rglob("*")):
        place = Location(file.relative_to(root).as_posix())
        if file.is_symlink():
            message, remedy = f"页面「{file.name}」是链接，不是文件", "请放入文件本身"
            yield Diagnostic("not-a-regular-file", Severity.ERROR, place, message, remedy)
        elif file.suffix == ".md" and file.is_file():
            try:
                file.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                message, remedy = f"页面「{file.name}」不是 UTF-8 编码", "请另存为 UTF-8 编码"
                yield Diagnostic("file-encoding", Severity.ERROR, place, message, remedy)


def missing(folder: Path, root: Path) -> Diagnostic | None:
    """What to say when there is no content folder at all."""
    if folder.is_dir():
        return None
    place = Location(folder.relative_to(root).as_posix() if folder.is_relative_to(root) else "")
    message = "找不到内容文件夹"
    return Diagnostic(
        "content-missing", Severity.ERROR, place, message, "请在网站项目的文件夹中运行"
    )
