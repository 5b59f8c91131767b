"""Records: evaluations with the file they stand in.

`load` walks `records/<year>/<department>/<id>.yml`; what cannot be used is left out and said.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.binding.filling import Form
from generator.binding.opening import open_form
from generator.diagnostics import Diagnostic, Location, Severity
from generator.intake import relations
from generator.intake.originals import attachments
from generator.intake.originals.attachments import Original, UnfitError
from generator.model.evaluation import Evaluation, Status
from generator.model.frames import Frame
from generator.model.register import Department
from generator.values.notations import is_slug
from generator.values.text import FORBIDDEN, shown, squeeze

YEARS = range(1994, 2100)
"""Fiscal years a record may belong to; the Budget Law is of 1994."""
_IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})


@dataclass(frozen=True, slots=True)
class Record:
    """One evaluation, one file."""

    id: str
    year: int
    department: Department
    evaluation: Evaluation
    frame: Frame
    originals: tuple[Original, ...]
    form: Form[Evaluation]

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        return self.form.document.path

    @property
    def address(self) -> str:
        """Where its page stands; permanent."""
        return f"{self.year}/{self.department.id}/{self.id}/"

    @property
    def is_published(self) -> bool:
        return self.evaluation.status is Status.PUBLISHED


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a record may refer to."""

    departments: Mapping[str, Department]
    frames: Mapping[str, Frame]
    """By Chinese name and by id."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records that can be used, in the order of their paths, and what is wrong with any."""

    records: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(folder: Path, root: Path, shelf: Shelf) -> Loaded:
    """All records below a folder; paths in messages are relative to `root`."""
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    for file in sorted(_files(folder)):
        record, faults = _record(file, folder, root, shelf)
        diagnostics += faults
        records += [record] if record else []
    return Loaded(tuple(records), (*diagnostics, *_twins(records)))


def _files(folder: Path) -> Iterator[Path]:
    """Files that are, or were meant as, records: attachments lie one level deeper."""
    for path in folder.rglob("*") if folder.is_dir() else ():
        depth = len(path.relative_to(folder).parts)
        meant = path.suffix.lower() in {".yml", ".yaml"}
        if path.is_dir() and not path.is_symlink():
            continue
        if path.name not in _IGNORED and (depth <= _DEPTH or meant):
            yield path


_DEPTH = 3


def _record(
    file: Path, folder: Path, root: Path, shelf: Shelf
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    if stray := tuple(_stray(file, folder, root)):
        return None, stray
    misplaced = tuple(_misplaced(file, root, shelf))
    form = open_form(file, root, Evaluation)
    faults = [*misplaced, *form.diagnostics]
    if form.value is None:
        return None, tuple(faults)
    originals, unfit = _originals(file, form, form.value)
    frame = shelf.frames.get(form.value.frame)
    faults += [*unfit, *relations.faults(form, form.value, shelf.frames)]
    if not misplaced:
        faults += relations.place(file, form, form.value)
    if frame is None or any(fault.severity is Severity.ERROR for fault in faults):
        return None, tuple(faults)
    year, department = file.parts[-3:-1]
    return (
        Record(
            file.stem, int(year), shelf.departments[department], form.value, frame, originals, form
        ),
        tuple(faults),
    )


def _stray(file: Path, folder: Path, root: Path) -> Iterator[Diagnostic]:
    """Why a file is not read at all: it cannot be a record by its path."""
    name, path = (_printable(p) for p in (file.name, file.relative_to(root).as_posix()))
    place = Location(path)
    if path != file.relative_to(root).as_posix():
        remedy = "请重新命名；压缩包中的中文文件名解压后常会成为乱码"
        yield _refusal("bad-file-name", place, f"「{name}」的名称中有不能使用的字符", remedy)
    elif file.suffix != ".yml":
        remedy = "记录文件的扩展名应为 .yml；附件请放入与记录同名的文件夹"
        yield _refusal("bad-file-name", place, f"「{name}」不是记录文件", remedy)
    elif len(file.relative_to(folder).parts) != _DEPTH:
        remedy = "应为 年度/部门编号/记录编号.yml"
        yield _refusal("misplaced-record", place, "记录不在 年度/部门/ 文件夹中", remedy)


def _misplaced(file: Path, root: Path, shelf: Shelf) -> Iterator[Diagnostic]:
    """Faults of a record's own path."""
    place = Location(file.relative_to(root).as_posix())
    year, department = file.parts[-3:-1]
    if year not in map(str, YEARS):
        remedy = "请用四位年度，如 2021"
        yield _refusal("bad-name", place, f"文件夹「{year}」不是年度", remedy)
    if not is_slug(file.stem):
        remedy = "只用小写英文字母、数字和连字符，如 office-meeting.yml"
        yield _refusal("bad-name", place, f"文件名「{file.stem}」不能用作编号", remedy)
    if department not in shelf.departments:
        remedy = "请在 departments.yml 中登记，或核对文件夹名"
        yield _refusal("unknown-department", place, f"没有编号为「{department}」的部门", remedy)


def _refusal(rule: str, place: Location, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, place, message, remedy)


def _printable(name: str) -> str:
    """A file name that may be shown: on Linux it can hold any byte but a slash."""
    return squeeze(FORBIDDEN.sub("\ufffd", name))


def _originals(
    file: Path, form: Form[Evaluation], evaluation: Evaluation
) -> tuple[tuple[Original, ...], list[Diagnostic]]:
    originals: list[Original] = []
    faults = []
    for n, attachment in enumerate(evaluation.attachments):
        path = ("attachments", n, "file")
        if attachment.file.casefold() in (original.name.casefold() for original in originals):
            message = f"附件「{attachment.file}」列出了两次"
            faults.append(form.fault("duplicate-attachment", path, message, "请只留一处"))
            continue
        try:
            originals.append(
                attachments.read(file.with_suffix(""), attachment.file, attachment.title)
            )
        except UnfitError as unfit:
            faults.append(form.fault(unfit.rule, path, unfit.message, unfit.remedy))
    return tuple(originals), faults


def _twins(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """The same evaluation entered twice, as happens when a copied file is not changed enough."""
    seen: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in records:
        e = record.evaluation
        seen[
            record.year, record.department.id, e.project.name, e.project.unit, e.evaluation_type
        ].append(record)
    for first, *others in seen.values():
        for other in others:
            name = shown(other.evaluation.project.name)
            yield other.form.fault(
                "duplicate-evaluation", ("project", "name"),
                f"项目「{name}」在本年度已有同一类型的评价记录 {first.path}",
                "请核对是否重复录入；确属两项时请写明实施单位",
                found=name, severity=Severity.WARNING,
            )  # fmt: skip
