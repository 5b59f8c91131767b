"""What the pages of a site are made from: evaluations, what was found in them, who publishes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalog import Catalog
from generator.diagnostics import Diagnostic
from generator.intake.records import Record
from generator.intake.written import NOTHING, Written
from generator.model.columns import Column
from generator.model.kinds import EvaluationKind
from generator.model.publisher import Publisher


@dataclass(frozen=True, slots=True)
class Edition:
    """One making of a site, public or as a preview."""

    publisher: Publisher
    catalog: Catalog
    results: Mapping[str, Sequence[Diagnostic]] = field(default_factory=dict)
    """What the audit found, by the path of the record, in the order of its lines."""
    kinds: Sequence[EvaluationKind] = ()
    """Those that documents of the site may be of, in the order in which they are made."""
    columns: Sequence[Column] = ()
    """Those that forms may add, in the order of their tables."""
    written: Written = NOTHING
    """The pages written by hand."""
    is_preview: bool = False
    """Whether it shows what is not published yet."""

    def found(self, record: Record) -> Sequence[Diagnostic]:
        """What the audit found in a record."""
        return self.results.get(record.path, ())
