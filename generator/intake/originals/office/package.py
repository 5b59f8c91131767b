"""A package of files, opened within bounds."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.intake.originals.extract import (
    MEMBERS,
    RATIO,
    SMALL,
    SWOLLEN,
    UNPACKED,
    Budget,
    NotReadError,
)

_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error, ValueError)
_END_OF_DIRECTORY = struct.Struct("<4s4xHHIIH")
_LONGEST_COMMENT = 65_535
_LARGEST_DIRECTORY = 500 * MEMBERS
"""Bytes of a directory of that many files with names of ordinary length."""
_XML = (".xml", ".rels", ".vml")
_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".jb2", ".emf", ".wmf")
_MUTE = (".odttf", ".ttf", ".otf", ".fntdata", ".esl", ".dat")
"""Fonts, signatures and seals: files that hold no text of the document."""
_BEGINNING = 64
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_DAMAGED = "损坏或加密的内容"


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a package."""

    package: "Package"
    info: ZipInfo

    @property
    def path(self) -> str:
        """In lower case, with forward slashes."""
        return self.info.filename.lower()

    @property
    def is_picture(self) -> bool:
        """By its name; what else may lie under such a name is asked before."""
        return self.path.endswith(_PICTURES)

    @property
    def is_mute(self) -> bool:
        """Whether it holds no text by its kind: a folder, a font, settings of a printer."""
        return self.info.is_dir() or self.path.endswith(_MUTE) or "/printersettings" in self.path

    @property
    def is_xml(self) -> bool:
        """By its name, or by its first signs: a package may name its parts as it likes.

        Raises NotReadError where these cannot be read.
        """
        if self.path.endswith(_XML):
            return True
        if self.info.is_dir():
            return False
        return self._read(_BEGINNING).lstrip(_BEFORE_XML).startswith(b"<")

    def content(self) -> bytes:
        """Raises NotReadError beyond the bounds."""
        size, left = self.info.file_size, self.package.budget.left
        if size > left or (size > SMALL and size > self.info.compress_size * RATIO):
            raise NotReadError(SWOLLEN)
        data = self._read(left + 1)
        self.package.budget.spend(len(data))
        return data

    def _read(self, size: int) -> bytes:
        try:
            with self.package.archive.open(self.info) as stream:
                return stream.read(size)
        except _BROKEN:
            raise NotReadError(_DAMAGED) from None


@dataclass(frozen=True, slots=True)
class Package:
    """An open package and what of its bounds is left."""

    archive: ZipFile
    budget: Budget = field(default_factory=lambda: Budget(UNPACKED, SWOLLEN))

    def __iter__(self) -> Iterator[Member]:
        return (Member(self, info) for info in self.archive.infolist())


@contextmanager
def opened(file: Path) -> Iterator[Package]:
    """A package; raises NotReadError where it cannot be opened within the bounds."""
    _bounded(file)
    try:
        archive = ZipFile(file)
    except _BROKEN:
        raise NotReadError(_DAMAGED) from None
    with archive:
        yield Package(archive)


def _bounded(file: Path) -> None:
    """Refuse a directory too long to be read, before it is read."""
    size = file.stat().st_size
    with file.open("rb") as stream:
        stream.seek(max(0, size - _LONGEST_COMMENT - _END_OF_DIRECTORY.size))
        tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END_OF_DIRECTORY.size:
        raise NotReadError("损坏的压缩包")
    _, _, members, directory, _, _ = _END_OF_DIRECTORY.unpack_from(tail, at)
    if members > MEMBERS or directory > _LARGEST_DIRECTORY:
        raise NotReadError(f"超过 {MEMBERS} 个文件的压缩包")
