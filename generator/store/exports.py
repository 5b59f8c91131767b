"""Tables and feeds: which of those in the published site still hold."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.catalog import Catalog, Entry
from generator.store import plain
from generator.store.seen import Seen
from generator.store.store import EXPORTS, INDICATORS, LINES, Store
from generator.tables.lines import Lines
from generator.values.digest import digest_of_file


class StoredExports:
    """The files that were made of the same, and are as they were made."""

    def __init__(self, store: Store, site: Path, seen: Seen) -> None:
        """`site` is the published one's folder."""
        self._store, self._site, self._seen = store, site, seen

    def recall(self, uri: str, made_of: bytes) -> Path | None:
        """The finished file."""
        digest = self._store.recall(EXPORTS, uri, made_of, bytes)
        file = self._site / uri
        return file if digest is not None and self._seen.digest(file) == digest else None

    def learn(self, uri: str, made_of: bytes, content: bytes) -> None:
        """One that was asked for in vain, and was made."""
        self._store.learn(EXPORTS, uri, made_of, digest_of_file(content))

    def version(self, catalog: Catalog, documents: Sequence[Entry]) -> bytes | None:
        """By the files of the records, and of all that name one another with them."""
        around = (catalog.relations.circle(one.record) for one in documents)
        return self._store.together(one.path for circle in around for one in circle)

    def indicators(self, document: Entry) -> str | None:
        """Of a record that is as it was."""
        path = document.record.path
        if (key := self._store.digest(path)) is None:
            return None
        return self._store.recall(INDICATORS, path, key, bytes.decode)

    def learn_indicators(self, document: Entry, written: str) -> None:
        """Those that were written now."""
        path = document.record.path
        if key := self._store.digest(path):
            self._store.learn(INDICATORS, path, key, written.encode())

    def lines(self, document: Entry, version: bytes) -> Mapping[str, Lines] | None:
        """Rows of a record by their sort, as they were written for this version."""
        return self._store.recall(LINES, document.record.path, version, plain.LINES.validate_json)

    def learn_lines(self, document: Entry, version: bytes, lines: Mapping[str, Lines]) -> None:
        """Those that were written now."""
        said = plain.LINES.dump_json(dict(lines))
        self._store.learn(LINES, document.record.path, version, said)
