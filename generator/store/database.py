"""The file in which the store lies: SQLite, rows of bytes, safe to delete at any time.

What cannot be read for whatever reason (another program's file, one that was cut, one of another
foundation) is as good as none: it is thrown away and begun anew.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_LAYOUT = "1"
"""Changes with the tables below."""
_TABLES = """
create table about (name text primary key, value blob) without rowid;
create table rows (room text, name text, key blob, data blob, primary key (room, name))
    without rowid;
"""

Row = tuple[bytes, bytes]
"""The key for which it holds, and the data."""
StoredRow = tuple[str, str, bytes, bytes]
"""The same behind its room and its name."""


class Database:
    """Rows by room and name, as far as they rest on the same foundation."""

    def __init__(self, file: Path | None, foundation: bytes) -> None:
        """Open the store, or begin one: in memory without a file.

        Without a place to write, nothing is kept.
        """
        self._file = file
        self._foundation = foundation
        self._connection = self._opened() or self._begun()

    def rows(self, room: str) -> Mapping[str, Row]:
        """All rows of a room."""
        found: dict[str, Row] = {}
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                asked = "select name, key, data from rows where room = ?"
                for name, key, data in self._connection.execute(asked, (room,)):
                    if type(name) is str and type(key) is type(data) is bytes:
                        found[name] = key, data
        return found

    def row(self, room: str, name: str) -> Row | None:
        """One row."""
        if self._connection is None:
            return None
        with contextlib.suppress(sqlite3.Error):
            asked = "select key, data from rows where room = ? and name = ?"
            for key, data in self._connection.execute(asked, (room, name)):
                return (key, data) if type(key) is type(data) is bytes else None
        return None

    def change(self, put: Iterable[StoredRow], drop: Iterable[tuple[str, str]]) -> None:
        """Write rows (room, name, key, data) and take others (room, name) away, all or none."""
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error), self._connection:
            self._connection.executemany("insert or replace into rows values (?, ?, ?, ?)", put)
            self._connection.executemany("delete from rows where room = ? and name = ?", drop)

    def close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _opened(self) -> sqlite3.Connection | None:
        """The store as it lies there, if it is ours and rests on this foundation."""
        if self._file is None or not self._file.is_file():
            return None
        connection = None
        try:
            connection = sqlite3.connect(self._file)
            about = dict(connection.execute("select name, value from about"))
            if about == {"layout": _LAYOUT.encode(), "foundation": self._foundation}:
                return connection
        except sqlite3.Error:
            pass
        if connection is not None:
            connection.close()
        return None

    def _begun(self) -> sqlite3.Connection | None:
        """An empty store in the place of whatever lies there."""
        try:
            if self._file is not None:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                for file in _belonging(self._file):
                    file.unlink(missing_ok=True)
            connection = sqlite3.connect(self._file or ":memory:")
            # A store that is lost is made anew: it need not survive a loss of power.
            connection.execute("pragma synchronous = off")
            connection.executescript(_TABLES)
            with connection:
                about = {"layout": _LAYOUT.encode(), "foundation": self._foundation}
                connection.executemany("insert into about values (?, ?)", about.items())
        except (OSError, sqlite3.Error):
            return None
        return connection


def _belonging(file: Path) -> Iterator[Path]:
    yield file
    yield from (file.with_name(f"{file.name}-{end}") for end in ("journal", "wal", "shm"))
