"""Records: evaluations with the file they stand in."""

from dataclasses import dataclass

from generator.binding.filling import Form
from generator.binding.partial import Partial
from generator.intake.originals.attachments import Original
from generator.model.evaluation import Evaluation, Status
from generator.model.frames import Frame
from generator.model.register import Department


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
class FaultyRecord:
    """A record that cannot be published, as far as it can be read: for the audit only."""

    readings: tuple[Record, Record]
    """What is not known for certain differs between the two."""
    partial: Partial[Evaluation]
    """What was left out, in the file and of what it refers to."""
