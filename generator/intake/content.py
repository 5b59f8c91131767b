"""The content folder as a whole: publisher, departments, frames and records, read in one run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.binding.opening import open_form
from generator.binding.partial import Partial
from generator.diagnostics import Diagnostic, Location, Severity, ordered
from generator.intake import record_files, strays, walk, written
from generator.intake.kinds import FRAME, PUBLISHER, RECORD, REGISTER
from generator.intake.record_files import Shelf
from generator.intake.records import FaultyRecord, Record
from generator.intake.relations import frames as frame_relations
from generator.intake.relations import register as register_relations
from generator.intake.relations import twins
from generator.intake.strays import RECORDS
from generator.intake.written import NOTHING, Written
from generator.model.frames import BUILT_IN, Frame
from generator.model.publisher import Publisher
from generator.model.register import Department, Departments, Region
from generator.values.names import folded


@dataclass(frozen=True, slots=True)
class Content:
    """All that a site is made from; `publisher` is None when its file cannot be used."""

    publisher: Publisher | None
    regions: tuple[Region, ...]
    departments: tuple[Department, ...]
    frames: tuple[Frame, ...]
    records: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]
    faulty: tuple[FaultyRecord, ...] = ()
    """The records that cannot be published, as far as they can be read."""
    written: Written = NOTHING
    """The pages written by hand."""


def load(folder: Path, root: Path) -> Content:
    """Read a content folder; every fault of every file is in the diagnostics, sorted by place."""
    files = walk.files(folder)
    readable = tuple(filter(walk.is_printable, files))
    publisher = open_form(folder / PUBLISHER.place, root, Publisher)
    register = open_form(folder / REGISTER.place, root, Departments)
    entries = register.value or Departments(format=1, regions=(), departments=())
    frames = {file: open_form(file, BUILT_IN, Frame) for file in sorted(BUILT_IN.glob("*.yml"))}
    frames |= {file: open_form(file, root, Frame) for file in FRAME.among(readable, folder)}
    usable = tuple(form.value for form in frames.values() if form.value)
    shelf = Shelf({d.id: d for d in entries.departments}, _by_name(usable))
    opened = record_files.load(RECORD.among(readable, folder), root, shelf)
    records = tuple(one.record for one in opened if one.record)
    in_records: Iterable[Diagnostic] = (fault for one in opened for fault in one.diagnostics)
    if register.value is None:
        # Without the register every department is unknown; saying so of each record helps nobody.
        in_records = (fault for fault in in_records if fault.rule != "unknown-department")
    by_hand, unfit_pages = written.read(files, folder, root)
    listed = {one.place.originals: one.listed for one in opened}
    read = {folder / PUBLISHER.place, folder / REGISTER.place, *frames}
    read |= {one.place.file for one in opened}
    faults: Iterable[Diagnostic] = (
        *publisher.diagnostics,
        *register.diagnostics,
        *register_relations.faults(register),
        *(fault for form in frames.values() for fault in form.diagnostics),
        *frame_relations.faults(frames),
        *unfit_pages,
        *in_records,
        *twins.faults(records),
        *_without_records(files, folder, root),
        *strays.faults(files, read, listed, folder, root),
    )
    placed = register_relations.listed(entries)
    known = {department.id for department in placed.departments}
    faulty = [one.faulty for one in opened if one.faulty]
    # The register says what is wrong with a department that no page can list.
    faulty += [FaultyRecord((r, r), Partial()) for r in records if r.department.id not in known]
    return Content(
        publisher.value, placed.regions, placed.departments, usable,
        tuple(record for record in records if record.department.id in known),
        ordered(faults), tuple(faulty), by_hand,
    )  # fmt: skip


def _by_name(frames: tuple[Frame, ...]) -> Mapping[str, Frame]:
    ids = {folded(frame.id): frame for frame in frames}
    return ids | {folded(frame.name): frame for frame in frames}


def _without_records(files: Iterable[Path], folder: Path, root: Path) -> Iterator[Diagnostic]:
    """A site without a single record is one that begins; without their folder it is a mistake."""
    records_folder = folder / RECORDS
    place = Location(records_folder.relative_to(root).as_posix())
    if not records_folder.is_dir():
        message, remedy = (
            f"找不到记录文件夹 {RECORDS}",
            f"请改回原来的名称 {RECORDS}；还没有记录时请建一个，其中放一个空文件 .gitkeep",
        )
        yield Diagnostic("records-missing", Severity.ERROR, place, message, remedy)
    elif not any(file.is_relative_to(records_folder) for file in files):
        message, remedy = (
            f"记录文件夹 {RECORDS} 中还没有评价记录",
            f"请把记录放在 {RECORD.place}，可以用 gongkai new record 新建",
        )
        yield Diagnostic("no-records", Severity.HINT, place, message, remedy)


def missing(folder: Path, root: Path) -> Diagnostic | None:
    """What to say when there is no content folder at all."""
    if folder.is_dir():
        return None
    place = Location(folder.relative_to(root).as_posix() if folder.is_relative_to(root) else "")
    message = "找不到内容文件夹"
    return Diagnostic(
        "content-missing", Severity.ERROR, place, message, "请在网站项目的文件夹中运行"
    )
