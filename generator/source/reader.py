"""Content files from disk or memory to documents."""

import os
import stat
from dataclasses import replace
from itertools import accumulate, islice
from pathlib import Path

from generator import disk
from generator.diagnostics import Diagnostic, Location, Severity, ordered
from generator.source import conflicts
from generator.source.decoding import MAX_BYTES, decode, too_large
from generator.source.document import Reading
from generator.source.late import late
from generator.source.quick import quick
from generator.source.sweep import sweep
from generator.values.digest import digest_of_file
from generator.values.text import shown


def read(content: bytes, path: str) -> Reading:
    """Read one file's bytes; `path` is what messages call it. No bytes raise anything.

    It is read the quick way where there is nothing to say, else the careful way.
    """
    text, diagnostics = decode(content, path)
    if text is None:
        return Reading(None, diagnostics)
    if conflicts.may_hold(text):
        return _of_two(text, path, diagnostics)
    data = None if diagnostics else quick(text)
    if data is not None:
        return Reading(late(content, path, data), ())
    reading = sweep(text, path)
    return replace(reading, diagnostics=ordered((*diagnostics, *reading.diagnostics)))


def _of_two(text: str, path: str, diagnostics: tuple[Diagnostic, ...]) -> Reading:
    """What is wrong with a file that holds two versions: that, and all else in the upper one."""
    upper, faults = conflicts.resolved(text)
    said = (fault.diagnostic(path, "") for fault in faults)
    return Reading(None, ordered((*diagnostics, *said, *sweep(upper, path).diagnostics)))


def read_file(file: Path, root: Path) -> Reading:
    """Read a regular file below `root`, through no symbolic link; larger ones are not loaded."""
    path, refusal = _within(file, root)
    if refusal:
        return _refused(path, refusal, "请删去链接，把文件本身放在内容文件夹中")
    try:
        status = file.stat()
    except OSError:
        return _refused(path, "找不到这个文件")
    if not stat.S_ISREG(status.st_mode):
        is_folder = stat.S_ISDIR(status.st_mode)
        return _refused(path, "这是目录，不是文件" if is_folder else "这不是普通文件")
    if status.st_size > MAX_BYTES:
        return Reading(None, (too_large(status.st_size, path),))
    try:
        with file.open("rb") as stream:
            content = stream.read(status.st_size + 1)  # asked for more, it would make room for it
            if len(content) > status.st_size:  # the file has grown since
                content += stream.read(MAX_BYTES + 1 - len(content))
        return read(content, path)
    except OSError as error:
        return _refused(path, f"读不出这个文件（{disk.reason(error)}）")


def digest(file: Path, root: Path) -> bytes | None:
    """What tells one version of a file from another; None where `read_file` would refuse it."""
    _, refusal = _within(file, root)
    try:
        if refusal:
            return None
        status = file.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return None
        return digest_of_file(file.read_bytes())
    except OSError:
        return None


def _within(file: Path, root: Path) -> tuple[str, str]:
    """Path for messages, and why the file may not be read (empty when it may)."""
    file, root = file.absolute(), root.absolute()
    if ".." in file.parts or not file.is_relative_to(root):
        return file.as_posix(), "文件不在内容目录里"
    parts = file.parts[len(root.parts) :]
    # As text: five paths to each of a thousand files cost more than to read it.
    steps = accumulate(parts, os.path.join, initial=str(root))
    linked = next(filter(os.path.islink, islice(steps, 1, None)), None)
    return "/".join(parts), "" if linked is None else _linked(Path(linked), file)


def _linked(link: Path, file: Path) -> str:
    """Which step of a path is a link; where it leads is nobody else's business."""
    if link == file:
        return "这个文件是符号链接，不是文件本身"
    return f"这个文件所在的文件夹「{shown(link.name)}」是符号链接，不是文件夹本身"


def _refused(path: str, reason: str, remedy: str = "请在这个位置放一个普通的 YAML 文件") -> Reading:
    fault = Diagnostic(
        "not-a-regular-file",
        Severity.ERROR,
        Location(path),
        reason,
        remedy,
    )
    return Reading(None, (fault,))
