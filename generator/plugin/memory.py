"""What a build remembers of the one before it, and where it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from mkdocs.config.defaults import MkDocsConfig

from generator.intake import walk
from generator.intake.ground import beside_records
from generator.plugin.shown import shown
from generator.store import FOLDER
from generator.store.exports import StoredExports
from generator.store.foundation import foundation
from generator.store.ids import StoredIds
from generator.store.pages import StoredContents, StoredPages, StoredProofs
from generator.store.resting import resting_on
from generator.store.rooms import StoredIndex
from generator.store.seen import Seen
from generator.store.store import Store, open_store


@dataclass(frozen=True)
class Memory:
    """The store of a site, opened for one build."""

    store: Store
    seen: Seen
    """What was read of the published site."""
    is_kept: bool = True
    """Whether it outlives the build."""

    @classmethod
    def of(
        cls, config: MkDocsConfig, folder: Path, root: Path, seen: Seen, *, is_preview: bool
    ) -> Self:
        """Of a site with these settings and this content folder, in the project at `root`."""
        declared = beside_records(walk.files(folder), folder)
        name = "preview.db" if is_preview else "site.db"
        rests_on = foundation(shown(config), declared, root, is_preview=is_preview)
        return cls(open_store(root / FOLDER / name, rests_on), seen)

    @classmethod
    def passing(cls) -> Self:
        """Of one build, for what its batches work out."""
        return cls(open_store(None, b""), Seen(), is_kept=False)

    def index(self, published: Path) -> StoredIndex:
        """What is known of the index of the published site."""
        return StoredIndex(self.store, published, self.seen)

    def exports(self, published: Path) -> StoredExports:
        """What is known of its tables and feeds."""
        return StoredExports(self.store, published, self.seen)

    @cached_property
    def proofs(self) -> StoredProofs:
        """What was compared and need not be again."""
        return StoredProofs(self.store)

    @cached_property
    def contents(self) -> StoredContents | None:
        """What is known of the pages that MkDocs builds."""
        return StoredContents(self.store) if self.is_kept else None

    @cached_property
    def ids(self) -> StoredIds:
        """What is known of ids made from words."""
        return StoredIds(self.store)

    def pages(self, published: Path, common: Sequence[object]) -> StoredPages | None:
        """What is known of its pages; `common` is shown on all of them."""
        key = resting_on(common, self.store) if self.is_kept else None
        return None if key is None else StoredPages(self.store, published, self.seen, key)
