"""What in a package runs or reaches out when it is opened."""

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
_TYPES = re.compile(rb"(?i)macroenabled|vbaproject|macrosheet")
_INSTRUCTION = re.compile(rb"<(?:\w{1,9}:)?instrText(?:\s[^<>]*)?>([^<]*)")
_SIMPLE = re.compile(rb"""[\s:]instr=["']([^"'<>]*)""")
_DDE = re.compile(rb"(?i)DDE(?:AUTO)?[\s&]")
_DDE_LINK = re.compile(rb"<(?:\w{1,9}:)?ddeLink[\s>]")
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
    elif member.path.endswith(".rels"):
        yield from _relations(data)
    elif member.path.endswith("[content_types].xml"):
        if _TYPES.search(data):
            yield "宏"
    elif member.path.startswith("xl/externallinks/"):
        if _DDE_LINK.search(data):
            yield "动态数据交换（DDE）链接"
    elif _is_dde(data):
        yield "动态数据交换（DDE）域"


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


def _is_dde(data: bytes) -> bool:
    """Whether a field asks another program for data; its words may be split into runs."""
    if b"instr" not in data:
        return False
    instructions = b"".join(_INSTRUCTION.findall(data))
    return any(map(_DDE.search, (instructions, *_SIMPLE.findall(data))))
