"""A site built on what was kept, held against a first build of the same project."""

import shutil
from pathlib import Path

from mkdocs.exceptions import Abort

from helpers import showcase

NOTHING_KEPT = shutil.ignore_patterns("site", ".cache", ".site.*", ".gongkai*")


def built(project: Path) -> dict[str, bytes] | None:
    """All files of the site; None where it could not be built."""
    try:
        return showcase.files_of(showcase.build(project, strict=False))
    except Abort:
        return None


def cold(project: Path, aside: Path) -> dict[str, bytes] | None:
    """The same of a copy that nothing was kept of."""
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(project, aside, ignore=NOTHING_KEPT)
    return built(aside)


def assert_same(project: Path, aside: Path) -> None:
    """Built again, the project has the bytes of a first build, or neither can be built."""
    kept, first = built(project), cold(project, aside)
    if kept is None or first is None:
        assert kept == first
        return
    names = sorted({*kept, *first})
    assert [name for name in names if kept.get(name) != first.get(name)] == []
