"""Finished pages: which of those in the published site still hold."""

from collections.abc import Iterable
from pathlib import Path

from generator.html import Converted
from generator.pages.page_artifact import PageArtifact
from generator.store.plain import CONVERTED
from generator.store.resting import resting_on
from generator.store.seen import Seen
from generator.store.store import CONTENTS, PAGES, PROOFS, Store
from generator.values.digest import digest_of, digest_of_file


class StoredProofs:
    """What was made both ways, and was the same: it rests on the foundation alone."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = store.names(PROOFS)

    @property
    def names(self) -> frozenset[str]:
        """What need not be compared again."""
        return self._known

    def learn(self, names: Iterable[str]) -> None:
        """What was compared by now."""
        for name in sorted(set(names) - self._known):
            self._store.learn(PROOFS, name, b"", b"")


class StoredPages:
    """The pages of the published site that were made of the same, and are as they were made."""

    def __init__(self, store: Store, site: Path, seen: Seen, common: bytes) -> None:
        """`site` is the published one's folder; `common` tells what all its pages share."""
        self._store, self._site, self._seen, self._common = store, site, seen, common
        self._asked: dict[str, bytes] = {}
        """The keys of the pages that must be made, by their places."""
        self.digests: dict[str, bytes] = {}
        """Of the pages that were taken or made, by their places in the site."""

    def file(self, page: PageArtifact, output: str) -> Path | None:
        """The finished page, where it was made of the same; `output` is its place in the site."""
        own = resting_on(page.rests_on, self._store)
        if own is None:
            return None
        key = digest_of(self._common, own)
        digest = self._store.recall(PAGES, page.uri, key, bytes)
        file = self._site / output
        if digest is not None and self._seen.digest(file) == digest:
            self.digests[output] = digest
            return file
        self._asked[page.uri] = key
        return None

    def learn(self, page: PageArtifact, content: bytes) -> None:
        """A page that was asked for in vain, and was made."""
        if key := self._asked.pop(page.uri, None):
            self.digests[page.output] = digest_of_file(content)
            self._store.learn(PAGES, page.uri, key, self.digests[page.output])


class StoredContents:
    """What stands on pages that the theme is put round anew, where they were made of the same."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: dict[str, bytes] = {}
        """The keys of the pages that must be made, by their places."""

    def recall(self, page: PageArtifact) -> Converted | None:
        """The HTML of a page with its headings."""
        if (key := resting_on(page.rests_on, self._store)) is None:
            return None
        known = self._store.recall(CONTENTS, page.uri, key, CONVERTED.validate_json)
        if known is None:
            self._asked[page.uri] = key
        return known

    def learn(self, page: PageArtifact, made: Converted) -> None:
        """What was made of a page that was asked for in vain."""
        if key := self._asked.pop(page.uri, None):
            self._store.learn(CONTENTS, page.uri, key, CONVERTED.dump_json(made))
