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
    """A format by its suffix."""

    module: str
    needs: str = ""
    """The package of the extra that its reader stands on."""


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        ".txt": Format("text"),
        ".docx": Format("word", "docx"),
        ".htm": Format("web", "lxml"),
        ".html": Format("web", "lxml"),
        ".xlsx": Format("workbook", "openpyxl"),
        ".xlsm": Format("workbook", "openpyxl"),
        ".pdf": Format("portable", "pdfplumber"),
        **dict.fromkeys(
            (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"), Format("picture", "rapidocr")
        ),
    }
)
_TO_CONVERT = MappingProxyType(
    {".doc": "docx", ".wps": "docx", ".rtf": "docx", ".xls": "xlsx", ".et": "xlsx"}
)
INSTALL = 'pip install "gongkai[import]"'


def format_of(file: Path) -> Format:
    """The format of a file; raises `UnreadableError` for one that is not read."""
    suffix = file.suffix.lower()
    if suffix in FORMATS:
        return FORMATS[suffix]
    if suffix in _TO_CONVERT:
        raise UnreadableError(
            f"{suffix} 是旧格式，读不了；请用办公软件打开，另存为 {_TO_CONVERT[suffix]} 后再导入"
        )
    known = "、".join(suffix.removeprefix(".") for suffix in FORMATS)
    raise UnreadableError(f"不认识 {suffix or '没有扩展名'} 的文件；可以导入的格式：{known}")


def read(file: Path) -> Outline:
    """The outline of a file; raises `UnreadableError` for one that cannot be read."""
    found = format_of(file)
    limits.sized(file)
    try:
        module = import_module(f"{__name__}.{found.module}")
    except ModuleNotFoundError as error:
        raise UnreadableError(
            f"导入 {file.suffix.lower()} 文件还缺少程序包 {error.name}；请运行 {INSTALL}"
        ) from None
    reader: Callable[[Path], Outline] = module.read
    return limits.counted(reader(file))
