"""The text of packages of XML files.

Tags are taken out of the XML rather than read as a tree: no schema can then hide a passage, no
entity is expanded, and one pass over the bytes is all it costs.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator.intake.originals.extract import Extract, NotReadError, Part, without_unseen
from generator.intake.originals.office.hidden import Hidden
from generator.intake.originals.office.package import Member, opened

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
_ENCODING = re.compile(rb"""^<\?xml[^<>]{0,80}encoding=["'](gb[k\d]\w{0,6})""", re.IGNORECASE)
_EMBEDDED = (".bin", ".zip", ".docx", ".xlsx", ".ole", ".exe")


@dataclass(slots=True)
class _Reader:
    """One package while it is read."""

    parts: list[Part] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    hidden: Hidden = field(default_factory=Hidden)
    pictures: int = 0


def extract(file: Path) -> Extract:
    """Every part of a package that holds text."""
    reader = _Reader()
    try:
        with opened(file) as package:
            for member in package:
                _take_or_tell(reader, member)
    except NotReadError as reason:
        reader.unread.append(str(reason))
    if reader.pictures and not any(part.name == "正文" for part in reader.parts):
        reader.unread.append("图片中的文字")
    return Extract(tuple(reader.parts), tuple(dict.fromkeys(reader.unread)), reader.hidden.phrases)


def _take_or_tell(reader: _Reader, member: Member) -> None:
    try:
        _take(reader, member)
    except NotReadError as reason:
        reader.unread.append(str(reason))


def _take(reader: _Reader, member: Member) -> None:
    path = member.path
    if member.is_picture:
        reader.pictures += 1
    elif member.is_mute:
        return
    elif "/embeddings/" in path or "/attachs/" in path or path.endswith(_EMBEDDED):
        reader.unread.append("嵌入的文件")
        reader.hidden.met["嵌入的文件"] = None
    elif member.is_xml:
        data = member.content()
        xml = _decoded(data)
        text, name = _text(xml), _name(path)
        reader.hidden.look(path, xml, data)
        if text.strip():
            reader.parts.append(Part(name, text))
            if name == "批注" and not path.endswith(".rels"):
                reader.hidden.met[name] = None
    elif member.info.file_size:
        reader.unread.append("其他格式的内容")


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    for start, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if data.startswith(start):
            return data.decode(encoding, errors="replace")
    chinese = _ENCODING.match(data)
    return data.decode("gb18030" if chinese else "utf-8-sig", errors="replace")


def _text(xml: str) -> str:
    """What stands between the tags, and the words some tags carry; runs of one number rejoined."""
    words = "\n".join(_worth(_WORDS.findall(xml)))
    shown = _TAG.sub("", _TAB.sub("\t", _END.sub("\n", xml)))
    return without_unseen(html.unescape(f"{shown}\n{words}" if words else shown))


def _worth(words: list[str]) -> Iterator[str]:
    """Names of styles and fonts come a thousand times; each is looked at once."""
    yield from dict.fromkeys(word for word in words if word)


def _name(path: str) -> str:
    return next((name for sign, name in _NAMES.items() if sign in path), "正文")
