"""One reader for each format; each is loaded when a file of its format comes.

`read` is what runs in a process of its own.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.importers import limits
from generator.importers.outline import Outline, UnreadableError


class Format(NamedTuple):
    """How files of a format are read."""

    module: str
    extra: str = "import"
    """The extra that its reader stands on."""
    opened_as: str = ""
    """The suffix by which LibreOffice knows it, where that has to save it anew."""
    made: str = ""
    """The suffix of what is made of it then."""

    @property
    def install(self) -> str:
        """How the packages that its reader needs are installed."""
        return f'pip install "gongkai[{self.extra}]"'


_PICTURE = Format("picture", "scan")
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        ".txt": Format("text"),
        ".docx": Format("word"),
        ".htm": Format("web"),
        ".html": Format("web"),
        ".xlsx": Format("workbook"),
        ".xlsm": Format("workbook"),
        ".pdf": Format("portable"),
        ".xls": Format("old_workbook"),
        ".et": Format("old_workbook"),
        ".doc": Format("word", opened_as=".doc", made=".docx"),
        ".wps": Format("word", opened_as=".doc", made=".docx"),
        ".rtf": Format("word", opened_as=".rtf", made=".docx"),
        ".png": _PICTURE,
        ".jpg": _PICTURE,
        ".jpeg": _PICTURE,
        ".tif": _PICTURE,
        ".tiff": _PICTURE,
        ".bmp": _PICTURE,
    }
)
_PACKAGE = b"PK\x03\x04"
_PACKAGES = MappingProxyType({"word": Format("word"), "old_workbook": Format("workbook")})
"""What old names hold in truth, by the reader of the name."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH = b"{\\rtf"
_BEGINNING = 512


def format_of(file: Path) -> Format:
    """The format of a file; raises `UnreadableError` for one that is not read.

    Offices name web pages and newer files by the old suffixes; these are known by their beginning.
    """
    suffix = file.suffix.lower()
    if suffix not in FORMATS:
        known = "、".join(suffix.removeprefix(".") for suffix in FORMATS)
        raise UnreadableError(f"不认识 {suffix or '没有扩展名'} 的文件；可以导入的格式：{known}")
    found = FORMATS[suffix]
    if not (found.opened_as or found.module == "old_workbook"):
        return found
    with file.open("rb") as stream:
        beginning = stream.read(_BEGINNING)
    if beginning.startswith(_PACKAGE):
        return _PACKAGES[found.module]
    if beginning.startswith(_RICH):
        return FORMATS[".rtf"]
    if beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return FORMATS[".html"]
    if found.opened_as and not beginning.startswith(_COMPOUND):
        raise UnreadableError("文件已损坏，或不是 Word 文件；请用原来的软件打开后另存")
    return found


def read(file: Path) -> Outline:
    """The outline of a file; raises `UnreadableError` for one that cannot be read."""
    limits.sized(file)
    found = format_of(file)
    try:
        module = import_module(f"{__name__}.{found.module}")
    except ModuleNotFoundError as error:
        raise UnreadableError(
            f"导入 {file.suffix.lower()} 文件还缺少程序包 {error.name}；请运行 {found.install}"
        ) from None
    reader: Callable[[Path], Outline] = module.read
    return limits.counted(reader(file))
