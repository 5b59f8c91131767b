"""What a build remembers of the one before it, and where it is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mkdocs.config.defaults import MkDocsConfig

from generator.intake import walk
from generator.intake.kinds import RECORD
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

    @classmethod
    def of(cls, config: MkDocsConfig, folder: Path, root: Path, *, is_preview: bool) -> Self:
        """Of a site with these settings and this content folder, in the project at `root`."""
        files = walk.files(folder)
        records = set(RECORD.among(files, folder))
        declared = (file for file in files if file not in records and file.suffix in _READ)
        name = "preview.db" if is_preview else "site.db"
        rests_on = foundation(_told(config), declared, root, is_preview=is_preview)
        return cls(open_store(root / _FOLDER / name, rests_on))

    def index(self, published: Path) -> StoredIndex:
        """What is known of the index of the published site."""
        return StoredIndex(self.store, published)

    def pages(self, published: Path, common: Sequence[object]) -> StoredPages | None:
        """What is known of its pages; `common` is shown on all of them."""
        key = resting_on(common, self.store)
        return None if key is None else StoredPages(self.store, published, key)


_READ = frozenset({".yml", ".yaml", ".md"})
"""Endings of the files that are read, not only copied."""


def _told(config: MkDocsConfig) -> bytes:
    """The settings that pages may show."""
    plain: Iterable[tuple[str, object]] = (
        (name, value) for name, value in config.items() if name not in _PASSING
    )
    extra = {name: value for name, value in config.extra.items() if name != "gongkai"}
    theme = dict(config.theme)
    settings = {name: str(value) for name, value in plain if name != "theme"}
    return repr((sorted(settings.items()), sorted(extra.items(), key=str), theme)).encode()
