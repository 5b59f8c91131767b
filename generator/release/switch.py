"""A folder that is built apart and takes another's place only when it is complete.

Mostly the two lie side by side, and the switch is a rename. Where the target cannot be renamed (it
is mounted, or nothing may be written beside it) its content is changed file by file, with a copy
of everything old at hand, so that a failure puts back what stood there.
"""

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator import disk


class Staging:
    """The staging folder of `target`; what a link leads to is the target itself."""

    def __init__(self, target: Path) -> None:
        self.target = _led_to(target)
        self._place = _beside(self.target)
        self.folder = self._place / staged(self.target).name
        self._previous = self._place / f".{self.target.name}.previous"
        self._incoming = self.target / ".gongkai-incoming"
        self._copying = self.target / ".gongkai-copying"
        self._outgoing = self.target / ".gongkai-outgoing"

    def begin(self) -> None:
        """Start empty; what an interrupted switch left is put back or removed.

        Raises OSError where the target is no folder, or cannot be written.
        """
        if self._previous.exists() and not self.target.exists():
            self._previous.rename(self.target)
        if self._outgoing.exists():
            self._put_back()
        if self.target.exists() and not self.target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(self.target))
        self.discard()

    def commit(self) -> str:
        """Put the staged folder in the target's place; a Chinese phrase if not by a rename."""
        try:
            self._rename()
        except OSError as error:
            self._refill()
            why = disk.reason(error)
            return f"文件夹 {self.target.name} 不能整个替换（{why}），已逐个更新其中的文件"
        return ""

    def discard(self) -> None:
        """Leave the target as it is, and nothing beside it."""
        for folder in (self.folder, self._previous, self._incoming, self._copying, self._outgoing):
            if folder.exists():
                shutil.rmtree(folder)

    def _rename(self) -> None:
        if self.target.exists():
            self.target.rename(self._previous)
        try:
            self.folder.rename(self.target)
        except OSError:
            if self._previous.exists():
                self._previous.rename(self.target)
            raise
        shutil.rmtree(self._previous, ignore_errors=True)

    def _refill(self) -> None:
        """Change the content of the target: first all copies, pages last, then what is gone."""
        self.target.mkdir(exist_ok=True)
        old = [path for path in _files(self.target) if self._is_site(path)]
        shutil.copytree(self.folder, self._incoming)
        for path in old:
            kept = self._copying / path.relative_to(self.target)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, kept, follow_symlinks=False)
        self._copying.mkdir(exist_ok=True)
        self._copying.rename(self._outgoing)  # from here on there is a way back
        try:
            new = sorted(_files(self._incoming), key=lambda path: path.suffix == ".html")
            for path in new:
                place = self.target / path.relative_to(self._incoming)
                _clear(place, self.target)
                path.replace(place)
            here = {self.target / path.relative_to(self._incoming) for path in new}
            for path in old:
                if path not in here and (path.is_symlink() or path.is_file()):
                    path.unlink()
        except BaseException:
            self._put_back()
            raise
        for folder in (self._incoming, self._outgoing):
            shutil.rmtree(folder, ignore_errors=True)
        _drop_empty(self.target)

    def _put_back(self) -> None:
        """Give the target the content that was copied away, and that only."""
        kept = {path.relative_to(self._outgoing): path for path in _files(self._outgoing)}
        if self._incoming.exists():
            shutil.rmtree(self._incoming)
        for name, path in kept.items():
            _clear(self.target / name, self.target)
            path.replace(self.target / name)
        for path in _files(self.target):
            if self._is_site(path) and path.relative_to(self.target) not in kept:
                path.unlink()
        _drop_empty(self.target)

    def _is_site(self, path: Path) -> bool:
        own = (self._incoming, self._copying, self._outgoing)
        return path.relative_to(self.target).parts[0] not in [folder.name for folder in own]


def staged(target: Path) -> Path:
    """Where a folder is built whose own place may be written beside."""
    return target.with_name(f".{target.name}.staging")


def is_tidy(target: Path) -> bool:
    """Whether no interrupted build left anything beside a folder that is built."""
    place, own = target.parent, f".{target.name}."
    return not place.is_dir() or not any(path.name.startswith(own) for path in place.iterdir())


def _led_to(target: Path) -> Path:
    """What a link leads to; raises OSError for links that lead to one another."""
    try:
        return target.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target)) from None


def _beside(target: Path) -> Path:
    """The target's own folder, or one of the system's where nothing may be written beside it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryFile(dir=target.parent):
            return target.parent
    except OSError:
        return aside(target)


def aside(target: Path) -> Path:
    """A folder of the system's for what belongs to a target; the same one for every build of it."""
    digest = hashlib.sha256(os.fsencode(target)).hexdigest()[:16]
    place = Path(tempfile.gettempdir()) / f"gongkai-{digest}"
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            yield path


def _clear(place: Path, top: Path) -> None:
    """Make way for a file: what is a folder there, or a file where a folder must be, goes."""
    for above in reversed([above for above in place.parents if top in above.parents]):
        if above.is_symlink() or above.is_file():
            above.unlink()
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)


def _drop_empty(top: Path) -> None:
    for folder, _, _ in os.walk(top, topdown=False):
        path = Path(folder)
        if path != top and not any(path.iterdir()):
            path.rmdir()
