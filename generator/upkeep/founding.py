"""A new site project, in a folder that is empty or nearly so."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

from generator import disk
from generator.intake import walk
from generator.scaffold.site import NewSite, contents_of
from generator.upkeep import written
from generator.upkeep.changes import with_lines
from generator.upkeep.outfit import GUIDE, OTHER_GUIDE, outfit
from generator.upkeep.wheel import name_of

_LEFT = ("readme*", "license*", "licence*", "copying*", name_of("*"))
"""What a forge lays into a new repository, and the package that somebody began with."""
_ENVIRONMENT = "pyvenv.cfg"
_OWN = ".vscode"
"""Settings of an editor are a by-file elsewhere; here they would be overwritten."""


class TakenError(Exception):
    """The folder holds what does not belong to an empty project; the message names it."""


def guide_for(folder: Path) -> str:
    """What the instructions are called there; raises `TakenError` for a folder in use.

    A README that is there already stays.
    """
    names = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    if taken := [name for name in names if not _may_stay(folder / name)]:
        raise TakenError("、".join(map(walk.printable, taken[:3])) + ("等" if taken[3:] else ""))
    return OTHER_GUIDE if GUIDE.lower() in map(str.lower, names) else GUIDE


def found(folder: Path, site: NewSite, guide: str) -> tuple[str, ...]:
    """Write the whole project, or after any failure nothing of it; the paths written."""
    beside = outfit(site.name, guide=guide)
    note = written.note(beside.version, written.noted(beside.files.items()))
    added = dict(_added(folder, beside.lines))
    lines = {path: content for path, content in beside.lines.items() if path not in added}
    new = {**contents_of(site), **beside.files, **lines, **beside.made, written.PLACE: note}
    before = {path: (folder / path).read_bytes() for path in added}
    try:
        for path, content in added.items():
            disk.replace(folder / path, content)
        disk.create({folder / path: content for path, content in new.items()})
    except BaseException:
        for path, content in before.items():
            disk.replace(folder / path, content)
        raise
    return (*new, *added)


def _added(folder: Path, lines: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The files that are there and get lines of ours."""
    for path, needed in lines.items():
        if (folder / path).is_file():
            yield path, with_lines(path, (folder / path).read_bytes(), needed)


def _may_stay(path: Path) -> bool:
    if path.is_dir():
        is_environment = (path / _ENVIRONMENT).is_file()
        return path.name != _OWN and (is_environment or walk.is_by_file(path.name))
    known = any(fnmatch(path.name.lower(), pattern) for pattern in _LEFT)
    return known or walk.is_by_file(path.name)
