"""What a build remembers of the one before it, and where it is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mkdocs.config.defaults import MkDocsConfig

from generator.intake import walk
from generator.intake.ground import beside_records
from generator.store import Store, StoredIndex, StoredPages, foundation, open_store
from generator.store.resting import resting_on

_FOLDER = Path(".cache") / "gongkai"
"""Beside mkdocs.yml, where Material keeps its own; safe to delete."""
_PASSING = frozenset({"site_dir", "config_file_path", "docs_dir", "plugins", "watch", "extra"})
"""Settings that no page shows, or that hold objects of this run."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The store of a site, opened for one build."""

    store: Store
    is_kept: bool = True
    """Whether it outlives the build."""

    @classmethod
    def of(cls, config: MkDocsConfig, folder: Path, root: Path, *, is_preview: bool) -> Self:
        """Of a site with these settings and this content folder, in the project at `root`."""
        declared = beside_records(walk.files(folder), folder)
        name = "preview.db" if is_preview else "site.db"
        rests_on = foundation(_told(config), declared, root, is_preview=is_preview)
        return cls(open_store(root / _FOLDER / name, rests_on))

    @classmethod
    def passing(cls) -> Self:
        """Of one build, for what its batches work out."""
        return cls(open_store(None, b""), is_kept=False)

    def index(self, published: Path) -> StoredIndex:
        """What is known of the index of the published site."""
        return StoredIndex(self.store, published)

    def pages(self, published: Path, common: Sequence[object]) -> StoredPages | None:
        """What is known of its pages; `common` is shown on all of them."""
        key = resting_on(common, self.store) if self.is_kept else None
        return None if key is None else StoredPages(self.store, published, key)


def _told(config: MkDocsConfig) -> bytes:
    """The settings that pages may show."""
    plain: Iterable[tuple[str, object]] = (
        (name, value) for name, value in config.items() if name not in _PASSING
    )
    extra = {name: value for name, value in config.extra.items() if name != "gongkai"}
    theme = dict(config.theme)
    settings = {name: str(value) for name, value in plain if name != "theme"}
    return repr((sorted(settings.items()), sorted(extra.items(), key=str), theme)).encode()
