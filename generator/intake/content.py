"""The content folder as a whole: publisher, departments, frames and records, read in one run."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import collector
from generator.binding.filling import Form
from generator.binding.partial import Partial
from generator.diagnostics import Diagnostic, Location, Severity, ordered
from generator.intake import (
    ground,
    own_words,
    page_names,
    record_files,
    strays,
    walk,
    written,
)
from generator.intake.declarations import Declarations
from generator.intake.ground import Ground
from generator.intake.kinds import PUBLISHER, RECORD, REGISTER
from generator.intake.known_files import NOTHING_KNOWN, KnownFiles
from generator.intake.record_files import RecordFile
from generator.intake.record_paths import RECORDS
from generator.intake.records import FaultyRecord, Record
from generator.intake.relations import addresses, fiction, looks, twins
from generator.intake.relations import register as register_relations
from generator.intake.written import NOTHING, Written
from generator.model.frames import Frame
from generator.model.publisher import Publisher
from generator.model.register import Department, Region
from generator.progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class Content:
    """All that a site is made from; `publisher` is None when its file cannot be used."""

    publisher: Publisher | None
    regions: tuple[Region, ...]
    departments: tuple[Department, ...]
    declared: Declarations
    """The kinds, columns and frames that records name."""
    records: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]
    faulty: tuple[FaultyRecord, ...] = ()
    """The records that cannot be published, as far as they can be read."""
    written: Written = NOTHING
    """The pages written by hand."""
    settings: Form[Publisher] | None = None
    """The publisher's file as it was read, for whoever has something to say of its words."""

    @property
    def frames(self) -> tuple[Frame, ...]:
        return self.declared.frames


def load(
    folder: Path, root: Path, before: KnownFiles = NOTHING_KNOWN, progress: Progress = SILENT
) -> Content:
    """Read a content folder; every fault of every file is in the diagnostics, sorted by place.

    Record files that are known from `before` are not opened.
    """
    with collector.paused():
        opened = _open(folder, root, before, progress)
    register = opened.ground.listed
    known = {department.id for department in register.departments}
    records = opened.records
    faulty = [one.faulty for one in opened.record_files if one.faulty]
    # The register says what is wrong with a department that no page can list.
    faulty += [FaultyRecord((r, r), Partial()) for r in records if r.department.id not in known]
    return Content(
        opened.ground.publisher.value, register.regions, register.departments,
        opened.ground.declared,
        tuple(record for record in records if record.department.id in known),
        ordered(_faults(opened, folder, root)), tuple(faulty), opened.written,
        opened.ground.publisher,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Opened:
    """Every file of a content folder, opened once."""

    files: tuple[Path, ...]
    ground: Ground
    record_files: tuple[RecordFile, ...]
    written: Written
    unfit_pages: tuple[Diagnostic, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(one.record for one in self.record_files if one.record)


def _open(folder: Path, root: Path, before: KnownFiles, progress: Progress) -> _Opened:
    files = walk.files(folder)
    readable = tuple(filter(walk.is_printable, files))
    stand_on = ground.read(readable, folder, root)
    by_hand, unfit_pages = written.load(files, folder, root)
    return _Opened(
        files, stand_on,
        record_files.load(RECORD.among(readable, folder), root, stand_on.shelf, before, progress),
        by_hand, unfit_pages,
    )  # fmt: skip


def _faults(opened: _Opened, folder: Path, root: Path) -> Iterator[Diagnostic]:
    """What is wrong with each file, with what they say of one another, with what nobody reads."""
    publisher, register = opened.ground.publisher, opened.ground.register
    declared = opened.ground.declared
    yield from publisher.diagnostics
    yield from looks.faults(publisher, folder)
    yield from register.diagnostics
    yield from register_relations.faults(register)
    yield from declared.faults()
    for one in opened.record_files:
        # Without the register every department is unknown; saying so of each record helps nobody.
        registered = register.value is not None
        yield from (f for f in one.diagnostics if registered or f.rule != "unknown-department")
    yield from twins.faults(opened.records)
    yield from fiction.faults(opened.records, publisher.value)
    yield from addresses.faults(opened.records)
    yield from opened.unfit_pages
    yield from own_words.in_form(publisher)
    yield from own_words.in_form(register)
    for file, form in zip(declared.files, declared.forms, strict=True):
        if file.is_relative_to(folder):  # those of the program are proved to hold nothing
            yield from own_words.in_form(form)
    yield from page_names.faults(opened.files, folder, root)
    yield from _without_records(opened.files, folder, root)
    read = {folder / PUBLISHER.path, folder / REGISTER.path, *declared.files}
    read |= {one.path.file for one in opened.record_files}
    listed = {one.path.originals: one.listed for one in opened.record_files}
    yield from strays.faults(opened.files, read, listed, folder, root)


def _without_records(files: Iterable[Path], folder: Path, root: Path) -> Iterator[Diagnostic]:
    """A site without a single record is one that begins; without their folder it is a mistake."""
    records_folder = folder / RECORDS
    location = Location(records_folder.relative_to(root).as_posix())
    if not records_folder.is_dir():
        message, remedy = (
            f"找不到记录文件夹 {RECORDS}",
            f"请改回原来的名称 {RECORDS}；还没有记录时请建一个，其中放一个空文件 .gitkeep",
        )
        yield Diagnostic("records-missing", Severity.ERROR, location, message, remedy)
    elif not any(file.is_relative_to(records_folder) for file in files):
        message, remedy = (
            f"记录文件夹 {RECORDS} 中还没有评价记录",
            f"请把记录放在 {RECORD.path}，可以用 gongkai new record 新建",
        )
        yield Diagnostic("no-records", Severity.HINT, location, message, remedy)


def missing(folder: Path, root: Path) -> Diagnostic | None:
    """What to say when there is no content folder at all, or none that lies in the project."""
    folder = Path(os.path.normpath(folder))  # as written: the reader refuses links
    is_inside = folder != root and folder.is_relative_to(root)
    if not is_inside:
        message, remedy = "内容文件夹不在网站项目之内", "请移入项目，并改正 mkdocs.yml 中的 content"
    elif not folder.is_dir():
        message, remedy = "找不到内容文件夹", "请在网站项目的文件夹中运行"
    else:
        return None
    location = Location((folder.relative_to(root) if is_inside else folder).as_posix())
    return Diagnostic("content-missing", Severity.ERROR, location, message, remedy)
