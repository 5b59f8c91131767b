"""The program that makes a site, in one digest: its files, and versions of what it stands on."""

import sys
import zlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import generator
from generator.pages.theme import THEME
from generator.values.digest import digest_of

PACKAGES = (
    "mkdocs", "mkdocs-material", "jinja2", "markupsafe", "markdown", "pydantic", "pyyaml",
    "xlsxwriter", "chinesecalendar", "google-re2", "pypinyin",
)  # fmt: skip
"""What a site follows from, beside this program: what makes its files, and what rules ask."""
_COMPILED = "__pycache__"


@cache
def program() -> bytes:
    """The files of this program and its theme, and the versions of what it stands on."""
    folders = (Path(generator.__file__).parent, THEME)
    versions = [f"{name} {metadata.version(name)}".encode() for name in PACKAGES]
    parts = [sys.version.encode(), zlib.ZLIB_RUNTIME_VERSION.encode(), *versions]
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and _COMPILED not in file.parts:
                parts += named(file, folder)
    return digest_of(*parts)


def named(file: Path, folder: Path) -> Iterator[bytes]:
    """A file's place below a folder, and its content; a link's is none."""
    yield file.relative_to(folder).as_posix().encode(errors="surrogateescape")
    try:
        yield b"" if file.is_symlink() else file.read_bytes()
    except OSError as error:
        yield str(error).encode()
