"""Pictures that stand on every page: of the type their name says, and nothing in them that acts.

An SVG is a document that a browser can also open by itself, and would then run what stands in it.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.intake.originals.office import xml

LARGEST = 512 * 2**10
"""Bytes; every reader fetches it."""
LOGOS = ("svg", "png")
ICONS = ("svg", "png", "ico")
_SIGNATURES: Mapping[str, bytes] = MappingProxyType(
    {"png": b"\x89PNG\r\n\x1a\n", "ico": b"\0\0\1\0"}
)
_SCRIPTS = frozenset({"script", "handler"})
_FOREIGN = frozenset({"foreignObject", "iframe", "embed", "object", "audio", "video"})
_MOVING = frozenset({"animate", "animateMotion", "animateTransform", "discard", "set"})
"""What moves, and what may give a link another target."""
_INSIDE = re.compile(r"\A\s*+(?:#|data:image/(?:png|jpeg);base64,)")
_REACHING = re.compile(
    r"@import|<\?xml-stylesheet|\\|(?:image-set|image|src)\("
    r"|url\(\s*+[\"']?+(?!#|data:image/(?:png|jpeg);base64,)",
    re.IGNORECASE,
)
"""A backslash too: in a style it may spell any of the others."""


class UnfitPictureError(Exception):
    """Why a picture cannot be used, in a Chinese phrase, and what to do instead."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def inspect(file: Path, kinds: tuple[str, ...]) -> None:
    """Raise UnfitPictureError for whatever is no picture of one of these kinds, or would act."""
    kind = file.suffix.lower().removeprefix(".")
    if file.is_symlink() or not file.is_file():
        raise UnfitPictureError("不是普通文件", "请放入图片文件本身，不用快捷方式")
    if kind not in kinds:
        raise UnfitPictureError("不是可用的图片", f"可用的类型：{'、'.join(kinds)}")
    if file.stat().st_size > LARGEST:
        raise UnfitPictureError("超过 512 KB，每位读者都要下载", "请缩小图片")
    data = file.read_bytes()
    if kind == "svg":
        _inspect_drawing(data)
    elif not data.startswith(_SIGNATURES[kind]):
        raise UnfitPictureError(f"的内容不是 {kind} 图片", f"请用图片软件另存为 {kind}")


def _inspect_drawing(data: bytes) -> None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnfitPictureError("不是 UTF-8 编码", "请另存为 UTF-8 编码的 SVG") from None
    names = [name for name, _ in xml.elements(data)]
    if not names or names[0] != "svg" or not xml.is_well_formed(data):
        raise UnfitPictureError("的内容不是完整的 SVG 图片", "请用绘图软件另存为 SVG")
    if acting := tuple(dict.fromkeys(_acting(data, text))):
        raise UnfitPictureError(
            f"中有{'、'.join(acting)}，单独打开时会运行或联网",
            "请用绘图软件另存为“普通 SVG”，或改用 png",
        )


def _acting(data: bytes, text: str) -> Iterator[str]:
    """What an SVG holds beside a drawing, each in a Chinese phrase."""
    if xml.has_document_type(data):
        yield "文档类型声明"
    for name, attributes in xml.elements(data):
        if name in _SCRIPTS or any(_local(key).lower().startswith("on") for key in attributes):
            yield "脚本"
        if name in _FOREIGN:
            yield "嵌入的网页或媒体"
        if name in _MOVING:
            yield "动画"
        if any(_local(k) == "href" and not _INSIDE.match(v) for k, v in attributes.items()):
            yield "通向图外的链接"
    if _REACHING.search(text):
        yield "取自别处的样式或图片"


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
