"""Digests of files that lie as they lay when they were read: nobody has to read them again.

What a file holds is told by reading it. A file of the same number on the same disk, of the same
size and last written at the same moment is the same, as Git takes it too. Disks note that moment
coarsely: of a file that had just been written nothing is kept, since it may have been written
again within the same moment.
"""

import os
import stat
import struct
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.values.digest import digest_of, digest_of_file

_ROW = struct.Struct("<QQqq32s")
_FORM = b"seen 1\n"
_SETTLED = 2_000_000_000
"""Nanoseconds: the coarsest clock of a disk, FAT's."""
_NUMBER = 2**64 - 1


_Lay = tuple[int, int, int, int]
"""How a file lies: its disk, its number there, bytes, nanoseconds since 1970."""


class Seen:
    """The files that earlier runs have read, and those of this one."""

    def __init__(self, file: Path | None = None) -> None:
        """`file` is where they are kept; without one, they are known as long as this lives."""
        self._file = file
        self._before: Mapping[_Lay, bytes] = {} if file is None else _kept(file)
        self._now: dict[_Lay, bytes] = {}
        self._is_more = False
        """Whether any was read that may be kept."""

    def digest(self, file: str | bytes | Path) -> bytes | None:
        """Of what a file holds; None where it is no plain file, or cannot be read."""
        try:
            status = os.lstat(file)
            if not stat.S_ISREG(status.st_mode):
                return None
            lay = _lay(status)
            if (known := self._now.get(lay) or self._before.get(lay)) is None:
                return self._read(file, lay)
        except OSError:
            return None
        self._now[lay] = known
        return known

    def keep(self) -> None:
        """Write down what was asked for in this run; the others are gone."""
        if self._file is None or not (self._is_more or len(self._now) < len(self._before)):
            return
        rows = b"".join(_ROW.pack(*lay, digest) for lay, digest in self._now.items())
        with suppress(OSError, struct.error):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".new")
            beside.write_bytes(_FORM + digest_of(rows) + rows)
            beside.replace(self._file)
        self._is_more = False

    def _read(self, file: str | bytes | Path, lay: _Lay) -> bytes:
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 - there are thousands
            digest = digest_of_file(stream.read())
            is_same = lay == _lay(os.fstat(stream.fileno()))
        *_, number, _, written = lay
        if is_same and number and written < time.time_ns() - _SETTLED:
            self._now[lay] = digest
            self._is_more = True
        return digest


def _lay(status: os.stat_result) -> _Lay:
    return (
        status.st_dev & _NUMBER, status.st_ino & _NUMBER, status.st_size, status.st_mtime_ns
    )  # fmt: skip


def _kept(file: Path) -> Mapping[_Lay, bytes]:
    """What was written down; nothing where anybody else has written there."""
    try:
        content = file.read_bytes()
    except OSError:
        return {}
    head, rows = content[: len(_FORM)], content[len(_FORM) :]
    told, rows = rows[: len(digest_of())], rows[len(digest_of()) :]
    if head != _FORM or told != digest_of(rows) or len(rows) % _ROW.size:
        return {}
    return {row[:4]: row[4] for row in _ROW.iter_unpack(rows)}
