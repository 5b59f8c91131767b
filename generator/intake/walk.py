"""The files of the content folder, found in one walk that follows no link."""

import os
import re
from collections.abc import Iterator
from fnmatch import translate
from pathlib import Path

from generator.values.text import FORBIDDEN, squeeze

_BY_FILES = re.compile(
    "^(?:" + "|".join(
        translate(pattern)
        for pattern in (
            "~$*", ".~*", "*~", "#*#", ".#*", ".*.sw?", "._*", ".DS_Store", "Thumbs.db",
            "desktop.ini", ".git*", ".idea", ".vscode", "__MACOSX", "*.bak", "*.tmp", "*.temp",
            "*.orig", "*.rej", "*.old", "*.sw[op]", "*.crdownload", "*.part", "*.kate-swp",
            ".goutputstream-*", ".nfs*", ".fuse_hidden*", "*.wbk", "*.asd", "*___jb_tmp___",
            "*___jb_old___", "*_backup_[0-9]*", "*.~[0-9]*", "*.bak[0-9]",
        )
    ) + ")",
    re.IGNORECASE,
)  # fmt: skip
"""What editors, file managers and Git lay beside the files people make: `~$a.yml`, `.DS_Store`."""


def files(folder: Path) -> tuple[Path, ...]:
    """Every file below a folder in the order of the paths, without what tools put there.

    A link counts as a file, whatever it points to, and so does a folder that cannot be listed:
    what lies in it would be missing without a word.
    """
    return tuple(sorted(_files(folder)))


def is_by_file(name: str) -> bool:
    """Whether a tool made this file or folder for itself."""
    return _BY_FILES.match(name) is not None


def is_printable(path: Path) -> bool:
    """Whether a path may be shown; on Linux a name can hold any byte but a slash."""
    text = path.as_posix()
    return text == printable(text)


def printable(name: str) -> str:
    """A name with a sign in place of whatever cannot be shown."""
    return squeeze(FORBIDDEN.sub("\ufffd", name))


def _files(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for above, folders, names in os.walk(folder, onerror=lambda e: closed.append(Path(e.filename))):
        here = Path(above)
        folders[:] = [name for name in folders if not is_by_file(name)]
        links = (name for name in folders if (here / name).is_symlink())
        yield from (here / name for name in (*links, *names) if not is_by_file(name))
    yield from closed
