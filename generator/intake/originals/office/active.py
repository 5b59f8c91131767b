"""What in a package runs or reaches out when it is opened."""

import html
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from generator.intake.originals import links
from generator.intake.originals.extract import NotReadError
from generator.intake.originals.office import xml
from generator.intake.originals.office.package import Member, opened

_PARTS = (
    (re.compile(r"vbaproject|vbadata|attachedtoolbars|/macrosheets/|/xlm"), "宏"),
    (re.compile(r"/activex/|/ctrlprops/"), "ActiveX 控件"),
)
_TYPES = re.compile("(?i)macroenabled|vbaproject|macrosheet")
_INSTRUCTION = re.compile(r"<(?:\w{1,9}:)?instrText(?:\s[^<>]*)?>([^<]*)")
_SIMPLE = re.compile(r"""[\s:]instr=["']([^"'<>]*)""")
_DDE = re.compile(r"(?i)DDE(?:AUTO)?\s")
_FETCHING = re.compile(r"(?i)(?<![a-z])(INCLUDETEXT|LINK|IMPORT|DATABASE|RD)\s+[\"\w\\]")
_PICTURE = re.compile(r"(?i)INCLUDEPICTURE\s+\"[^\"]*\"[^\"]{0,80}?\\d(?![a-z])")
"""A picture that is not kept in the document, but fetched whenever this is opened."""
_QUOTED = re.compile(r"\"[^\"]*\"")
_LINK = re.compile(r"(?i)HYPERLINK\s+\"([^\"]*)\"")
_PLACE = re.compile(r"""<(?:\w{1,9}:)?URI\s[^<>]*?\bURI=["']([^"'<>]*)""")
"""The target of an action in an ofd."""
_DDE_LINK = re.compile(r"<(?:\w{1,9}:)?ddeLink[\s>]")
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "attachedTemplate": "外部模板",
        "image": "外部图片",
        "oleObject": "外部对象",
        "externalLinkPath": "外部工作簿",
        "subDocument": "外部文档",
        "frame": "外部网页",
        "video": "外部视频",
        "audio": "外部音频",
    }
)


def active(file: Path) -> tuple[str, ...]:
    """Macros, controls, document types and links to outside parts, each once.

    Nothing of what cannot be read; that it was not read is said with its text.
    """
    found: dict[str, None] = {}
    with suppress(NotReadError), opened(file) as package:
        for member in package:
            with suppress(NotReadError):
                for phrase in _in(member):
                    found[phrase] = None
    return tuple(found)


def _in(member: Member) -> Iterator[str]:
    yield from (phrase for pattern, phrase in _PARTS if pattern.search(member.path))
    if not member.is_xml:
        return
    data = member.content()
    if xml.has_document_type(data):
        yield "文档类型声明（DTD）"
        return
    text = xml.decoded(data)
    if member.path.endswith(".rels"):
        yield from _relations(data)
    elif member.path.endswith("[content_types].xml"):
        if _TYPES.search(html.unescape(text)):
            yield "宏"
    elif member.path.startswith("xl/externallinks/"):
        if _DDE_LINK.search(text):
            yield "动态数据交换（DDE）链接"
    elif member.path == "xl/connections.xml":
        yield "外部数据连接"
    else:
        yield from _fields(text)
        yield from _places(text)


def _relations(data: bytes) -> Iterator[str]:
    """Parts outside the package; a hyperlink to an address is none."""
    for name, attributes in xml.elements(data):
        outside = attributes.get("TargetMode", "").strip().lower() == "external"
        if name != "Relationship" or not outside:
            continue
        kind, target = attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")
        if kind != "hyperlink":
            yield f"{_KINDS.get(kind, '外部内容')}的链接{links.target_shown(target)}"
        elif not links.is_ordinary(target):
            yield f"不是网址的链接{links.target_shown(target)}"


def _fields(text: str) -> Iterator[str]:
    """Fields that ask another program or file for data; their words may be split into runs."""
    if "instr" not in text:
        return
    instructions = "".join(_INSTRUCTION.findall(text))
    for written in map(html.unescape, (instructions, *_SIMPLE.findall(text))):
        if _DDE.search(written):
            yield "动态数据交换（DDE）域"
        for field in _FETCHING.findall(_QUOTED.sub('""', written)):
            yield f"取用其他文件的域（{field.upper()}）"
        if _PICTURE.search(written):
            yield "外部图片的域（INCLUDEPICTURE）"
        for target in _LINK.findall(written):
            if not links.is_ordinary(target.replace("\\\\", "\\")):
                yield f"不是网址的链接{links.target_shown(target)}"


def _places(text: str) -> Iterator[str]:
    """Actions of an ofd that lead elsewhere than to an address."""
    for target in map(html.unescape, _PLACE.findall(text) if "URI" in text else ()):
        if not links.is_ordinary(target):
            yield f"不是网址的链接{links.target_shown(target)}"
