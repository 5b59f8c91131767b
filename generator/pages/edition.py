"""What the pages of a site are made from: evaluations, what was found in them, who publishes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.audit.rulebook import BUILT_IN, Rulebook
from generator.audit.runner import Outcome
from generator.catalog import Catalog
from generator.catalog.questions import Question, questions
from generator.diagnostics import Diagnostic
from generator.intake.records import Record
from generator.intake.written import NOTHING, Written
from generator.model.columns import Column
from generator.model.kinds import EvaluationKind
from generator.model.publisher import Publisher


@dataclass(frozen=True)
class Edition:
    """One making of a site, public or as a preview."""

    publisher: Publisher
    catalog: Catalog
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    """What the audit says of each record, by its path."""
    kinds: Sequence[EvaluationKind] = ()
    """Those that documents of the site may be of, in the order in which they are made."""
    columns: Sequence[Column] = ()
    """Those that forms may add, in the order of their tables."""
    written: Written = NOTHING
    """The pages written by hand."""
    book: Rulebook = BUILT_IN
    """The rules by which its records were checked."""
    is_preview: bool = False
    """Whether it shows what is not published yet."""
    has_examples: bool = False
    """Whether a record among those shown says that it is made up."""

    @property
    def explains_rules(self) -> bool:
        """Whether there is a page of the rules: none where all of the audit stays at the desk."""
        return self.is_preview or self.publisher.policy.notes

    @cached_property
    def questions(self) -> Sequence[Question]:
        """Those that every year is asked and that have an answer: many pages lead to it."""
        return tuple(questions(self.catalog, self.publisher.thresholds.days_to_publish))

    def found(self, record: Record) -> Sequence[Diagnostic]:
        """What the audit found in a record, in the order of its lines."""
        return self.outcome(record).results

    def outcome(self, record: Record) -> Outcome:
        """What was found in a record, and what was checked in it."""
        return self.outcomes.get(record.path, Outcome())
