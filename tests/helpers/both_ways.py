"""One project, built the fast way and the ordinary way."""

from pathlib import Path
from typing import Literal

from helpers import showcase

Command = Literal["build", "serve"]
_PLUGIN = "  - gongkai\n"
_ORDINARY = "  - gongkai:\n      fast: false\n"


def _go_the_ordinary_way(project: Path) -> None:
    """Write into a project's settings that pages go the ordinary way."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert _PLUGIN in text
    settings.write_text(text.replace(_PLUGIN, _ORDINARY), encoding="utf-8")


def ordinary(project: Path, *, command: Command = "build", **changed: str) -> dict[str, bytes]:
    """All files of the site; afterwards the project is back on the fast way."""
    settings = project / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    _go_the_ordinary_way(project)
    try:
        return _built(project, command, changed)
    finally:
        settings.write_text(before, encoding="utf-8")


def differing(project: Path, *, command: Command = "build", **changed: str) -> list[str]:
    """The files of the site that are not the same both ways."""
    slow = ordinary(project, command=command, **changed)
    fast = _built(project, command, changed)
    return [name for name in sorted({*slow, *fast}) if slow.get(name) != fast.get(name)]


def _built(project: Path, command: Command, changed: dict[str, str]) -> dict[str, bytes]:
    strict = command == "build"
    return showcase.files_of(showcase.build(project, strict=strict, command=command, **changed))
