"""The package of the running program, made from the very files that it runs from.

An installed wheel and an editable checkout of the same files give the same bytes, whenever and
wherever it is made. That needs no builder, so that whoever can run the program can hand it on.
"""

import csv
import io
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from errno import ENOENT
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import generator
from generator.pages.theme import THEME

NAME = "gongkai"
LOCK = "extra_metadata/requirements.lock"
"""Where the locked packages lie among the papers of a package; `pyproject.toml` puts them there."""
_PAPERS = ("METADATA", "WHEEL", "entry_points.txt", "licenses/LICENSE", LOCK)
"""What a builder writes about the package; an installer adds files of its own."""
_ONLY_HERE = b"Requires-Dist: editables"
"""What an editable install asks for, and no other."""
_COMPILED = "__pycache__"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip archive can tell."""
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_SIGNS = 10
"""Digits of the digest that a version carries: enough to tell builds apart, and to read out."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """One package, ready to be installed."""

    version: str
    """That of the program and, behind it, a mark of its files: another build is another version,
    so that installers, which go by versions alone, replace the one before."""
    content: bytes

    @property
    def name(self) -> str:
        """The file's name."""
        return name_of(self.version)

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal, as locks have it."""
        return sha256(self.content).hexdigest()


def name_of(version: str) -> str:
    """What the package of a version is called."""
    return f"{NAME}-{version}-py3-none-any.whl"


def released() -> str:
    """The version of the running program, without the mark of a build."""
    return _unmarked(metadata.version(NAME))


def is_later(version: str) -> bool:
    """Whether a version was released after that of the running program."""
    return _numbers(version) > _numbers(released())


def locked() -> str:
    """The packages that the program runs on, each with its version and its digests."""
    return _paper(LOCK).decode()


def _unmarked(version: str) -> str:
    return version.partition("+")[0]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in _unmarked(version).split(".") if part.isdecimal())


@cache
def wheel() -> Wheel:
    """The package of the running program."""
    program = dict(_program())
    papers = {name: _paper(name) for name in _PAPERS}
    version = f"{released()}+b{_mark(program | papers)}"
    papers["METADATA"] = _renamed(papers["METADATA"], version)
    about = f"{NAME}-{version}.dist-info"
    files = program | {f"{about}/{name}": content for name, content in papers.items()}
    record = f"{about}/RECORD"
    return Wheel(version, _packed(files | {record: _listed(files, record)}))


def _program() -> Iterator[tuple[str, bytes]]:
    """The files of the program and of its theme, by their places in the package."""
    for folder in (Path(generator.__file__).parent, THEME):
        for file in sorted(folder.rglob("*")):
            place = file.relative_to(folder.parent)
            hidden = any(part.startswith(".") for part in place.parts)
            if file.is_file() and _COMPILED not in place.parts and not hidden:
                yield place.as_posix(), file.read_bytes()


def _paper(name: str) -> bytes:
    """A file about the package; FileNotFoundError where it was installed without."""
    text = metadata.distribution(NAME).read_text(name)
    if text is None:
        raise FileNotFoundError(ENOENT, "not installed with the package", name)
    return text.encode()


def _mark(files: Mapping[str, bytes]) -> str:
    told = sha256()
    for name in sorted(files):
        content = _renamed(files[name], released()) if name == "METADATA" else files[name]
        told.update(f"{name} {len(content)}\n".encode() + content)
    return told.hexdigest()[:_SIGNS]


def _renamed(paper: bytes, version: str) -> bytes:
    """METADATA with this version, without what only an editable install needs.

    The long description stays behind: in an editable install it is that of some earlier day.
    """
    head, _, _ = paper.partition(b"\n\n")
    lines = [
        b"Version: " + version.encode() if line.startswith(b"Version: ") else line
        for line in head.strip().split(b"\n")
        if not line.startswith(_ONLY_HERE)
    ]
    return b"\n".join(lines) + b"\n"


def _listed(files: Mapping[str, bytes], record: str) -> bytes:
    """RECORD: every file with its digest and size; itself without."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for name in sorted(files):
        digest = urlsafe_b64encode(sha256(files[name]).digest()).rstrip(b"=").decode()
        rows.writerow((name, f"sha256={digest}", len(files[name])))
    rows.writerow((record, "", ""))
    return text.getvalue().encode()


def _packed(files: Mapping[str, bytes]) -> bytes:
    """A zip archive in which nothing is compressed: libraries compress differently.

    A repository compresses what it keeps, and better so: of the next version only the change.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files, key=_papers_last):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, files[name])
    return packed.getvalue()


def _papers_last(name: str) -> tuple[bool, bool, str]:
    """As the format recommends, so that an installer finds them at the end."""
    return ".dist-info/" in name, name.endswith("/RECORD"), name
