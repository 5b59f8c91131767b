"""What a preview shows while a file is broken: the last version that could be read."""

from dataclasses import replace
from pathlib import Path

from generator.intake.content import Content
from generator.intake.records import Record


class LastGood:
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
            declared = loaded.declared.mended(good.declared)
            records = _filled(loaded, good.records, root)
            columns = declared.columns
            loaded = replace(
                loaded,
                declared=declared,
                records=tuple(record.with_columns(columns) for record in records),
            )
        self._good = loaded
        return loaded


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
