"""What is known of these files from an earlier run, whoever keeps it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from generator.catalog import Entry


class KnownExports(Protocol):
    """Asked for each file before it is made, and told of those that were made."""

    def recall(self, uri: str, entries: Sequence[Entry]) -> Path | None:
        """The file as it stands in the published site, if it was made of the same records."""
        ...

    def learn(self, uri: str, entries: Sequence[Entry], content: bytes) -> None: ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, uri: str, entries: Sequence[Entry]) -> None:
        del uri, entries

    def learn(self, uri: str, entries: Sequence[Entry], content: bytes) -> None:
        del uri, entries, content


NOTHING_KNOWN: KnownExports = _Nothing()
