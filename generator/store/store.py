"""What an earlier run found out of each record, as far as it still holds.

Each room asks here before it works, and tells what it worked out: reading (`files`), entries and
the audit. A record is known by the digest of its file; what was found of it beside others, by the
digests of them all. Everything else that a result rests on is the foundation (`foundation`): where
that has changed, nothing is known.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from generator.audit.rulebook import Rulebook
from generator.audit.runner import Outcome
from generator.catalog.entries import Entry
from generator.diagnostics import Diagnostic
from generator.intake.declarations import Declarations
from generator.intake.known_files import KnownFile
from generator.intake.records import Record
from generator.store import plain
from generator.store.database import Database, Row

T = TypeVar("T")
_FILES, _ENTRIES, _OUTCOMES, _BESIDE = "files", "entries", "outcomes", "beside"
_ROOMS = (_FILES, _ENTRIES, _OUTCOMES, _BESIDE)


class Store:
    """All rooms over one database; `KnownFiles` itself, and the others as its parts."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows = {room: dict(database.rows(room)) for room in _ROOMS}
        self._put: dict[tuple[str, str], Row] = {}
        self.digests: dict[str, bytes] = {}
        """Of every record's file in this run, by its path; with its originals."""
        self.files = _Files(self)

    def entries(self, declared: Declarations) -> "_Entries":
        """What is known of entries, with what they name."""
        return _Entries(self, declared)

    def outcomes(self, book: Rulebook) -> "_Outcomes":
        """What is known of what these rules said."""
        return _Outcomes(self, book)

    def recall(self, room: str, name: str, key: bytes, read: Callable[[bytes], T]) -> T | None:
        """The data of a row made for this key, as it reads back."""
        row = self._rows[room].get(name)
        if row is None or row[0] != key:
            return None
        try:
            return read(row[1])
        except (ValueError, LookupError, TypeError):
            return None  # whoever put it there: it is made anew

    def learn(self, room: str, name: str, key: bytes, data: bytes) -> None:
        """Data to be kept when all is done."""
        self._put[room, name] = key, data

    def together(self, records: Iterable[Record]) -> bytes | None:
        """One digest for several records, whatever their order; None where one has none."""
        paths = sorted(record.path for record in records)
        if any(path not in self.digests for path in paths):
            return None
        return digest_of(*(part for path in paths for part in (path.encode(), self.digests[path])))

    def keep(self) -> None:
        """Write what was learnt, and forget the records that are gone."""
        put = [(room, name, key, data) for (room, name), (key, data) in self._put.items()]
        known = self.digests.keys()
        drop = [
            (room, name) for room, rows in self._rows.items() for name in rows if name not in known
        ]
        self._database.change(put, drop)


class _Files:
    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(self, path: str, digest: bytes) -> KnownFile | None:
        known = self._store.recall(_FILES, path, digest, plain.FILE.validate_json)
        if known is not None:
            self._store.digests[path] = _with_originals(digest, known)
        return known

    def learn(self, path: str, digest: bytes, known: KnownFile) -> None:
        self._store.digests[path] = _with_originals(digest, known)
        self._store.learn(_FILES, path, digest, plain.FILE.dump_json(known))


class _Entries:
    def __init__(self, store: Store, declared: Declarations) -> None:
        self._store = store
        self._frames = {frame.id: frame for frame in declared.frames}
        self._kinds = {kind.id: kind for kind in declared.kinds}

    def recall(self, record: Record) -> tuple[Entry, ...] | None:
        key = self._store.digests.get(record.path)
        if key is None:
            return None
        return self._store.recall(
            _ENTRIES, record.path, key,
            lambda data: plain.entries_from(data, record, self._frames, self._kinds),
        )  # fmt: skip

    def learn(self, record: Record, entries: tuple[Entry, ...]) -> None:
        if key := self._store.digests.get(record.path):
            self._store.learn(_ENTRIES, record.path, key, plain.plain_entries(entries))


class _Outcomes:
    def __init__(self, store: Store, book: Rulebook) -> None:
        self._store = store
        self._rules = book.names

    def recall(self, record: Record) -> Outcome | None:
        key = self._store.digests.get(record.path)
        if key is None:
            return None
        return self._store.recall(
            _OUTCOMES, record.path, key, lambda data: plain.outcome_from(data, self._rules)
        )

    def learn(self, record: Record, outcome: Outcome) -> None:
        if key := self._store.digests.get(record.path):
            self._store.learn(_OUTCOMES, record.path, key, plain.plain_outcome(outcome))

    def recall_beside(
        self, record: Record, around: Sequence[Record]
    ) -> tuple[Diagnostic, ...] | None:
        key = self._store.together(around)
        if key is None:
            return None
        return self._store.recall(_BESIDE, record.path, key, plain.RESULTS.validate_json)

    def learn_beside(
        self, record: Record, around: Sequence[Record], found: tuple[Diagnostic, ...]
    ) -> None:
        if key := self._store.together(around):
            self._store.learn(_BESIDE, record.path, key, plain.RESULTS.dump_json(found))


def digest_of(*parts: bytes) -> bytes:
    """One digest for several parts, each with its length: no two lists give the same."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def _with_originals(digest: bytes, known: KnownFile) -> bytes:
    """A record's file and the originals beside it."""
    named = (f"{name} {was}".encode() for name, was in sorted(known.originals.items()))
    return digest_of(digest, *named)


def open_store(file: Path, foundation: bytes) -> Store:
    """The store in a file, as far as it rests on this foundation."""
    return Store(Database(file, foundation))
