"""What is known of these files from an earlier run, whoever keeps it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from generator.catalog import Catalog, Entry
from generator.tables.lines import Lines


class KnownExports(Protocol):
    """Asked for each file before it is made, and told of those that were made."""

    def recall(self, uri: str, made_of: bytes) -> Path | None:
        """The file as it stands in the published site, if it was made of what has this digest."""
        ...

    def learn(self, uri: str, made_of: bytes, content: bytes) -> None: ...

    def version(self, catalog: Catalog, documents: Sequence[Entry]) -> bytes | None:
        """What tells these documents, with all that is said of them, from what they were.

        None where that is not known.
        """
        ...

    def lines(self, document: Entry) -> Lines | None:
        """The rows of indicators of a document that is as it was."""
        ...

    def learn_lines(self, document: Entry, lines: Lines) -> None: ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, uri: str, made_of: bytes) -> None:
        del uri, made_of

    def learn(self, uri: str, made_of: bytes, content: bytes) -> None:
        del uri, made_of, content

    def version(self, catalog: Catalog, documents: Sequence[Entry]) -> None:
        del catalog, documents

    def lines(self, document: Entry) -> None:
        del document

    def learn_lines(self, document: Entry, lines: Lines) -> None:
        del document, lines


NOTHING_KNOWN: KnownExports = _Nothing()
