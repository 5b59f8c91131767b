"""What a version of the program changes in a site project that another version wrote."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from generator import disk
from generator.upkeep import lock, written
from generator.upkeep.outfit import WHEELS, Outfit
from generator.upkeep.wheel import name_of
from generator.upkeep.written import Written

_IN_ORDER = frozenset({".gitattributes"})
"""Where a line takes back what those above it say, so that one alone would say too much."""


class Doing(Enum):
    """What becomes of a file."""

    ADD = auto()
    REPLACE = auto()
    REMOVE = auto()
    KEEP = auto()
    """The owner changed it, and the program would have it otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file; `before` is what stands there, `after` what the program has for it."""

    path: str
    doing: Doing
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A project, what was written into it, and what is to stand there."""

    root: Path
    outfit: Outfit
    written: Written
    replacing: AbstractSet[str] = frozenset()
    """Paths whose owner gives up what was changed there."""
    keeping: AbstractSet[str] = frozenset()
    """Paths whose owner has seen to what is new."""

    def changes(self) -> tuple[Change, ...]:
        """Every file that is not as it should be, in the order of the paths."""
        found = [*self._files(), *self._lines(), *self._made(), *self._gone(), *self._wheels()]
        return tuple(sorted(found, key=lambda change: change.path))

    def apply(self, changes: tuple[Change, ...]) -> None:
        """Do all of it; the note of what was written comes last, so that a rest can be done again.

        Packages go after the lock that named them.
        """
        for change in changes:
            file = self.root / change.path
            if change.doing is Doing.ADD and change.after is not None:
                disk.create({file: change.after})
            elif change.doing is Doing.REPLACE and change.after is not None:
                disk.replace(file, change.after)
        for change in changes:
            if change.doing is Doing.REMOVE:
                (self.root / change.path).unlink()
        self._note(changes)

    def _files(self) -> Iterator[Change]:
        for path, new in self.outfit.files.items():
            before = self._content(path)
            if before is None:
                if not self.written.knows(path) or path in self.replacing:
                    yield Change(path, Doing.ADD, None, new)
                continue
            after = written.named_like(before, new)
            if written.digest_of(before) == written.digest_of(after):
                continue
            if path in self.replacing or self.written.has(path, before):
                yield Change(path, Doing.REPLACE, before, after)
            elif path not in self.keeping and not self.written.has(path, after):
                yield Change(path, Doing.KEEP, before, after)

    def _lines(self) -> Iterator[Change]:
        for path, needed in self.outfit.lines.items():
            before = self._content(path)
            if before is None:
                yield Change(path, Doing.ADD, None, needed)
            elif (after := with_lines(path, before, needed)) != before:
                yield Change(path, Doing.REPLACE, before, after)

    def _made(self) -> Iterator[Change]:
        for path, after in self.outfit.made.items():
            before = self._content(path)
            if before is None:
                yield Change(path, Doing.ADD, None, after)
            elif not _is_alike(before, after):
                yield Change(path, Doing.REPLACE, before, after)

    def _gone(self) -> Iterator[Change]:
        """What another version wrote and this one does not."""
        for path in self.written.digests.keys() - self.outfit.files.keys():
            before = self._content(path)
            if before is not None and path not in self.keeping:
                is_ours = path in self.replacing or self.written.has(path, before)
                yield Change(path, Doing.REMOVE if is_ours else Doing.KEEP, before, None)

    def _wheels(self) -> Iterator[Change]:
        """Packages of the program that the lock, as it is to stand, does not name."""
        changed = {c.path: c.after for c in self._files() if c.doing is not Doing.KEEP}
        content = changed.get(lock.PLACE) or self._content(lock.PLACE) or b""
        named = content.decode(errors="replace")
        for file in sorted((self.root / WHEELS).glob(name_of("*"))):
            path = file.relative_to(self.root).as_posix()
            if path not in self.outfit.made and file.name not in named:
                yield Change(path, Doing.REMOVE, file.read_bytes(), None)

    def _content(self, path: str) -> bytes | None:
        file = self.root / path
        return file.read_bytes() if file.is_file() else None

    def _note(self, changes: tuple[Change, ...]) -> None:
        open_ones = {change.path for change in changes if change.doing is Doing.KEEP}
        digests = written.noted((p, c) for p, c in self.outfit.files.items() if p not in open_ones)
        for path in open_ones & self.written.digests.keys():
            digests[path] = min(self.written.digests[path])
        noted, file = written.note(self.outfit.version, digests), self.root / written.PLACE
        if not file.exists():
            disk.create({file: noted})
        elif file.read_bytes() != noted:
            disk.replace(file, noted)


def with_lines(path: str, content: bytes, needed: bytes) -> bytes:
    """A file with those lines that it lacks behind its own."""
    present = {line.strip() for line in content.splitlines()}
    wanted = needed.splitlines()
    missing = [line for line in wanted if line.strip() not in present]
    if not missing:
        return content
    if path in _IN_ORDER:
        missing = wanted
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    gap = b"" if not content or content.endswith(b"\n") else ending
    return content + gap + b"".join(line + ending for line in missing)


def _is_alike(before: bytes, after: bytes) -> bool:
    """Whether a file is the same, or was changed by Git in its line ends only."""
    return before == after or before.replace(b"\r\n", b"\n") == after
