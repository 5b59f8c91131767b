"""Original files beside a record: regular files in their folder, of the type their name says."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.intake import walk
from generator.values.file_names import file_key, name_fault
from generator.values.text import shown

FOLDER = "files/"
"""Originals stand in this folder below their document's page."""
LARGEST = 50 * 2**20
"""Bytes; a larger original does not belong into the repository."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: Mapping[str, bytes] = MappingProxyType(
    {
        "pdf": b"%PDF-",
        "ofd": _ZIP,
        "docx": _ZIP,
        "xlsx": _ZIP,
        "doc": _OLE,
        "xls": _OLE,
        "wps": _OLE,
        "et": _OLE,
        "jpg": b"\xff\xd8\xff",
        "png": b"\x89PNG\r\n\x1a\n",
    }
)
_LONGEST_SIGNATURE = max(map(len, _SIGNATURES.values()))


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came from the department."""

    file: Path
    title: str
    kind: str
    size: int
    """Bytes."""

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def digest(self) -> str:
        """SHA-256, so that a copy can be compared with the original."""
        return _sha256(self.file)


def digest_of(file: Path) -> str | None:
    """SHA-256 of a regular file; None where there is none that can be read."""
    try:
        return None if file.is_symlink() or not file.is_file() else _sha256(file)
    except OSError:
        return None


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class UnfitError(Exception):
    """Why a file cannot be published: `rule`, what is wrong, and what to do."""

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.remedy = rule, message, remedy


def original(folder: Path, name: str, title: str | None) -> Original:
    """The original called `name` in `folder`.

    Raises UnfitError for a path, a name that some system cannot have, a link, anything but a
    regular file, a file that is too large, or one whose first bytes are not those of its type.
    """
    if not name or name != Path(name).name or "\\" in name or name.startswith("."):
        raise UnfitError(
            "attachment-path", f"附件「{name}」不是单纯的文件名", "只写文件名，不写路径"
        )
    if wrong := name_fault(name):
        raise UnfitError(
            "bad-file-name",
            f"附件「{shown(name)}」的文件名{wrong}，有的系统不能使用",
            "请重新命名文件，并在这里写新的文件名",
        )
    file = folder / name
    if folder.is_symlink() or file.is_symlink() or (file.exists() and not file.is_file()):
        raise UnfitError(
            "not-a-regular-file", f"附件「{name}」不是普通文件", "请放入文件本身，不用快捷方式"
        )
    if not file.exists():
        raise UnfitError("attachment-missing", f"找不到附件「{name}」", _missing(folder, name))
    size = file.stat().st_size
    if size > LARGEST:
        raise UnfitError(
            "attachment-too-large", f"附件「{name}」超过 50 MB", "请压缩或拆分后再放入"
        )
    kind = file.suffix.lower().removeprefix(".").replace("jpeg", "jpg")
    with file.open("rb") as stream:
        start = stream.read(_LONGEST_SIGNATURE)
    if kind not in _SIGNATURES:
        kinds = "、".join(_SIGNATURES)
        raise UnfitError("attachment-type", f"附件「{name}」的类型不能公开", f"可用的类型：{kinds}")
    if not start.startswith(_SIGNATURES[kind]):
        raise UnfitError(
            "attachment-type", f"附件「{name}」的内容不是 {kind} 文件", "请用原软件另存"
        )
    return Original(file, title or file.stem, kind, size)


def _missing(folder: Path, name: str) -> str:
    """What to do about a file that is not there, or is there under a name that looks the same."""
    there = folder.iterdir() if folder.is_dir() else ()
    near = next((file.name for file in there if file_key(file.name) == file_key(name)), None)
    if near is None:
        return f"请放入文件夹 {folder.name}/，或核对文件名"
    near = walk.printable(near)
    return f"文件夹 {folder.name}/ 中有「{near}」，只差大小写或字符的编码形式；请改为一致"


def absent(folder: Path, name: str) -> Original:
    """Stands for one that cannot be taken, in a record that is not published; nothing is read."""
    return Original(folder / name, name, "", 0)
