"""Where all take part: a fictional site of some size, its finished Markdown, its schema.

The ground lies in memory where the system offers that, so that no disk is measured.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.runs import run

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of one's own is made in it
_EACH = 1_000_000
"""Bytes that a record may take in all that is made of it."""
_INDEX = "search/index"
"""Ours alone: a peer makes its own."""
TOOLS = Path(sys.executable).parent
GONGKAI, MKDOCS = TOOLS / "gongkai", TOOLS / "mkdocs"
"""The commands that lie beside the interpreter."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Folders and files that those who take part read; each makes a folder of its own."""

    folder: Path
    records: int

    @property
    def project(self) -> Path:
        return self.folder / "project"

    @property
    def markdown(self) -> Path:
        """The whole tree as `gongkai render` writes it, without our index."""
        return self.folder / "markdown"

    @property
    def schema(self) -> Path:
        return self.folder / "record.json"

    @property
    def in_memory(self) -> bool:
        return self.folder.is_relative_to(_MEMORY)

    @property
    def files(self) -> list[Path]:
        """The record files in the order of the list."""
        return sorted((self.project / "content/records").rglob("*.yml"))


@contextmanager
def made(records: int) -> Iterator[Ground]:
    """A ground of so many records, removed at the end."""
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=_place(records)) as folder:
        ground = Ground(Path(folder).resolve(), records)
        count = str(records)
        run([GONGKAI, "demo", ground.project, "--records", count], ground.folder)
        run(
            [GONGKAI, "render", "--out", ground.markdown, "--site", ground.project],
            ground.folder,
        )
        shutil.rmtree(ground.markdown / _INDEX)
        run(
            [GONGKAI, "schema", "--out", ground.schema, "--site", ground.project],
            ground.folder,
        )
        yield ground


def _place(records: int) -> Path | None:
    """The system's memory folder where it has room, else its folder for temporary files."""
    roomy = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > records * _EACH
    return _MEMORY if roomy else None
