"""What is kept between two runs, so that the second does only what has changed."""

from generator.store.database import StoredRow
from generator.store.foundation import foundation
from generator.store.pages import StoredPages
from generator.store.rooms import StoredEntries, StoredFiles, StoredIndex, StoredOutcomes
from generator.store.store import Store, open_store

__all__ = [
    "Store",
    "StoredEntries",
    "StoredFiles",
    "StoredIndex",
    "StoredOutcomes",
    "StoredPages",
    "StoredRow",
    "foundation",
    "open_store",
]
