"""What is known of these files from an earlier run, whoever keeps it."""

from collections.abc import Mapping, Sequence
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

    def indicators(self, document: Entry) -> str | None:
        """The rows of a document that is as it was, in CSV."""
        ...

    def learn_indicators(self, document: Entry, written: str) -> None: ...

    def lines(self, document: Entry, version: bytes) -> Mapping[str, Lines] | None:
        """The rows of a document by their sort, if it has this version."""
        ...

    def learn_lines(self, document: Entry, version: bytes, lines: Mapping[str, Lines]) -> None: ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, uri: str, made_of: bytes) -> None:
        del uri, made_of

    def learn(self, uri: str, made_of: bytes, content: bytes) -> None:
        del uri, made_of, content

    def version(self, catalog: Catalog, documents: Sequence[Entry]) -> None:
        del catalog, documents

    def indicators(self, document: Entry) -> None:
        del document

    def learn_indicators(self, document: Entry, written: str) -> None:
        del document, written

    def lines(self, document: Entry, version: bytes) -> None:
        del document, version

    def learn_lines(self, document: Entry, version: bytes, lines: Mapping[str, Lines]) -> None:
        del document, version, lines


NOTHING_KNOWN: KnownExports = _Nothing()
