"""One project, built the fast way and the ordinary way."""

from pathlib import Path

from helpers import showcase

_PLUGIN = "  - gongkai\n"
_ORDINARY = "  - gongkai:\n      fast: false\n"


def _go_the_ordinary_way(project: Path) -> None:
    """Write into a project's settings that pages go the ordinary way."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert _PLUGIN in text
    settings.write_text(text.replace(_PLUGIN, _ORDINARY), encoding="utf-8")


def ordinary(project: Path, *, strict: bool = True, **changed: str) -> dict[str, bytes]:
    """All files of the site; afterwards the project is back on the fast way."""
    settings = project / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    _go_the_ordinary_way(project)
    try:
        return showcase.files_of(showcase.build(project, strict=strict, **changed))
    finally:
        settings.write_text(before, encoding="utf-8")


def differing(project: Path, *, strict: bool = True, **changed: str) -> list[str]:
    """The files of the site that are not the same both ways."""
    slow = ordinary(project, strict=strict, **changed)
    fast = showcase.files_of(showcase.build(project, strict=strict, **changed))
    return [name for name in sorted({*slow, *fast}) if slow.get(name) != fast.get(name)]
