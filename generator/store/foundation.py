"""What everything that is kept rests on: program, theme, settings, and content but for the records.

Whatever of it changes, nothing that was kept holds. That is coarse, and safe: these files change
seldom, and no list has to be kept of what depends on which of them.
"""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import generator
from generator.pages.theme import THEME
from generator.store.store import digest_of

_PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "markdown", "pydantic", "pyyaml")
"""What pages are made with, beside this program."""
_COMPILED = "__pycache__"


def foundation(
    settings: bytes, files: Iterable[Path], root: Path, *, is_preview: bool = False
) -> bytes:
    """One digest of all of it, wherever the project at `root` lies.

    `settings` are those of the site; `files` lie in the content folder and are no records.
    """
    kept = (part for file in sorted(files) for part in _named(file, root))
    return digest_of(_program(), bytes([is_preview]), settings, *kept)


@cache
def _program() -> bytes:
    """The files of this program and its theme, and the versions of what it stands on."""
    folders = (Path(generator.__file__).parent, THEME)
    versions = [f"{name} {metadata.version(name)}".encode() for name in _PACKAGES]
    parts = [sys.version.encode(), *versions]
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and _COMPILED not in file.parts:
                parts += _named(file, folder)
    return digest_of(*parts)


def _named(file: Path, folder: Path) -> Iterator[bytes]:
    yield file.relative_to(folder).as_posix().encode(errors="surrogateescape")
    try:
        yield b"" if file.is_symlink() else file.read_bytes()
    except OSError as error:
        yield str(error).encode()
