"""What is known of a record's entries from an earlier run, whoever keeps it."""

from typing import Protocol

from generator.catalog.entries import Entry
from generator.intake.records import Record


class KnownEntries(Protocol):
    """Asked for the entries of each record before they are filled in, and told of those made."""

    def recall(self, record: Record) -> tuple[Entry, ...] | None:
        """The entries of a record that is as it was: of the document, then of its items."""
        ...

    def learn(self, record: Record, entries: tuple[Entry, ...]) -> None:
        """Entries that were filled in."""
        ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, record: Record) -> None:
        del record

    def learn(self, record: Record, entries: tuple[Entry, ...]) -> None:
        del record, entries


NOTHING_KNOWN: KnownEntries = _Nothing()
