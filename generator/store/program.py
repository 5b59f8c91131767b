"""The program that makes a site, in one digest: its files, and versions of what it stands on."""

import os
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
        parts += _all_of(str(folder), "")
    return digest_of(*parts)


def _all_of(folder: str, place: str) -> Iterator[bytes]:
    """Every file below a folder, as text: each build reads a thousand."""
    with os.scandir(folder) as lying:
        entries = sorted(lying, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_file():
            yield os.fsencode(place + entry.name)
            yield _content(entry.path)
        elif entry.name != _COMPILED and entry.is_dir(follow_symlinks=False):
            yield from _all_of(entry.path, f"{place}{entry.name}/")


def named(file: Path, folder: Path) -> Iterator[bytes]:
    """A file's place below a folder, and its content; a link's is none."""
    yield file.relative_to(folder).as_posix().encode(errors="surrogateescape")
    yield _content(str(file))


def _content(file: str) -> bytes:
    try:
        if os.path.islink(file):  # noqa: PTH114 - a path for each costs more than to read it
            return b""
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123
            return stream.read()
    except OSError as error:
        return str(error).encode()
