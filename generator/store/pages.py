"""Finished pages: which of those in the published site still hold."""

import hashlib
from pathlib import Path

from generator.pages.page_artifact import PageArtifact
from generator.store.resting import resting_on
from generator.store.store import PAGES, Store, digest_of


class StoredPages:
    """The pages of the published site that were made of the same, and are as they were made."""

    def __init__(self, store: Store, site: Path, common: bytes) -> None:
        """`site` is the published one's folder; `common` tells what all its pages share."""
        self._store, self._site, self._common = store, site, common

    def key(self, page: PageArtifact) -> bytes | None:
        """What tells one state of a page from another; None where nothing does."""
        own = resting_on(page.rests_on, self._store)
        return own and digest_of(self._common, own)

    def file(self, page: PageArtifact, key: bytes | None, output: str) -> Path | None:
        """The finished page, where it was made for this key; `output` is its place in the site."""
        if key is None:
            return None
        digest = self._store.recall(PAGES, page.uri, key, bytes)
        file = self._site / output
        try:
            whole = digest is not None and _digest(file.read_bytes()) == digest
        except OSError:
            return None
        return file if whole and not file.is_symlink() else None

    def learn(self, page: PageArtifact, key: bytes | None, content: bytes) -> None:
        """A page that was made."""
        if key is not None:
            self._store.learn(PAGES, page.uri, key, _digest(content))


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=20).digest()
