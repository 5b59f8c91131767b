"""Record files: each opened, held against its place and against what it refers to.

What cannot be used is left out and said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.binding.filling import Form
from generator.binding.opening import open_form
from generator.diagnostics import Diagnostic, Severity
from generator.intake.originals import attachments
from generator.intake.originals.attachments import Original, UnfitError
from generator.intake.places import Place
from generator.intake.records import Record
from generator.intake.relations import records as relations
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.register import Department


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
    originals: Mapping[Path, frozenset[str] | None]
    """The folder of each record's originals and the names it lists; None where it is unread."""


def load(files: Iterable[Path], root: Path, shelf: Shelf) -> Loaded:
    """The records in these files; paths in messages are relative to `root`."""
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    originals: dict[Path, frozenset[str] | None] = {}
    for place in map(Place.of, files):
        record, faults, listed = _record(place, root, shelf)
        diagnostics += faults
        originals[place.originals] = listed
        records += [record] if record else []
    return Loaded(tuple(records), tuple(diagnostics), originals)


def _record(
    place: Place, root: Path, shelf: Shelf
) -> tuple[Record | None, tuple[Diagnostic, ...], frozenset[str] | None]:
    misplaced = tuple(place.faults(root, shelf.departments))
    form = open_form(place.file, root, Evaluation)
    faults = [*misplaced, *form.diagnostics]
    if form.value is None:
        return None, tuple(faults), None
    originals, unfit = _originals(place, form, form.value)
    frame = shelf.frames.get(form.value.frame)
    faults += [*unfit, *relations.faults(form, form.value, shelf.frames)]
    if not misplaced:
        faults += relations.place(place, form, form.value)
    listed = frozenset(attachment.file for attachment in form.value.attachments)
    if frame is None or any(fault.severity is Severity.ERROR for fault in faults):
        return None, tuple(faults), listed
    department = shelf.departments[place.department]
    record = Record(place.id, int(place.year), department, form.value, frame, originals, form)
    return record, tuple(faults), listed


def _originals(
    place: Place, form: Form[Evaluation], evaluation: Evaluation
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
            originals.append(attachments.read(place.originals, attachment.file, attachment.title))
        except UnfitError as unfit:
            faults.append(form.fault(unfit.rule, path, unfit.message, unfit.remedy))
    return tuple(originals), faults
