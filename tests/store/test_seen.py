"""Digests of files that were read before: the right one always, and seldom by reading."""

import os
import time
from pathlib import Path

import pytest

from generator.store import seen
from generator.store.seen import Seen
from generator.values.digest import digest_of_file

_LONG_AGO = 1_700_000_000_000_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that was written long ago."""
    place = tmp_path / "page.html"
    _write(place, b"one")
    return place


def _write(file: Path, content: bytes, when: int = _LONG_AGO) -> None:
    file.write_bytes(content)
    os.utime(file, ns=(when, when))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was read."""
    contents: list[bytes] = []

    def counted(content: bytes) -> bytes:
        contents.append(content)
        return digest_of_file(content)

    monkeypatch.setattr(seen, "digest_of_file", counted)
    return contents


def test_a_file_is_read_once_in_all_runs(file: Path, tmp_path: Path, reads: list[bytes]) -> None:
    kept = tmp_path / "cache" / "seen.bin"
    for _ in range(3):
        run = Seen(kept)
        assert run.digest(file) == run.digest(str(file)) == digest_of_file(b"one")
        run.keep()
    assert reads == [b"one"]


@pytest.mark.parametrize(("content", "when"), [(b"two", _LONG_AGO + 1), (b"more", _LONG_AGO)])
def test_a_file_that_was_written_again_is_read_again(
    content: bytes, when: int, file: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "seen.bin"
    run = Seen(kept)
    run.digest(file)
    run.keep()
    _write(file, content, when)
    for asked in (run, Seen(kept)):
        assert asked.digest(file) == digest_of_file(content)


def test_another_file_in_its_place_is_read(file: Path) -> None:
    run = Seen()
    run.digest(file)
    other = file.with_name("other")
    _write(other, b"two")
    other.replace(file)
    assert run.digest(file) == digest_of_file(b"two")


def test_a_file_that_was_just_written_is_not_taken_on_trust(file: Path) -> None:
    """It may be written again before the clock of the disk moves on."""
    run, now = Seen(), time.time_ns()
    _write(file, b"one", now)
    run.digest(file)
    _write(file, b"two", now)
    assert run.digest(file) == digest_of_file(b"two")


def test_the_same_file_elsewhere_is_not_read(file: Path, reads: list[bytes]) -> None:
    run = Seen()
    run.digest(file)
    link = file.with_name("linked.html")
    os.link(file, link)
    assert run.digest(link) == digest_of_file(b"one")
    assert reads == [b"one"]


def test_only_plain_files_have_a_digest(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    assert [Seen().digest(one) for one in (link, tmp_path, tmp_path / "none")] == [None] * 3


def test_what_nobody_asked_for_is_forgotten(file: Path, tmp_path: Path) -> None:
    kept, other = tmp_path / "seen.bin", tmp_path / "other"
    _write(other, b"other")
    first = Seen(kept)
    first.digest(file)
    first.digest(other)
    first.keep()
    both = kept.stat().st_size
    second = Seen(kept)
    second.digest(file)
    second.keep()
    assert kept.stat().st_size < both


@pytest.mark.parametrize("spoilt", [b"", b"seen 1\n", b"\x00" * 90])
def test_whatever_somebody_else_wrote_counts_for_nothing(
    spoilt: bytes, file: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "seen.bin"
    kept.write_bytes(spoilt)
    assert Seen(kept).digest(file) == digest_of_file(b"one")


def test_rows_that_were_changed_count_for_nothing(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "seen.bin"
    run = Seen(kept)
    run.digest(file)
    run.keep()
    rows = bytearray(kept.read_bytes())
    rows[-1] ^= 1
    kept.write_bytes(rows)
    assert Seen(kept).digest(file) == digest_of_file(b"one")
