"""Records: evaluations with the file they stand in.

`load` walks `records/<year>/<department>/<id>.yml`; what cannot be used is left out and said.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import attachments, references, source
from generator.attachments import Original, UnfitError
from generator.diagnostics import Diagnostic, Location, Severity
from generator.fields import is_slug
from generator.forms import Form, fill
from generator.frames import Frame
from generator.model import FORMAT, Evaluation, Status
from generator.publisher import Department
from generator.vocabulary import Language, vocabulary

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
    place = Location(file.relative_to(root).as_posix())
    if misplaced := tuple(_misplaced(file, folder, place, shelf)):
        return None, misplaced
    reading = source.read_file(file, root)
    if reading.document is None:
        return None, reading.diagnostics
    if reading.document.data and (newer := _newer(reading.document)):
        return None, (*reading.diagnostics, newer)
    form = fill(reading.document, Evaluation)
    faults = [*_named(reading, form.language), *form.diagnostics]
    if form.value is None:
        return None, tuple(faults)
    originals, unfit = _originals(file, form, form.value)
    frame = shelf.frames.get(form.value.frame)
    faults += [*unfit, *references.faults(file, form, form.value, shelf.frames)]
    if frame is None or any(fault.severity is Severity.ERROR for fault in faults):
        return None, tuple(faults)
    year, department = file.parts[-3:-1]
    return (
        Record(
            file.stem, int(year), shelf.departments[department], form.value, frame, originals, form
        ),
        tuple(faults),
    )


def _named(reading: source.Reading, language: Language) -> Iterator[Diagnostic]:
    """What the reader of YAML noted, its fields in English names."""
    terms = vocabulary(Evaluation)
    for fault in reading.diagnostics:
        parts = [int(p) if p.isdigit() else p for p in fault.field.split(".")]
        yield replace(fault, field=".".join(str(p) for p in terms.english(parts, language)))


def _misplaced(file: Path, folder: Path, place: Location, shelf: Shelf) -> Iterator[Diagnostic]:
    """Faults of a record's own path."""
    parts = file.relative_to(folder).parts

    def fault(rule: str, message: str, remedy: str) -> Diagnostic:
        return Diagnostic(rule, Severity.ERROR, place, message, remedy)

    if file.suffix != ".yml":
        remedy = "记录文件的扩展名应为 .yml；附件请放入与记录同名的文件夹"
        yield fault("bad-file-name", f"「{file.name}」不是记录文件", remedy)
        return
    if len(parts) != _DEPTH:
        yield fault(
            "misplaced-record", "记录不在 年度/部门/ 文件夹中", "应为 年度/部门编号/记录编号.yml"
        )
        return
    year, department, _ = parts
    if not (year.isascii() and year.isdigit() and int(year) in YEARS):
        yield fault("bad-name", f"文件夹「{year}」不是年度", "请用四位年度，如 2021")
    if not is_slug(file.stem):
        remedy = "只用小写英文字母、数字和连字符，如 office-meeting.yml"
        yield fault("bad-name", f"文件名「{file.stem}」不能用作编号", remedy)
    if department not in shelf.departments:
        remedy = "请在 departments.yml 中登记，或核对文件夹名"
        yield fault("unknown-department", f"没有编号为「{department}」的部门", remedy)


def _newer(document: source.Document) -> Diagnostic | None:
    """A file of a later format must not be read by the wrong rules."""
    for key in ("格式", "format"):
        typed = document.data.get(key)
        if isinstance(typed, str) and typed.isascii() and typed.isdigit() and int(typed) > FORMAT:
            return Diagnostic(
                "unsupported-format", Severity.ERROR, document.location((key,)),
                f"文件格式是第 {typed} 版，本程序只认识到第 {FORMAT} 版", "请升级 gongkai 后再试",
                "format", typed, str(FORMAT),
            )  # fmt: skip
    return None


def _originals(
    file: Path, form: Form[Evaluation], evaluation: Evaluation
) -> tuple[tuple[Original, ...], list[Diagnostic]]:
    originals, faults = [], []
    for n, attachment in enumerate(evaluation.attachments):
        try:
            originals.append(
                attachments.read(file.with_suffix(""), attachment.file, attachment.title)
            )
        except UnfitError as unfit:
            path = ("attachments", n, "file")
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
            name = other.evaluation.project.name
            yield other.form.fault(
                "duplicate-evaluation", ("project", "name"),
                f"项目「{name}」在本年度已有同一类型的评价记录 {first.path}",
                "请核对是否重复录入；确属两项时请写明实施单位",
                found=name, severity=Severity.WARNING,
            )  # fmt: skip
