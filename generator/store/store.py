"""What an earlier run found out of each record, as far as it still holds.

Each room asks here before it works, and tells what it worked out: reading (`files`), entries, the
audit, the index. A record is known by the digest of its file; what was found of it beside others,
by the digests of them all. Everything else that a result rests on is the foundation
(`foundation`): where that has changed, nothing is known.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from generator.store.database import Database, Row, StoredRow
from generator.values.digest import digest_of

T = TypeVar("T")
FILES, ENTRIES, OUTCOMES, BESIDE, BATCH = "files", "entries", "outcomes", "beside", "batch"
REPORTS, TERMS, SEGMENTS, PAGES = "reports", "terms", "segments", "pages"
CONTENTS, PROOFS, EXPORTS, IDS = "contents", "proofs", "exports", "ids"
PARTICULARS, STANDINGS = "particulars", "standings"
INDICATORS, LINES, ORIGINALS = "indicators", "lines", "originals"
_AT_HAND = (
    FILES,
    ENTRIES,
    OUTCOMES,
    BESIDE,
    BATCH,
    REPORTS,
    SEGMENTS,
    PAGES,
    CONTENTS,
    PROOFS,
    EXPORTS,
    IDS,
    PARTICULARS,
    STANDINGS,
)
"""Rooms that are read as a whole; terms are long, and asked for one by one."""
_BEHIND = {TERMS: REPORTS, ORIGINALS: REPORTS, INDICATORS: PARTICULARS, LINES: PARTICULARS}
"""Rooms whose rows are asked for one by one, and come and go with those of another."""
_MANY = 500
"""Rows that are written together."""


class Store:
    """The rows of one database, for one run."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows = {room: dict(database.rows(room)) for room in _AT_HAND}
        self._idle = {room: set(rows) for room, rows in self._rows.items()}
        """The names of rows that nobody asked for in this run."""
        self._put: list[StoredRow] = []
        self._digests: dict[str, bytes] = {}

    def recall(self, room: str, name: str, key: bytes, read: Callable[[bytes], T]) -> T | None:
        """The data of a row made for this key, as it reads back."""
        row = self._row(room, name)
        if row is None or row[0] != key:
            return None
        try:
            return read(row[1])
        except (ValueError, LookupError, TypeError):
            return None  # whoever put it there: it is made anew

    def last(self, room: str, name: str) -> Row | None:
        """A row as it was kept, whatever it was made for; what is learnt now is not in it yet."""
        return self._row(room, name)

    def learn(self, room: str, name: str, key: bytes, data: bytes) -> None:
        """Data to be kept."""
        self._idle.get(room, set()).discard(name)
        self._put.append((room, name, key, data))
        if len(self._put) >= _MANY:
            self._write()

    def take(self, rows: Collection[StoredRow]) -> None:
        """Rows that were worked out elsewhere: from here on as if they had been kept."""
        for room, name, key, data in rows:
            if room in self._rows:
                self._rows[room][name] = key, data
                self._idle[room].add(name)
        self._database.change(rows, ())

    @property
    def rows(self) -> Iterator[StoredRow]:
        """All rows, with those that were learnt."""
        self._write()
        for room in (*_AT_HAND, *_BEHIND):
            for name, row in self._database.rows(room).items():
                yield room, name, *row

    def names(self, room: str) -> frozenset[str]:
        """The names of all rows of a room that is read as a whole, which are kept on."""
        self._idle[room].clear()
        return frozenset(self._rows[room])

    def holds(self, path: str) -> bool:
        """Whether anything is kept of a record's file, of whatever version."""
        return path in self._rows[FILES]

    def know(self, path: str, digest: bytes) -> None:
        """Note what tells this version of a record from others; `path` is that of its file."""
        self._digests[path] = digest

    def digest(self, path: str) -> bytes | None:
        """What tells the version of a record in this run from others."""
        return self._digests.get(path)

    def together(self, paths: Iterable[str]) -> bytes | None:
        """One digest for several records, in this order; None where one has none."""
        parts: list[bytes] = []
        for path in paths:
            digest = self._digests.get(path)
            if digest is None:
                return None
            parts += (path.encode(), digest)
        return digest_of(*parts)

    def keep(self) -> None:
        """Write what was learnt, and forget what nobody asked for: its records are gone."""
        drop = [(room, name) for room, names in self._idle.items() for name in names]
        drop += [(behind, name) for behind, room in _BEHIND.items() for name in self._idle[room]]
        self._database.change(self._put, drop)
        self._put.clear()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _write(self) -> None:
        self._database.change(self._put, ())
        self._put.clear()

    def _row(self, room: str, name: str) -> Row | None:
        if room not in self._rows:
            return self._database.row(room, name)
        self._idle[room].discard(name)
        return self._rows[room].get(name)


def open_store(file: Path | None, foundation: bytes) -> Store:
    """The store in a file, as far as it rests on this foundation; without one, in memory."""
    return Store(Database(file, foundation))
