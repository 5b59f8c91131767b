"""What a preview shows while a file is broken, and when it has to look again."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.intake.content import Content
from generator.intake.records import Record


class Preview:
    """Remembers, between the rebuilds of one preview, what could last be read."""

    def __init__(self) -> None:
        self._good: Content | None = None

    def mended(self, loaded: Content, root: Path) -> Content:
        """The content with its gaps filled from memory; the diagnostics stay as they are."""
        good = self._good
        if good is not None:
            if loaded.publisher is None:
                loaded = replace(loaded, publisher=good.publisher)
            if not loaded.departments:
                loaded = replace(loaded, regions=good.regions, departments=good.departments)
            loaded = replace(loaded, records=_filled(loaded, good.records, root))
        self._good = loaded
        return loaded


class Watched:
    """Files whose change calls for a rebuild; what editors leave beside them does not."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._seen = self._look()

    def changed(self) -> bool:
        """Whether a file came, went or changed since the last call."""
        before, self._seen = self._seen, self._look()
        return before != self._seen

    def _look(self) -> Mapping[Path, tuple[int, int]]:
        seen = {}
        for file in self._files():
            try:
                status = file.stat()
            except OSError:
                continue  # gone since it was listed
            if stat.S_ISREG(status.st_mode):
                seen[file] = (status.st_mtime_ns, status.st_size)
        return seen

    def _files(self) -> Iterator[Path]:
        for path in self._paths:
            for file in path.rglob("*") if path.is_dir() else (path,):
                if not (file.name.startswith((".", "~")) or file.name.endswith(_LEFT_BY_EDITORS)):
                    yield file


_LEFT_BY_EDITORS = ("~", ".swp", ".tmp", ".bak", ".pyc")


def _filled(loaded: Content, good: tuple[Record, ...], root: Path) -> tuple[Record, ...]:
    """Add records whose file is still there but cannot be read now."""
    read = {record.path for record in loaded.records}
    known = {department.id for department in loaded.departments}
    kept = (
        record
        for record in good
        if record.path not in read
        and record.department.id in known
        and (root / record.path).is_file()
    )
    return tuple(sorted((*loaded.records, *kept), key=lambda record: record.path))
