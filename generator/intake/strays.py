"""What lies among the records and cannot be one by its path."""

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity
from generator.values.text import FORBIDDEN, squeeze

_IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"})
_DEPTH = 3


def met(folder: Path) -> Iterator[Path]:
    """Files that are, or were meant as, records: attachments lie one level deeper."""
    for path in folder.rglob("*") if folder.is_dir() else ():
        depth = len(path.relative_to(folder).parts)
        meant = path.suffix.lower() in {".yml", ".yaml"}
        if path.is_dir() and not path.is_symlink():
            continue
        if path.name not in _IGNORED and (depth <= _DEPTH or meant):
            yield path


def faults(file: Path, folder: Path, root: Path) -> Iterator[Diagnostic]:
    """Why a file is not read at all: it cannot be a record by its path."""
    name, path = (_printable(p) for p in (file.name, file.relative_to(root).as_posix()))
    place = Location(path)
    if path != file.relative_to(root).as_posix():
        remedy = "请重新命名；压缩包中的中文文件名解压后常会成为乱码"
        yield _refusal("bad-file-name", place, f"「{name}」的名称中有不能使用的字符", remedy)
    elif file.suffix != ".yml":
        remedy = "记录文件的扩展名应为 .yml；附件请放入与记录同名的文件夹"
        yield _refusal("bad-file-name", place, f"「{name}」不是记录文件", remedy)
    elif len(file.relative_to(folder).parts) != _DEPTH:
        remedy = "应为 年度/部门编号/记录编号.yml"
        yield _refusal("misplaced-record", place, "记录不在 年度/部门/ 文件夹中", remedy)


def _refusal(rule: str, place: Location, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, place, message, remedy)


def _printable(name: str) -> str:
    """A file name that may be shown: on Linux it can hold any byte but a slash."""
    return squeeze(FORBIDDEN.sub("\ufffd", name))
