"""Files written whole or not at all, and why the system refused one."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "只能读取，不能写入",
    errno.ENOENT: "找不到",
    errno.EEXIST: "已有同名的文件",
    errno.ENOTDIR: "其中一级不是文件夹",
    errno.EISDIR: "是文件夹，应为文件",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EFBIG: "文件太大",
    errno.ELOOP: "链接绕成了圈",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EBUSY: "正被别的程序使用",
    errno.ETXTBSY: "正被别的程序使用",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.EINVAL: "名称或内容不能用",
    errno.EIO: "磁盘出错",
    errno.ENXIO: "不是普通文件",
    errno.ENODEV: "不是普通文件",
}


def reason(error: OSError) -> str:
    """Why the system refused, in a few Chinese words; what it says itself depends on its locale."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno or type(error).__name__}")


def create(files: Mapping[Path, bytes]) -> None:
    """Write new files; raises `FileExistsError` for one that is there already.

    After any failure none of them is left, nor a folder made for them.
    """
    made: list[Path] = []
    try:
        for file, content in files.items():
            made += _folders(file.parent)
            with file.open("xb") as stream:
                made.append(file)
                stream.write(content)
    except BaseException:
        _undo(made)
        raise


def link(source: Path, target: Path) -> None:
    """Let a file stand in a second place without a copy, where the system can; else copy it.

    Neither may be changed in place from then on, only replaced.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copyfile(source, target, follow_symlinks=False)


def replace(file: Path, content: bytes) -> None:
    """Put new content in the place of a file's; until that is done the old one stands."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    staged = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        shutil.copymode(file, staged)
        staged.replace(file)
    except BaseException:
        with suppress(OSError):
            staged.unlink()
        raise


def _folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; the ones that were not there, outermost first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _undo(made: list[Path]) -> None:
    """Remove what was made, innermost first; what cannot be removed stays."""
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
