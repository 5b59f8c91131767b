"""Tables and feeds: which of those in the published site still hold."""

from pathlib import Path

from generator.store.pages import digest_at
from generator.store.store import EXPORTS, Store
from generator.values.digest import digest_of_file


class StoredExports:
    """The files that were made of the same, and are as they were made."""

    def __init__(self, store: Store, site: Path) -> None:
        """`site` is the published one's folder."""
        self._store, self._site = store, site

    def recall(self, uri: str, made_of: bytes) -> Path | None:
        """The finished file."""
        digest = self._store.recall(EXPORTS, uri, made_of, bytes)
        file = self._site / uri
        return file if digest is not None and digest_at(file) == digest else None

    def learn(self, uri: str, made_of: bytes, content: bytes) -> None:
        """One that was asked for in vain, and was made."""
        self._store.learn(EXPORTS, uri, made_of, digest_of_file(content))
