"""Gongkai: a whole build, the same again, and one after each kind of edit."""

import json
import shutil
from collections.abc import Iterator
from importlib import metadata

from bench.edits import edits
from bench.ground import MKDOCS, TOOLS, Ground
from bench.runs import Run, run
from bench.stage_table import REST

COLD, UNCHANGED, EDITED = "Gongkai, fresh folder", "Gongkai, unchanged", "Gongkai, one edit: "
CLOCKED = "Gongkai, with clocks"
_OWN = frozenset({"content", "mkdocs.yml"})
"""What a project holds before its first build; whatever else lies there a build has left."""
_CACHE = "cache"
"""Takes what a build would keep in the user's folder."""


def fresh(ground: Ground) -> None:
    """Make the project one that was never built."""
    shutil.rmtree(ground.folder / _CACHE, ignore_errors=True)
    for place in ground.project.iterdir():
        if place.name not in _OWN:
            shutil.rmtree(place) if place.is_dir() else place.unlink()


class Ours:
    """What is measured against all others."""

    name = "Gongkai"
    version = metadata.version("gongkai")

    def prepare(self, ground: Ground) -> None:
        """Nothing: the project is the ground."""

    def turn(self, ground: Ground) -> Iterator[tuple[str, Run]]:
        """Cold, unchanged, and edit after edit; the project is left as it was."""
        fresh(ground)
        yield COLD, _built(ground)
        yield UNCHANGED, _built(ground)
        changes = edits(ground.files)
        file = changes[0].file
        before = file.read_bytes()
        try:
            for edit in changes:
                edit.make()
                yield EDITED + edit.name, _built(ground)
        finally:
            file.write_bytes(before)


class Clocked:
    """The same build with clocks round its stages; what they say is kept, turn by turn."""

    name = CLOCKED
    version = Ours.version

    def __init__(self) -> None:
        self.seconds: list[dict[str, float]] = []
        self.absent: tuple[str, ...] = ()

    def prepare(self, ground: Ground) -> None:
        """Nothing: the project is the ground."""

    def turn(self, ground: Ground) -> Iterator[tuple[str, Run]]:
        """One cold build."""
        fresh(ground)
        report = ground.folder / "stages.json"
        clocked = (TOOLS / "python", "-m", "bench.timed_build", report)
        cost = run(clocked, ground.project, ground.project / "site", _environment(ground))
        said = json.loads(report.read_text(encoding="utf-8"))
        seconds: dict[str, float] = said["seconds"]
        # What the process took to end was after its report.
        seconds[REST] = seconds.get(REST, 0.0) + cost.cpu - sum(seconds.values())
        self.seconds.append(seconds)
        self.absent = tuple(said["absent"])
        yield CLOCKED, cost


def _built(ground: Ground) -> Run:
    return run(
        (MKDOCS, "build", "--strict"), ground.project, ground.project / "site",
        _environment(ground),
    )  # fmt: skip


def _environment(ground: Ground) -> dict[str, str]:
    return {"XDG_CACHE_HOME": str(ground.folder / _CACHE)}
