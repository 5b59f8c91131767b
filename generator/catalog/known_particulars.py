"""What is known of documents' particulars from an earlier run, whoever keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.catalog.particulars import Particulars
from generator.intake.records import Record
from generator.model.findings import State


@dataclass(frozen=True, slots=True)
class Told:
    """How far a problem has been put right, and the page of the document that says so."""

    state: State | None
    """None where the document does not say how far."""
    address: str


Standings = Mapping[str, Told]
"""By the anchor of each problem; those of which nobody says anything are not in it."""


class KnownParticulars(Protocol):
    """Asked before a document is opened for them, and told of those that were made."""

    def recall(self, record: Record) -> Particulars | None:
        """Of a document that is as it was."""
        ...

    def learn(self, record: Record, particulars: Particulars) -> None: ...

    def recall_standings(self, record: Record, around: Sequence[Record]) -> Standings | None:
        """How its problems stand, where all that name one another are as they were."""
        ...

    def learn_standings(
        self, record: Record, around: Sequence[Record], standings: Standings
    ) -> None: ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, record: Record) -> None:
        del record

    def learn(self, record: Record, particulars: Particulars) -> None:
        del record, particulars

    def recall_standings(self, record: Record, around: Sequence[Record]) -> None:
        del record, around

    def learn_standings(
        self, record: Record, around: Sequence[Record], standings: Standings
    ) -> None:
        del record, around, standings


NOTHING_KNOWN: KnownParticulars = _Nothing()
"""The particulars of a run that begins with nothing."""
