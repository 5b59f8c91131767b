"""Programs run as children, and what each run cost."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = Path(__file__).parent / "launcher.py"
_ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",  # Material prints a notice about its future
    "PYTHONPATH": str(Path(__file__).resolve().parent.parent),  # no package of ours holds the bench
}

_UNSET = "PYTHONDONTWRITEBYTECODE"
"""With it a checkout's modules are compiled in each run; those of an installation never are."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost; several in a row add up."""

    cpu: float
    """Seconds, user and system, of the process and of all it started."""
    wall: float
    """Seconds."""
    peak: int
    """Bytes of memory at the most."""
    files: int = 0
    """Files written into the folder of the result."""
    size: int = 0
    """Their bytes."""

    def __add__(self, other: "Run") -> "Run":
        return Run(
            self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak),
            self.files + other.files, self.size + other.size,
        )  # fmt: skip


class FailedError(Exception):
    """A program ended with an error; its last words are the message."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Which files lie in a folder, so that a later look tells those that were written since."""

    known: frozenset[tuple[str, int, int]]

    @classmethod
    def of(cls, folder: Path) -> "Snapshot":
        """The files of a folder as they are now; none where there is no folder."""
        return cls(frozenset(identity for identity, _ in _files(folder)))

    def written(self, folder: Path) -> tuple[int, int]:
        """How many files are new or another than before, and their bytes."""
        sizes = [size for identity, size in _files(folder) if identity not in self.known]
        return len(sizes), sum(sizes)


def run(
    command: Sequence[str | Path], at: Path, result: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Run:  # fmt: skip
    """Run a command in a folder; `result` is the folder that it writes.

    Raises FailedError when the command says that it failed.
    """
    before = Snapshot.of(result) if result else None
    around = {name: value for name, value in os.environ.items() if name != _UNSET}
    with tempfile.TemporaryDirectory() as made:
        report, words = Path(made) / "report.json", Path(made) / "words.txt"
        line = [sys.executable, "-I", "-S", LAUNCHER, report, *command]
        with words.open("wb") as stream:
            ended = subprocess.run(  # noqa: S603 - the bench's own commands
                line, cwd=at, env={**around, **_ENVIRONMENT, **(environment or {})},
                stdout=stream, stderr=subprocess.STDOUT, check=False,
            )  # fmt: skip
        if ended.returncode:
            said = words.read_text(encoding="utf-8", errors="replace")[-2_000:]
            raise FailedError(f"{Path(command[0]).name} ended with {ended.returncode}\n{said}")
        cost = json.loads(report.read_text(encoding="utf-8"))
    files, size = before.written(result) if before and result else (0, 0)
    return Run(cost["user"] + cost["system"], cost["wall"], cost["peak"], files, size)


def _files(folder: Path) -> list[tuple[tuple[str, int, int], int]]:
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            status = os.lstat(Path(place) / name)
            identity = (os.path.join(place, name), status.st_ino, status.st_mtime_ns)  # noqa: PTH118 - many
            found.append((identity, status.st_size))
    return found
