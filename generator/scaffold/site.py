"""A whole site project: the files of `site/` beside this module, with names filled in."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.register import DepartmentKind

TEMPLATES = Path(__file__).parent / "site"
_GAP = re.compile(r"__([A-Z_]+?)__")
_HIDDEN = "dot-"
"""Stands for the dot of a hidden file, which tools would heed here already."""
_PLAIN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff0-9]*")
"""Names that YAML leaves alone; any other is quoted."""


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
    version: str
    """The version of gongkai that the site is pinned to."""

    @property
    def wheel(self) -> str:
        """The file name of that version's package."""
        return f"gongkai-{self.version}-py3-none-any.whl"


def files_of(site: NewSite) -> dict[str, bytes]:
    """Every file of the project by its path, with forward slashes."""
    gaps = {
        "SITE_NAME": _scalar(site.name),
        "ORGANISER": _scalar(site.organiser),
        "REGION": site.region,
        "REGION_NAME": _scalar(site.region_name),
        "DEPARTMENT": site.department,
        "DEPARTMENT_NAME": _scalar(site.department_name),
        "KIND": site.kind.label,
        "YEAR": str(site.year),
        "VERSION": site.version,
        "WHEEL": site.wheel,
    }
    templates = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
    return {
        _place(path, gaps): _filled(path.read_text(encoding="utf-8"), gaps).encode()
        for path in templates
    }


def _place(template: Path, gaps: Mapping[str, str]) -> str:
    name = _filled(template.relative_to(TEMPLATES).as_posix(), gaps)
    return f".{name.removeprefix(_HIDDEN)}" if name.startswith(_HIDDEN) else name


def _filled(text: str, gaps: Mapping[str, str]) -> str:
    """The text with every gap filled, in one pass: what fills a gap is never read again."""
    return _GAP.sub(lambda match: gaps[match[1]], text)


def _scalar(name: str) -> str:
    """A name as one YAML value, for our own reader and for that of MkDocs."""
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
