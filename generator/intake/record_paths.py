"""Where a record lies, parsed once: `records/<year>/<department>/<id>.yml`."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from generator.diagnostics import Diagnostic, Location, Severity
from generator.values.file_names import is_copy
from generator.values.lookalikes import told
from generator.values.notations import is_slug

RECORDS = "records"
"""The folder of all records, in the content folder."""
YEARS = range(1994, 2100)
"""Fiscal years a record may belong to; the Budget Law is of 1994."""
_FOLDERS = frozenset(map(str, YEARS))


@dataclass(frozen=True, slots=True)
class RecordPath:
    """What a record's path says of it; a year or an id only where `faults` finds nothing."""

    file: Path
    year: str
    department: str
    id: str

    @classmethod
    def of(cls, file: Path) -> Self:
        """The path of a file two folders below `records/`."""
        return cls(file, file.parent.parent.name, file.parent.name, file.stem)

    @property
    def known_year(self) -> int | None:
        """The year, if its folder is one."""
        return int(self.year) if self.year in _FOLDERS else None

    @property
    def originals(self) -> Path:
        """The folder its original files lie in."""
        return self.file.with_suffix("")

    def faults(self, root: Path, departments: Container[str]) -> Iterator[Diagnostic]:
        """What is wrong with the path itself."""
        location = Location(self.file.relative_to(root).as_posix())
        if self.year not in _FOLDERS:
            message, remedy = f"文件夹「{self.year}」不是年度", "请用四位年度，如 2021"
            yield Diagnostic("bad-name", Severity.ERROR, location, message, remedy)
        if not is_slug(self.id):
            message = f"文件名「{self.id}」不能用作编号{told(self.id)}"
            remedy = "只用小写英文字母、数字和连字符，如 office-meeting.yml"
            if is_copy(self.id):
                message = f"「{self.file.name}」像是复制出来的副本，文件名不能用作编号"
                remedy = (
                    "用不上的，请删去；是另一份记录的，请改用它自己的编号作文件名，"
                    "如 office-meeting.yml"
                )
            yield Diagnostic("bad-name", Severity.ERROR, location, message, remedy)
        if self.department not in departments:
            message = f"没有编号为「{self.department}」的部门{told(self.department)}"
            remedy = "请在 departments.yml 中登记，或核对文件夹名"
            yield Diagnostic("unknown-department", Severity.ERROR, location, message, remedy)


def filed_under(path: str) -> tuple[int | None, str]:
    """The year and the department whose folders a content file lies in, as its path names them.

    None and "" for a file that lies in no such folders: the register, a hand-written page.
    """
    parts = path.split("/")
    for n, part in enumerate(parts[:-_PARTS]):
        year, department = parts[n + 1], parts[n + 2]
        if part == RECORDS and year in _FOLDERS:
            return int(year), department
    return None, ""


def site_address(typed: str) -> str | None:
    """A record's address on this site, however it is typed: `/2021/office/meeting/index.html`.

    None for what cannot be one: readers would find nothing there.
    """
    parts = typed.strip().strip("/").removesuffix("index.html").strip("/").split("/")
    if len(parts) != _PARTS or parts[0] not in _FOLDERS or not all(map(is_slug, parts[1:])):
        return None
    return "/".join(parts) + "/"


_PARTS = 3
"""Year, department, record."""
