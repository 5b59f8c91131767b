"""The text of packages of XML files: docx, xlsx, ofd.

Tags are taken out of the XML rather than read as a tree: no schema can then hide a passage, no
entity is expanded, and one pass over the bytes is all it costs.
"""

import html
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.intake.originals.extract import (
    MEMBERS,
    RATIO,
    SMALL,
    UNPACKED,
    Extract,
    Part,
    UnreadableError,
    printable,
)

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "header": "页眉",
        "footer": "页脚",
        "comments": "批注",
        "threadedcomment": "批注",
        "footnotes": "脚注",
        "endnotes": "尾注",
        "docprops": "文档属性",
        "annot": "注释",
    }
)
_END = re.compile(
    r"</(?:\w{1,9}:)?(?:p|si|c|v|t[cr]|row|TextObject|property|author|title)>|<(?:\w{1,9}:)?br/>"
)
_TAB = re.compile(r"<(?:\w{1,9}:)?tab/>")
_WORDS = re.compile(
    r'[\s:](?:author|initials|descr|title|alt|name|Target|val|Creator|Author)="([^"<>]*+)"'
)
_TAG = re.compile(r"<[^<>]*>")
_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error, ValueError)
_END_OF_DIRECTORY = struct.Struct("<4s4xHHIIH")
_LONGEST_COMMENT = 65_535
_LARGEST_DIRECTORY = 500 * MEMBERS
"""Bytes of a directory of that many files with names of ordinary length."""


@dataclass(slots=True)
class _Reader:
    """One package while it is read."""

    left: int = UNPACKED
    parts: list[Part] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    pictures: int = 0


def read(file: Path) -> Extract:
    """Every part of a package that holds text."""
    reader = _Reader()
    try:
        _bounded(file)
        with ZipFile(file) as archive:
            for member in archive.infolist():
                _take(reader, archive, member)
    except UnreadableError as reason:
        reader.unread.append(str(reason))
    except _BROKEN:
        reader.unread.append("损坏或加密的内容")
    if reader.pictures and not any(part.name == "正文" for part in reader.parts):
        reader.unread.append("图片中的文字")
    return Extract(tuple(reader.parts), tuple(dict.fromkeys(reader.unread)))


def _bounded(file: Path) -> None:
    """Refuse a directory too long to be read, before it is read."""
    size = file.stat().st_size
    with file.open("rb") as stream:
        stream.seek(max(0, size - _LONGEST_COMMENT - _END_OF_DIRECTORY.size))
        tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END_OF_DIRECTORY.size:
        raise UnreadableError("损坏的压缩包")
    _, _, members, directory, _, _ = _END_OF_DIRECTORY.unpack_from(tail, at)
    if members > MEMBERS or directory > _LARGEST_DIRECTORY:
        raise UnreadableError(f"超过 {MEMBERS} 个文件的压缩包")


def _take(reader: _Reader, archive: ZipFile, member: ZipInfo) -> None:
    path = member.filename.lower()
    if path.endswith((".xml", ".rels", ".vml")):
        text = _text(_bytes(reader, archive, member))
        if text.strip():
            reader.parts.append(Part(_name(path), text))
    elif "/embeddings/" in path or path.endswith((".bin", ".zip", ".docx", ".xlsx", ".ole")):
        reader.unread.append("嵌入的文件")
    elif path.endswith((".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".jb2")):
        reader.pictures += 1


def _bytes(reader: _Reader, archive: ZipFile, member: ZipInfo) -> bytes:
    size = member.file_size
    if size > reader.left or (size > SMALL and size > member.compress_size * RATIO):
        raise UnreadableError("解压后过大的内容")
    with archive.open(member) as stream:
        data = stream.read(reader.left + 1)
    reader.left -= len(data)
    if reader.left < 0:
        raise UnreadableError("解压后过大的内容")
    return data


def _text(data: bytes) -> str:
    """What stands between the tags, and the words some tags carry; runs of one number rejoined."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    xml = data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    words = "\n".join(_worth(_WORDS.findall(xml)))
    shown = _TAG.sub("", _TAB.sub("\t", _END.sub("\n", xml)))
    return printable(html.unescape(f"{shown}\n{words}" if words else shown))


def _worth(words: list[str]) -> Iterator[str]:
    """Names of styles and fonts come a thousand times; each is looked at once."""
    yield from dict.fromkeys(word for word in words if word)


def _name(path: str) -> str:
    return next((name for sign, name in _NAMES.items() if sign in path), "正文")
