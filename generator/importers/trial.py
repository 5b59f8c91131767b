"""The audit's results on a draft: it is laid into a site of its own and checked there."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator import site, source
from generator.binding.spelling import spell
from generator.diagnostics import Diagnostic
from generator.intake import content
from generator.intake.kinds import PUBLISHER, REGISTER
from generator.intake.record_paths import RECORDS
from generator.intake.written import PAGES
from generator.model.publisher import Publisher
from generator.model.register import Department, DepartmentKind, Departments, Region

_ID = "draft"
_CONTENT = "content"
_STAND_IN = Department(id="unit", name="未登记的部门", region="local", kind=DepartmentKind.OTHER)
"""Checked beside no register, a draft belongs to somebody all the same."""
_REGISTER = Departments(
    format=1, regions=(Region(id="local", name="未登记的地区"),), departments=(_STAND_IN,)
)
_PUBLISHER = Publisher(format=1, name="试算", organiser="试算")


def checked(
    text: str, year: int, department: Department | None, folder: Path | None
) -> Sequence[Diagnostic]:
    """What reading and the audit say of a draft, by the rules and words of a content folder."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        target = root / _CONTENT
        if folder is not None and department is not None:
            shutil.copytree(folder, target, ignore=_left_out)
            owner = department
        else:
            owner = _STAND_IN
            _write(target / PUBLISHER.path, source.write(spell(_PUBLISHER)))
            _write(target / REGISTER.path, source.write(spell(_REGISTER)))
        record = target / RECORDS / str(year) / owner.id / f"{_ID}.yml"
        _write(record, text)
        loaded = content.load(target, root)
        found, _ = site.judged(loaded, site.edited(loaded, loaded.records))
        path = record.relative_to(root).as_posix()
        return tuple(fault for fault in found if fault.location.path == path)


def _left_out(folder: str, names: list[str]) -> list[str]:
    """The records and pages of the site: the draft is checked by itself."""
    del folder
    return [name for name in names if name in (RECORDS, PAGES)]


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
