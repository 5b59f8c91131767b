"""The content of a project as a revision of git holds it, laid out in a folder of its own.

Nothing of the checkout is touched: git writes an archive of the revision, and only its plain files
are unpacked.
"""

import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

_SECONDS = 120
"""How long git may take for one answer."""
_NOT_OURS = (
    "git 不读取这个仓库，因为它的文件夹属于另一个用户；"
    "确实可信的，请按 git status 的提示把它加入 safe.directory"
)


class NoRevisionError(Exception):
    """Why there is no such content; its text is a Chinese sentence without a full stop."""


def lay_out(revision: str, root: Path, folder: Path, into: Path) -> None:
    """Write the content folder of a project as it was in a revision below `into`.

    It has there the path that it has below `root`. Raises NoRevisionError where git, the
    repository, the revision or the folder in it is missing.
    """
    outside = f"没有文件「{revision}」，这个项目也不在 git 仓库里，不能比较"
    _git(root, outside, "rev-parse", "--git-dir")
    unknown = f"没有版本「{revision}」；请写提交号、分支、标签，或上次用 --format json 保存的文件"
    asked = f"{revision}^{{commit}}"
    named = _git(root, unknown, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    commit = named.decode().strip()
    inner = folder.relative_to(root).as_posix()
    absent = f"版本「{revision}」里没有内容文件夹 {inner}"
    command = ("git", "-C", str(root), "archive", "--format=tar", commit, "--", inner)
    try:
        with (
            _started(command) as archive,
            tarfile.open(fileobj=archive.stdout, mode="r|") as packed,
        ):
            for member in packed:
                _unpack(packed, member, into)
    except tarfile.ReadError:  # git wrote nothing
        raise NoRevisionError(absent) from None
    if archive.returncode != 0:
        raise NoRevisionError(absent)


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process whose output is read as it comes: the originals of all records fill memory."""
    return subprocess.Popen(  # noqa: S603 - no shell, and the revision is a digest by now
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _unpack(packed: tarfile.TarFile, member: tarfile.TarInfo, into: Path) -> None:
    """One plain file or folder; links and whatever would lie outside are left out."""
    parts = PurePosixPath(member.name).parts
    if ".." in parts or PurePosixPath(member.name).is_absolute():
        return
    target = into.joinpath(*parts)
    if member.isdir():
        target.mkdir(parents=True, exist_ok=True)
    elif member.isfile() and (stream := packed.extractfile(member)) is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(stream.read())


def _git(root: Path, refused: str, *arguments: str) -> bytes:
    """What git answers; `refused` is the sentence for when it does not."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a revision can be no option
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, check=False
        )
    except FileNotFoundError:
        raise NoRevisionError("没有找到 git 程序，不能与以前的版本比较") from None
    except subprocess.TimeoutExpired:
        raise NoRevisionError(f"git 在 {_SECONDS} 秒内没有答复，没有比较") from None
    if done.returncode != 0:
        raise NoRevisionError(_NOT_OURS if b"safe.directory" in done.stderr else refused)
    return done.stdout
