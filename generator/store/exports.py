"""Tables and feeds: which of those in the published site still hold."""

from collections.abc import Sequence
from pathlib import Path

from generator.catalog.entries import Entry
from generator.store.digest import digest_of_file
from generator.store.pages import digest_at
from generator.store.store import EXPORTS, Store


class StoredExports:
    """The files that were made of the same records, and are as they were made."""

    def __init__(self, store: Store, site: Path) -> None:
        """`site` is the published one's folder."""
        self._store, self._site = store, site

    def recall(self, uri: str, entries: Sequence[Entry]) -> Path | None:
        """The finished file; everything but the records is in the store's foundation."""
        key = self._key(entries)
        digest = key and self._store.recall(EXPORTS, uri, key, bytes)
        file = self._site / uri
        return file if digest and digest_at(file) == digest else None

    def learn(self, uri: str, entries: Sequence[Entry], content: bytes) -> None:
        """One that was asked for in vain, and was made."""
        if key := self._key(entries):
            self._store.learn(EXPORTS, uri, key, digest_of_file(content))

    def _key(self, entries: Sequence[Entry]) -> bytes | None:
        return self._store.together(entry.record.path for entry in entries)
