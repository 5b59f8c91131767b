"""The file of the store: what is not ours, or not whole, is as good as none."""

import sqlite3
from pathlib import Path

import pytest

from generator.store.database import Database

ROW = ("files", "a", b"key", b"data")


def kept(file: Path) -> None:
    database = Database(file, b"one")
    database.change([ROW], [])
    database.close()


def rows(file: Path, foundation: bytes = b"one") -> dict[str, tuple[bytes, bytes]]:
    database = Database(file, foundation)
    found = dict(database.rows("files"))
    assert database.row("files", "a") == found.get("a")
    database.change([("files", "b", b"k", b"d")], [])  # it can be written, whatever lay there
    assert set(database.rows("files")) == {*found, "b"}
    database.close()
    return found


def test_rows_are_there_again(tmp_path: Path) -> None:
    kept(tmp_path / "cache/store.db")
    assert rows(tmp_path / "cache/store.db") == {"a": (b"key", b"data")}


def test_rows_can_be_taken_away(tmp_path: Path) -> None:
    kept(tmp_path / "store.db")
    database = Database(tmp_path / "store.db", b"one")
    database.change([], [("files", "a")])
    database.close()
    assert rows(tmp_path / "store.db") == {}


def test_another_foundation_finds_nothing(tmp_path: Path) -> None:
    kept(tmp_path / "store.db")
    assert rows(tmp_path / "store.db", b"two") == {}
    assert rows(tmp_path / "store.db", b"two") == {"b": (b"k", b"d")}


@pytest.mark.parametrize("size", [0, 1, 16, 100, 1_000, 4_096, 6_000, 9_000])
def test_a_file_that_was_cut_is_none(tmp_path: Path, size: int) -> None:
    file = tmp_path / "store.db"
    kept(file)
    whole = file.read_bytes()
    assert len(whole) > 9_000
    file.write_bytes(whole[:size])
    assert rows(file) == {}


def test_bytes_of_anything_are_no_store(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    for content in (b"SQLite format 3\0" + b"\xff" * 9_000, b"text", b"\0" * 20_000):
        file.write_bytes(content)
        assert rows(file) == {}


def test_another_programs_database_is_no_store(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    connection = sqlite3.connect(file)
    connection.execute("create table other (a)")
    connection.close()
    assert rows(file) == {}


def test_rows_of_other_types_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    kept(file)
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("update rows set data = 'text'")
    connection.close()
    assert rows(file) == {}


def test_without_a_place_to_write_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    database = Database(tmp_path / "taken/store.db", b"one")
    database.change([ROW], [])
    assert dict(database.rows("files")) == {}
    assert database.row("files", "a") is None
    database.close()
