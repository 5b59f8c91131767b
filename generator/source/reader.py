"""Content files from disk or memory to documents."""

import stat
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Severity, ordered
from generator.source.decoding import MAX_BYTES, decode, too_large
from generator.source.document import Reading
from generator.source.late import late
from generator.source.quick import quick
from generator.source.sweep import sweep


def read(content: bytes, path: str) -> Reading:
    """Read one file's bytes; `path` is what messages call it. No bytes raise anything.

    It is read the quick way where there is nothing to say, else the careful way.
    """
    text, diagnostics = decode(content, path)
    if text is None:
        return Reading(None, diagnostics)
    data = None if diagnostics else quick(text)
    if data is not None:
        return Reading(late(content, path, data), ())
    reading = sweep(text, path)
    return replace(reading, diagnostics=ordered((*diagnostics, *reading.diagnostics)))


def read_file(file: Path, root: Path) -> Reading:
    """Read a regular file below `root`, through no symbolic link; larger ones are not loaded."""
    path, refusal = _within(file, root)
    if refusal:
        return _refused(path, refusal)
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            return Reading(None, (too_large(size, path),))
        with file.open("rb") as stream:
            return read(stream.read(MAX_BYTES + 1), path)
    except OSError as error:
        return _refused(path, f"读不出这个文件（{error.strerror}）")


def _within(file: Path, root: Path) -> tuple[str, str]:
    """Path for messages, and why the file may not be read (empty when it may)."""
    file, root = file.absolute(), root.absolute()
    if not file.is_relative_to(root) or ".." in file.parts:
        return file.as_posix(), "文件不在内容目录里"
    below = file.relative_to(root)
    steps = [root.joinpath(*below.parts[: n + 1]) for n in range(len(below.parts))]
    if any(step.is_symlink() for step in steps):
        return below.as_posix(), "文件或它所在的目录是符号链接"
    return below.as_posix(), _irregular(file)


def _irregular(file: Path) -> str:
    try:
        mode = file.stat().st_mode
    except OSError:
        return "找不到这个文件"
    if stat.S_ISDIR(mode):
        return "这是目录，不是文件"
    return "" if stat.S_ISREG(mode) else "这不是普通文件"


def _refused(path: str, reason: str) -> Reading:
    fault = Diagnostic(
        "not-a-regular-file",
        Severity.ERROR,
        Location(path),
        reason,
        "请在这个位置放一个普通的 YAML 文件",
    )
    return Reading(None, (fault,))
