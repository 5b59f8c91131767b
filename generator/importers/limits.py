"""How large a source may be, and what a package of XML must not hold.

A file that comes by mail may be broken or made to do harm. It is looked at before it is opened, and
opened in a process that may use so much memory and time and no network.
"""

import zipfile
from contextlib import suppress
from pathlib import Path

from generator.importers.outline import Outline, Table, UnreadableError

try:
    import resource
except ModuleNotFoundError:  # Windows has no such limits; the parent's clock is there
    resource = None  # type: ignore[assignment]

LARGEST = 50 * 2**20
"""Bytes of a source."""
UNPACKED = 200 * 2**20
"""Bytes of all members of a package together."""
MEMBERS = 5_000
CELLS = 200_000
PAGES = 300
PIXELS = 40_000_000
"""Of one picture: a page of A3 at 600 dots an inch has 70 million, one of A4 35."""
SCANS = 60
"""Pages that are recognised from pictures."""
SECONDS = 120
"""Of processor time."""
SCAN_SECONDS = 900
"""The same where pages are recognised."""
MEMORY = 2 * 2**30
"""Bytes of address space of the process that reads."""
_BEGINNING = 4_096
_XML = (".xml", ".rels", ".vml")
_MB = 2**20


def sized(file: Path) -> None:
    """Refuse a file that is empty or too large."""
    size = file.stat().st_size
    if not size:
        raise UnreadableError("文件是空的；请核对是不是选错了文件")
    if size > LARGEST:
        raise UnreadableError(
            f"文件有 {size / _MB:.1f} MB，超过上限 {LARGEST // _MB} MB；请拆成几个文件"
        )


def packaged(file: Path) -> None:
    """Refuse a package that unpacks to too much, is encrypted, or declares a document type."""
    try:
        with zipfile.ZipFile(file) as package:
            members = package.infolist()
            unpacked = sum(member.file_size for member in members)
            if len(members) > MEMBERS or unpacked > UNPACKED:
                raise UnreadableError(
                    f"文件解压后有 {len(members)} 个部分、{unpacked / _MB:.0f} MB，"
                    f"超过上限 {MEMBERS} 个、{UNPACKED // _MB} MB；请用原来的软件打开后另存"
                )
            if any(member.flag_bits & 1 for member in members):
                raise UnreadableError("文件有密码；请去掉密码后再导入")
            for member in members:
                if member.filename.endswith(_XML):
                    with package.open(member) as stream:
                        _declares_nothing(stream.read(_BEGINNING), member.filename)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, OSError) as error:
        raise UnreadableError("文件已损坏，打不开；请用原来的软件打开后另存") from error


def _declares_nothing(beginning: bytes, name: str) -> None:
    text = beginning.replace(b"\0", b"").upper()
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise UnreadableError(
            f"文件的 {name} 带有文档类型声明，办公软件不会写出这样的文件；请核对文件的来源"
        )


def drawn(width: int, height: int) -> None:
    """Refuse a picture that would take too much memory before it is unpacked."""
    if width * height > PIXELS:
        raise UnreadableError(VAST)


VAST = f"图片的像素超过上限 {PIXELS // 10_000} 万；请用 300 dpi 重新扫描"


def longer() -> None:
    """Give this process the time that recognising pages takes, where its time is limited."""
    if resource is not None:
        soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        if soft != resource.RLIM_INFINITY:
            with suppress(ValueError):
                resource.setrlimit(resource.RLIMIT_CPU, (SCAN_SECONDS - 1, hard))


def counted(outline: Outline) -> Outline:
    """The outline; refused where it holds more cells than anybody types."""
    cells = sum(len(block.cells) for block in outline.blocks if isinstance(block, Table))
    if cells > CELLS:
        raise UnreadableError(f"表格共有 {cells} 个单元格，超过上限 {CELLS} 个；请拆成几个文件")
    return outline
