"""What can be found out of a record by itself, for a batch of record files.

One pure function from paths to the rows that the store would keep of them. It runs the stages of
the line itself over a store in memory: no row is made in two ways.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator import collector
from generator.audit.rulebook import Rulebook, rulebook
from generator.audit.runner import alone
from generator.catalog import Catalog
from generator.catalog.particulars import particulars_of
from generator.exports.indicators import lines_of
from generator.intake import ground, record_files, walk
from generator.intake.ground import Ground
from generator.intake.records import Record
from generator.model.publisher import Publisher
from generator.search import indexed_anew
from generator.store.database import StoredRow
from generator.store.exports import StoredExports
from generator.store.foundation import foundation
from generator.store.particulars import StoredParticulars
from generator.store.rooms import StoredEntries, StoredFiles, StoredIndex, StoredOutcomes
from generator.store.seen import Seen
from generator.store.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Batch:
    """Some record files of one content folder."""

    root: Path
    """The project; on another machine it lies at the same place."""
    folder: Path
    """Its content folder."""
    files: tuple[Path, ...]
    stands_on: bytes
    """The digest of program and content but for the records, where the rows are to be used."""
    is_preview: bool = False
    """Whether drafts and records in review are shown too."""


def standing_on(files: Iterable[Path], folder: Path, root: Path) -> bytes:
    """The digest of program and content but for the records, as this process sees them."""
    return foundation(b"", ground.beside_records(files, folder), root)


def worked_out(batch: Batch) -> tuple[StoredRow, ...] | None:
    """The rows of these records; None where this process has another program or other content.

    A faulty record has none: whoever reads it next says what is wrong.
    """
    common = _common(batch.folder, batch.root, batch.stands_on)
    if common is None:
        return None
    store = open_store(None, b"")
    try:
        with collector.paused():
            _learn(batch, *common, store)
        return tuple(store.rows)
    finally:
        store.close()


@lru_cache(maxsize=1)
def _common(
    folder: Path, root: Path, stands_on: bytes
) -> tuple[Ground, Publisher, Rulebook] | None:
    """What all records of a folder have in common, read once in a process."""
    files = walk.files(folder)
    if standing_on(files, folder, root) != stands_on:
        return None
    found = ground.read(tuple(filter(walk.is_printable, files)), folder, root)
    publisher = found.publisher.value
    if publisher is None or not found.is_whole:
        return None
    return found, publisher, rulebook(found.declared)


def _learn(
    batch: Batch, common: Ground, publisher: Publisher, book: Rulebook, store: Store
) -> None:
    """Run the stages that look at one record at a time, and let the store learn from them."""
    listed = common.listed
    known = {department.id for department in listed.departments}

    def is_shown(record: Record) -> bool:
        return record.department.id in known and (batch.is_preview or record.is_published)

    read = record_files.load(batch.files, batch.root, common.shelf, StoredFiles(store))
    records = (one.record for one in read if one.record)
    catalog = Catalog(
        listed.regions, listed.departments, filter(is_shown, records),
        as_stated=not publisher.policy.notes, before=StoredEntries(store, common.declared),
    )  # fmt: skip
    outcomes, index = StoredOutcomes(store, book), StoredIndex(store, batch.root, Seen())
    particulars, exports = StoredParticulars(store), StoredExports(store, batch.root, Seen())
    for document in catalog.documents:
        alone(document.record, publisher.thresholds, book, outcomes)
        particulars.learn(document.record, particulars_of(document.record))
        exports.learn_indicators(document, lines_of(document).csv)
        for entry in catalog.with_items(document):
            indexed_anew(entry, index)
