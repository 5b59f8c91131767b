"""Records: evaluations with the file they stand in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from generator.binding.filling import Form
from generator.binding.partial import Partial
from generator.intake.originals.attachments import Original
from generator.intake.passages import Passage, passages
from generator.intake.record_paths import YEARS, RecordPath, site_address
from generator.model.columns import Column
from generator.model.documents import Related, Status
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.items import Item
from generator.model.kinds import EvaluationKind
from generator.model.outcome import NO_GRADE, Grade
from generator.model.presence import Presence
from generator.model.register import Department
from generator.source import At
from generator.values.names import folded


@dataclass(frozen=True, slots=True)
class Matter:
    """An item of a record with what it refers to; the record as a whole is one too."""

    item: Item
    at: At
    """Its English path in the record; empty for the record as a whole."""
    kind: EvaluationKind
    frame: Frame
    inner: tuple["Matter", ...] = ()
    """The items it holds."""

    @property
    def anchor(self) -> str:
        """`item-<id>`, within its page; empty for the record as a whole."""
        return f"item-{self.item.id}" if self.at else ""

    @property
    def must_be_graded(self) -> bool:
        """Whether its form has a grade: its kind or its frame says so, and neither has none."""
        said = (self.kind.grades, self.frame.grade_cell)
        return Presence.ALWAYS in said and Presence.NEVER not in said

    @property
    def grade(self) -> Grade:
        """The grade stated; the one earned stands in for it only where there must be one."""
        grade = self.item.grade(self.frame)
        is_asked_for = self.must_be_graded or grade.stated is not None
        return grade if is_asked_for else NO_GRADE

    @property
    def below(self) -> Iterator["Matter"]:
        """All the items below this one, each before those that it holds."""
        for one in self.inner:
            yield one
            yield from one.below

    @property
    def leaves(self) -> tuple["Matter", ...]:
        """What is evaluated: the items below that hold none themselves, or this one alone."""
        return tuple(leaf for one in self.inner for leaf in one.leaves) or (self,)


@dataclass(frozen=True, slots=True)
class Head:
    """What the rest of a site asks of a document without opening it."""

    title: str
    status: Status
    fictional: bool
    """Whether it was made up, as an example."""
    issued: date | None
    approved: date | None
    published: date | None
    has_source: bool
    """Whether it says where the original was published."""
    waived: tuple[date, ...]
    """When each of its exceptions was confirmed."""
    related: tuple[Related, ...]
    """The documents that it names."""
    former_addresses: tuple[str, ...]
    """As typed."""
    twin: tuple[str, ...]
    """What no other document of its year and department has; empty where it names no project."""
    passages: tuple[Passage, ...]
    """Its long paragraphs."""

    @property
    def disclosed(self) -> date | None:
        """When it was made public, or else made; None for a day that no sitemap can date it by."""
        day = self.published or self.issued
        return day if day is not None and day.year in YEARS else None

    @classmethod
    def of(cls, evaluation: Evaluation) -> Self:
        """The head of a document that was read."""
        disclosure = evaluation.disclosure
        return cls(
            evaluation.title, evaluation.status, evaluation.fictional,
            disclosure.issued, disclosure.approved, disclosure.published,
            evaluation.source.url is not None,
            tuple(exception.date for exception in evaluation.exceptions),
            evaluation.related, evaluation.former_addresses, tuple(_twin(evaluation)),
            tuple(passage for passage, _ in passages(evaluation)),
        )  # fmt: skip


def _twin(evaluation: Evaluation) -> Iterator[str]:
    project, period = evaluation.project, evaluation.period
    if project is not None:
        yield from (folded(project.name), folded(project.unit or ""), evaluation.evaluation_type)
        yield period.said if period else ""


@dataclass(frozen=True)
class Record:
    """One evaluation document, one file."""

    id: str
    year: int
    department: Department
    evaluation: Evaluation
    matter: Matter
    columns: Sequence[Column]
    originals: tuple[Original, ...]
    form: Form[Evaluation]

    @cached_property
    def head(self) -> Head:
        """What can be said of it without looking into it further."""
        return Head.of(self.evaluation)

    def with_columns(self, columns: Sequence[Column]) -> "Record":
        """The same where other columns are declared."""
        return replace(self, columns=columns)

    def matter_at(self, at: At) -> Matter:
        """The item at an English path; raises LookupError where there is none."""
        if not at:
            return self.matter
        found = next((one for one in self.matter.below if one.at == at), None)
        if found is None:
            raise LookupError(at)
        return found

    @property
    def frame(self) -> Frame:
        """The frame of the document as a whole."""
        return self.matter.frame

    @property
    def kind(self) -> EvaluationKind:
        """The kind of the document as a whole."""
        return self.matter.kind

    @property
    def originals_at(self) -> Iterator[tuple[At, Original]]:
        """The originals, each with the English path of its name; annexes only named have none.

        A reading with attachments made up has more names than originals.
        """
        filed = (n for n, one in enumerate(self.evaluation.attachments) if one.file is not None)
        for n, original in zip(filed, self.originals, strict=False):
            yield ("attachments", n, "file"), original

    @property
    def original_files(self) -> tuple[Path, ...]:
        """The files of the originals."""
        return tuple(original.file for original in self.originals)

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        return self.form.document.path

    @property
    def address(self) -> str:
        """Where its page stands; permanent."""
        return f"{self.year}/{self.department.id}/{self.id}/"

    @property
    def former_addresses(self) -> tuple[str, ...]:
        """Where its page stood before, as addresses of this site; what is none is left out."""
        typed = map(site_address, self.head.former_addresses)
        return tuple(dict.fromkeys(address for address in typed if address))

    @property
    def is_published(self) -> bool:
        return self.head.status is Status.PUBLISHED


class ClosedRecord(Record):
    """A record whose file is as it was: it is read when somebody asks for more than its head."""

    def __init__(
        self,
        path: RecordPath,
        file: str,
        department: Department,
        head: Head,
        columns: Sequence[Column],
        originals: Iterable[str],
        opened: Callable[[], Record],
    ) -> None:
        """`file` is the path relative to the project; `opened` reads it."""
        own: dict[str, object] = {
            "id": path.id, "year": int(path.year), "department": department,
            "columns": columns, "head": head, "_file": file, "_opened": opened,
            "_originals": tuple(path.originals / name for name in originals),
        }  # fmt: skip
        self.__dict__.update(own)

    @property
    def original_files(self) -> tuple[Path, ...]:
        """The files of the originals."""
        files: tuple[Path, ...] = self.__dict__["_originals"]
        return files

    @cached_property
    def whole(self) -> Record:
        """The record as its file gives it."""
        record: Record = self.__dict__["_opened"]()
        return record

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        file: str = self.__dict__["_file"]
        return file

    @property
    def evaluation(self) -> Evaluation:
        return self.whole.evaluation

    @property
    def matter(self) -> Matter:
        return self.whole.matter

    @property
    def originals(self) -> tuple[Original, ...]:
        return self.whole.originals

    @property
    def form(self) -> Form[Evaluation]:
        return self.whole.form

    def with_columns(self, columns: Sequence[Column]) -> Record:
        """The same where other columns are declared."""
        return self if columns == self.columns else self.whole.with_columns(columns)


@dataclass(frozen=True, slots=True)
class FaultyRecord:
    """A record that cannot be published, as far as it can be read: for the audit only."""

    readings: tuple[Record, Record]
    """What is not known for certain differs between the two."""
    partial: Partial[Evaluation]
    """What was left out, in the file and of what it refers to."""
