"""A whole site project: the files of `site/` beside this module, with names filled in."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.register import DepartmentKind

TEMPLATES = Path(__file__).parent / "site"
_GAP = re.compile(r"__([A-Z_]+?)__")
_HIDDEN = "dot-"
"""Stands for the dot of a hidden file, which tools would heed here already."""
_PLAIN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff0-9]*")
"""Names that YAML leaves alone; any other is quoted."""
_CONTENT = "content/"
SETTINGS = "mkdocs.yml"
_COMPILED = "__pycache__"
_BATCH = ".cmd"
"""Windows finds the labels of such a file only where its lines end as Windows ends them."""


@dataclass(frozen=True, slots=True)
class NewSite:
    """What a new site must be told."""

    name: str
    organiser: str
    region: str
    region_name: str
    department: str
    department_name: str
    kind: DepartmentKind
    year: int


def contents_of(site: NewSite) -> dict[str, bytes]:
    """The files of the content folder by their paths in the project: the owner's from then on."""
    gaps = {
        "SITE_NAME": scalar(site.name),
        "ORGANISER": scalar(site.organiser),
        "REGION": site.region,
        "REGION_NAME": scalar(site.region_name),
        "DEPARTMENT": site.department,
        "DEPARTMENT_NAME": scalar(site.department_name),
        "KIND": site.kind.label,
        "YEAR": str(site.year),
    }
    return _files(lambda name: name.startswith(_CONTENT), gaps)


def outfit_of(name: str, gaps: Mapping[str, str]) -> dict[str, bytes]:
    """All other files by their paths, for a site of this name: the program's, kept up to date."""
    filled = {**gaps, "SITE_NAME": scalar(name)}
    return _files(lambda path: not path.startswith(_CONTENT), filled)


def settings_of(name: str) -> bytes:
    """Of these the settings alone, for a site without the rest."""
    return _files(lambda path: path == SETTINGS, {"SITE_NAME": scalar(name)})[SETTINGS]


def scalar(name: str) -> str:
    """A name as one YAML value, for our own reader and for that of MkDocs."""
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _files(chosen: Callable[[str], bool], gaps: Mapping[str, str]) -> dict[str, bytes]:
    named = {path.relative_to(TEMPLATES).as_posix(): path for path in templates()}
    return {
        _place(name, gaps): _ended(name, _filled(path.read_text(encoding="utf-8"), gaps)).encode()
        for name, path in named.items()
        if chosen(name)
    }


def templates() -> Iterator[Path]:
    """The files that are filled in; an installer lays compiled ones beside a script."""
    for path in sorted(TEMPLATES.rglob("*")):
        if path.is_file() and path.parent.name != _COMPILED:
            yield path


def _place(template: str, gaps: Mapping[str, str]) -> str:
    name = _filled(template, gaps)
    return f".{name.removeprefix(_HIDDEN)}" if name.startswith(_HIDDEN) else name


def _filled(text: str, gaps: Mapping[str, str]) -> str:
    """The text with every gap filled, in one pass: what fills a gap is never read again."""
    return _GAP.sub(lambda match: gaps[match[1]], text)


def _ended(name: str, text: str) -> str:
    return text.replace("\n", "\r\n") if name.endswith(_BATCH) else text
