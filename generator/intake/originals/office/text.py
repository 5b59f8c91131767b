"""The text of packages of XML files.

Tags are taken out of the XML rather than read as a tree: no schema can then hide a passage, no
entity is expanded, and one pass over the bytes is all it costs.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator.intake.originals.extract import Extract, NotReadError, Part, without_unseen
from generator.intake.originals.office.hidden import Hidden
from generator.intake.originals.office.package import Member, opened
from generator.intake.originals.office.xml import decoded

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
    r"</(?:\w{1,9}:)?(?:p|si|c|v|t[cr]|row|text|TextObject|property|author|title)>|<(?:\w{1,9}:)?br/>"
)
_TAB = re.compile(r"<(?:\w{1,9}:)?tab/>")
_WORDS = re.compile(r"""=\s{0,4}(?:"([^"<>]*+)"|'([^'<>]*+)')""")
"""What tags carry: a watermark, the choices of a list, the cells behind a pivot table."""
_CODE = re.compile(r"[!-~]{0,7}|https?://(?:schemas|purl|www\.w3)\.[!-~]*|application/[!-~]*")
"""Words of the format: a colour, a measure, the place of a cell, the name of a schema."""
_TAG = re.compile(r"<[^<>]*>")
_EMBEDDED = (".bin", ".zip", ".docx", ".xlsx", ".ole", ".exe")


@dataclass(slots=True)
class _Reader:
    """One package while it is read."""

    parts: list[Part] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    hidden: Hidden = field(default_factory=Hidden)
    pictures: int = 0
    is_written: bool = False
    """Whether any of its pages shows a text."""


def extract(file: Path) -> Extract:
    """Every part of a package that holds text."""
    reader = _Reader()
    try:
        with opened(file) as package:
            for member in package:
                _take_or_tell(reader, member)
    except NotReadError as reason:
        reader.unread.append(str(reason))
    if reader.pictures and not reader.is_written:
        reader.unread.append("图片中的文字")
    return Extract(tuple(reader.parts), tuple(dict.fromkeys(reader.unread)), reader.hidden.phrases)


def _take_or_tell(reader: _Reader, member: Member) -> None:
    try:
        _take(reader, member)
    except NotReadError as reason:
        reader.unread.append(str(reason))


def _take(reader: _Reader, member: Member) -> None:
    path = member.path
    if "/embeddings/" in path or "/attachs/" in path or path.endswith(_EMBEDDED):
        reader.unread.append("嵌入的文件")
        reader.hidden.met["嵌入的文件"] = None
    elif member.is_xml:
        data = member.content()
        xml = decoded(data)
        text, carried, name = _shown(xml), _carried(xml), _name(path)
        reader.hidden.look(path, xml, data)
        reader.is_written |= bool(text.strip()) and name == "正文"
        if text.strip() or carried:
            reader.parts.append(Part(name, f"{text}\n{carried}" if carried else text))
            if name == "批注" and not path.endswith(".rels"):
                reader.hidden.met[name] = None
    elif member.is_picture:
        reader.pictures += 1
    elif member.info.file_size and not member.is_mute:
        reader.unread.append("其他格式的内容")


def _shown(xml: str) -> str:
    """What stands between the tags; runs of one number rejoined."""
    xml = _without_literals(xml)
    return without_unseen(html.unescape(_TAG.sub("", _TAB.sub("\t", _END.sub("\n", xml)))))


def _without_literals(xml: str) -> str:
    """Text that stands between `<![CDATA[` and `]]>` as it would stand without them."""
    before, *literals = xml.split("<![CDATA[")
    parts = (literal.partition("]]>") for literal in literals)
    return before + "".join(html.escape(text) + behind for text, _, behind in parts)


def _carried(xml: str) -> str:
    """What tags carry: names of styles and fonts come a thousand times, each is taken once."""
    words = (found[1] or found[2] or "" for found in _WORDS.finditer(xml))
    worth = dict.fromkeys(word for word in words if not _CODE.fullmatch(word))
    return without_unseen(html.unescape("\n".join(worth)))


def _name(path: str) -> str:
    return next((name for sign, name in _NAMES.items() if sign in path), "正文")
