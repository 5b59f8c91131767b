"""Record files: each opened, held against its place and against what it refers to.

What cannot be used is left out of the records and said. It is kept as far as it can be read, so
that the audit can speak of it in the same run.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import disk, source
from generator.binding.filling import Form
from generator.binding.opening import open_form
from generator.binding.partial import Partial
from generator.diagnostics import Diagnostic, Severity
from generator.intake import unknown
from generator.intake.declarations import Declarations
from generator.intake.known_files import NOTHING_KNOWN, KnownFile, KnownFiles
from generator.intake.matters import matter_of
from generator.intake.originals import active_in, attachments
from generator.intake.originals.attachments import Original, UnfitError
from generator.intake.record_paths import RecordPath
from generator.intake.records import ClosedRecord, FaultyRecord, Record
from generator.intake.relations import records as relations
from generator.model.evaluation import Evaluation
from generator.model.register import Department
from generator.progress import READING, SILENT, Progress
from generator.source import At, undotted
from generator.values.file_names import file_key

_NAMED = 5
"""Parts of an original that one message names."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a record may refer to."""

    departments: Mapping[str, Department]
    declared: Declarations


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file: the record, or as much of it as can be read, and what is wrong with it."""

    path: RecordPath
    record: Record | None
    faulty: FaultyRecord | None
    diagnostics: tuple[Diagnostic, ...]
    listed: frozenset[str] | None
    """The names of the originals it lists; None where its list cannot be read."""


def load(
    files: Iterable[Path],
    root: Path,
    shelf: Shelf,
    known: KnownFiles = NOTHING_KNOWN,
    progress: Progress = SILENT,
) -> tuple[RecordFile, ...]:
    """Every record file, in the order given; paths in messages start at `root`.

    Each is opened once, or not at all where it is known from before.
    """
    paths = tuple(map(RecordPath.of, files))
    followed = progress.over(READING, paths, len(paths))
    return tuple(_read(path, root, shelf, known) for path in followed)


def _read(path: RecordPath, root: Path, shelf: Shelf, known: KnownFiles) -> RecordFile:
    if known is NOTHING_KNOWN or (digest := source.digest(path.file, root)) is None:
        return _opened(path, root, shelf)
    name = path.file.relative_to(root).as_posix()
    before = known.recall(name, digest)
    if before is not None and _lie_there(path.originals, before.originals):
        return _closed(path, name, before, root, shelf)
    read = _opened(path, root, shelf)
    # A file that changed while it was read is not known by either of its digests.
    if read.record is not None and source.digest(path.file, root) == digest:
        originals = {original.name: original.digest for original in read.record.originals}
        listed = None if read.listed is None else tuple(sorted(read.listed))
        found = KnownFile(read.record.head, read.diagnostics, listed, originals)
        known.learn(name, digest, found)
    return read


def _lie_there(folder: Path, originals: Mapping[str, str]) -> bool:
    """Whether the originals beside a record are those that were taken."""
    return all(attachments.digest_of(folder / name) == was for name, was in originals.items())


def _closed(
    path: RecordPath, name: str, known: KnownFile, root: Path, shelf: Shelf
) -> RecordFile:  # fmt: skip
    """A file that is as it was: its record is read when somebody asks for it."""

    def opened() -> Record:
        record = _opened(path, root, shelf).record
        if record is None:
            raise RuntimeError(f"{name} changed while it was in use")
        return record

    department, columns = shelf.departments[path.department], shelf.declared.columns
    record = ClosedRecord(path, name, department, known.head, columns, known.originals, opened)
    listed = None if known.listed is None else frozenset(known.listed)
    return RecordFile(path, record, None, known.diagnostics, listed)


def _opened(path: RecordPath, root: Path, shelf: Shelf) -> RecordFile:
    form = open_form(path.file, root, Evaluation, shelf.declared.lexicon).at_rest
    misplaced = tuple(path.faults(root, shelf.departments))
    known: Partial[Evaluation] = form.partial or Partial()
    readings = (form.value,) if form.value else known.readings
    if not readings:
        return RecordFile(path, None, None, (*misplaced, *form.diagnostics), None)
    originals, unfit = _originals(path, form, readings[0])
    said = [
        (
            *relations.faults(form, reading, shelf.declared),
            *(() if misplaced else relations.misplaced(path, form, reading)),
        )
        for reading in readings
    ]
    related = [
        fault
        for fault in (*unfit, *said[0])
        if not known.hangs_on(undotted(fault.field)) and (fault in unfit or fault in said[-1])
    ]
    faults = (*misplaced, *form.diagnostics, *related)
    unseen = frozenset(at for one in readings for at in relations.unseen(one, shelf.declared))
    attached = readings[0].attachments
    certain = all(reading.attachments == attached for reading in readings)
    names = filter(None, (attachment.file for attachment in attached))
    listed = frozenset(names) if certain else None
    if form.value and not unseen and not any(f.severity is Severity.ERROR for f in faults):
        evaluation = form.value
        record = Record(
            path.id, int(path.year), shelf.departments[path.department], evaluation,
            matter_of(evaluation, shelf.declared), shelf.declared.columns, originals,
            form,
        )  # fmt: skip
        return RecordFile(path, record, None, faults, listed)
    wrong = known.left_out | unseen | {undotted(fault.field) for fault in related}
    doubted = wrong | set(map(relations.doubted, wrong))
    year = None if any(fault.field == "year" for fault in related) else path.known_year
    department = shelf.departments.get(path.department, unknown.DEPARTMENT)
    one, other = (
        Record(
            path.id, year or unknown.YEARS_APART[n], department, evaluation,
            matter_of(evaluation, shelf.declared, unknown.FRAMES[n], wrong), shelf.declared.columns,
            originals, form,
        )
        for n, evaluation in enumerate((readings[0], readings[-1]))
    )  # fmt: skip
    faulty = FaultyRecord((one, other), replace(known, left_out=doubted))
    return RecordFile(path, None, faulty, faults, listed)


def related(form: Form[Evaluation], declared: Declarations) -> tuple[Diagnostic, ...]:
    """What is wrong with that to which a record refers, as far as the record can be read."""
    known: Partial[Evaluation] = form.partial or Partial()
    readings = (form.value,) if form.value else known.readings
    said = [tuple(relations.faults(form, reading, declared)) for reading in readings]
    return tuple(
        fault
        for fault in (said[0] if said else ())
        if fault in said[-1] and not known.hangs_on(undotted(fault.field))
    )


def _originals(
    path: RecordPath, form: Form[Evaluation], evaluation: Evaluation
) -> tuple[tuple[Original, ...], tuple[Diagnostic, ...]]:
    """The originals in the order of the list, and what is wrong with those that cannot be taken."""
    originals: list[Original] = []
    names: set[str] = set()
    faults: list[Diagnostic] = []
    for n, attachment in enumerate(evaluation.attachments):
        if attachment.file is None:
            continue
        at = ("attachments", n, "file")
        original = attachments.absent(path.originals, attachment.file)
        if file_key(attachment.file) in names:
            message = f"附件「{attachment.file}」列出了两次"
            faults.append(form.fault("duplicate-attachment", at, message, "请只留一处"))
        else:
            try:
                original = attachments.original(path.originals, attachment.file, attachment.title)
                names.add(file_key(original.name))
                faults += _active(form, at, original)
            except UnfitError as unfit:
                faults.append(form.fault(unfit.rule, at, unfit.message, unfit.remedy))
            except OSError as error:
                message = f"读不出附件「{attachment.file}」（{disk.reason(error)}）"
                remedy = "请给予读取这个文件的权限，或重新放入"
                faults.append(form.fault("not-a-regular-file", at, message, remedy))
        originals.append(original)
    return tuple(originals), tuple(faults)


def _active(form: Form[Evaluation], at: At, original: Original) -> Iterator[Diagnostic]:
    """What in an original would run: readers trust what a bureau offers them."""
    if active := active_in(original):
        more = f"等 {len(active)} 处" if len(active) > _NAMED else ""
        named = "、".join(active[:_NAMED])
        message = f"附件「{original.name}」中有{named}{more}，打开时会运行或联网"
        remedy = "请用原软件删去这些内容，或另存为不带它们的 PDF，再重新放入"
        yield form.fault("attachment-active", at, message, remedy, found=original.name)
