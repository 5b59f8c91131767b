"""The reviewer's list: what is open in which document, in a preview and in hand-outs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.audit.coverage import Extents
from generator.audit.exceptions import accepting
from generator.audit.rulebook import Rulebook
from generator.audit.weights import rank
from generator.desk.filing import Desk, Drawer, Filed
from generator.desk.standing import Standing
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.manual import Manual
from generator.model.documents import ExceptionAccepted

_WORST = 10
"""How many documents are named before all others."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A result that the record's own exception accepts, with who did so and why."""

    result: Diagnostic
    exception: ExceptionAccepted | None


@dataclass(frozen=True, slots=True)
class ReviewedFile:
    """A document, or another file, with what still stands, the gravest first."""

    title: str
    path: str
    year: int | None
    address: str | None
    """Of its page; None where it has none."""
    standing: Standing
    results: Sequence[Diagnostic]
    accepted: Sequence[Accepted]
    extents: Extents | None
    """How much was checked in it, where it could be read in full."""


@dataclass(frozen=True, slots=True)
class ReviewedDepartment:
    """A department and its files."""

    id: str
    name: str
    standing: Standing
    files: Sequence[ReviewedFile]
    """Those in which something was found, the worst first."""
    sound: Sequence[ReviewedFile]
    """Those without."""


@dataclass(frozen=True, slots=True)
class MetRule:
    """A rule that has spoken, and how often it is open."""

    manual: Manual
    number: int


@dataclass(frozen=True, slots=True)
class Review:
    """All of it, with what a reader may choose by."""

    standing: Standing
    worst: Sequence[ReviewedFile]
    """The documents in which most is open and gravest, the worst first."""
    departments: Sequence[ReviewedDepartment]
    years: Sequence[int]
    """The newest first."""
    severities: Sequence[Severity]
    rules: Sequence[MetRule]
    """The gravest first."""


def review_of(desk: Desk, book: Rulebook) -> Review:
    """What lies on a desk, for its readers."""
    files = {file.path: _reviewed(file) for file in desk.files}
    open_files = (file for file in files.values() if file.results)
    return Review(
        desk.standing,
        tuple(file for file, _ in zip(open_files, range(_WORST), strict=False)),
        tuple(_department(drawer, [files[file.path] for file in drawer.files])
              for drawer in desk.drawers),
        tuple(sorted({file.year for file in files.values() if file.year}, reverse=True)),
        tuple(Severity),
        tuple(_met(desk, book)),
    )  # fmt: skip


def _department(drawer: Drawer, files: Sequence[ReviewedFile]) -> ReviewedDepartment:
    return ReviewedDepartment(
        drawer.id, drawer.name, drawer.standing,
        tuple(file for file in files if file.results or file.accepted),
        tuple(file for file in files if not (file.results or file.accepted)),
    )  # fmt: skip


def _reviewed(file: Filed) -> ReviewedFile:
    record = file.record
    accepted = (
        Accepted(result, accepting(record, result) if record else None) for result in file.accepted
    )
    return ReviewedFile(
        file.title, file.path, file.year, record.address if record else None,
        file.standing, file.open, tuple(accepted),
        file.coverage.extents if file.coverage else None,
    )  # fmt: skip


def _met(desk: Desk, book: Rulebook) -> Iterator[MetRule]:
    numbers = Counter(result.rule for file in desk.files for result in file.open)
    for rule in sorted(numbers, key=lambda r: (book.pages[r].severity.rank, rank(r), r)):
        yield MetRule(book.pages[rule], numbers[rule])
