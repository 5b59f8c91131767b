"""Pictures that stand on every page: of the type their name says, and nothing in them that acts.

An SVG is a document that a browser can also open by itself, and would then run what stands in it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.intake.originals.office import xml
from generator.values.styles import IMPORT, loads

LARGEST = 512 * 2**10
"""Bytes; every reader fetches it."""
LOGOS = ("svg", "png")
ICONS = ("svg", "png", "ico")
_SIGNATURES: Mapping[str, bytes] = MappingProxyType(
    {"png": b"\x89PNG\r\n\x1a\n", "ico": b"\0\0\1\0"}
)
_SVG = "http://www.w3.org/2000/svg"
_ENCODINGS = frozenset({None, "utf-8"})
"""What a file may say of its encoding: a browser would read it by any other."""
_SCRIPTS = frozenset({"script", "handler"})
_FOREIGN = frozenset({"foreignobject", "iframe", "embed", "object", "audio", "video"})
_MOVING = frozenset({"animate", "animatemotion", "animatetransform", "discard", "set"})
"""What moves, and what may give a link another target."""
_LINKING = frozenset({"href", "src", "ping", "base"})
_INSIDE = ("#", "data:image/png;base64,", "data:image/jpeg;base64,")


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
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnfitPictureError("不是 UTF-8 编码", "请另存为 UTF-8 编码的 SVG") from None
    if xml.has_document_type(data):
        raise _acts(("文档类型声明",))
    if xml.named_encoding(data) not in _ENCODINGS:
        raise UnfitPictureError("写明的不是 UTF-8 编码", "请另存为 UTF-8 编码的 SVG")
    parts = tuple(xml.with_texts(data))
    if not parts or parts[-1][0] != f"{_SVG} svg" or not xml.is_well_formed(data):
        raise UnfitPictureError("的内容不是完整的 SVG 图片", "请用绘图软件另存为 SVG")
    found = [what for name, held, text in parts for what in _acting(name, held, text)]
    if xml.has_instructions(data):
        found.append(_ELSEWHERE)
    if found:
        raise _acts(tuple(dict.fromkeys(found)))


def _acts(what: tuple[str, ...]) -> UnfitPictureError:
    return UnfitPictureError(
        f"中有{'、'.join(what)}，单独打开时会运行或联网",
        "请用绘图软件另存为“普通 SVG”，或改用 png",
    )


_ELSEWHERE = "取自别处的样式或图片"


_BY_NAME = (
    (_FOREIGN, "嵌入的网页或媒体"),
    (_MOVING, "动画"),
    (_SCRIPTS, "脚本"),
)


def _acting(full_name: str, attributes: Mapping[str, str], text: str) -> Iterator[str]:
    """What an element of an SVG holds beside a drawing, each in a Chinese phrase."""
    namespace, _, name = full_name.rpartition(" ")
    name = name.lower()
    if namespace != _SVG:
        yield "不属于 SVG 的元素"
    yield from (what for names, what in _BY_NAME if name in names)
    if name == "style" and _reaches(text):
        yield _ELSEWHERE
    for key, value in attributes.items():
        yield from _done_by(key.rpartition(" ")[2].lower(), value)


def _done_by(attribute: str, value: str) -> Iterator[str]:
    if attribute.startswith("on"):
        yield "脚本"
    if attribute in _LINKING:
        if not _is_inside(value):
            yield "通向图外的链接"
    elif (attribute == "style" or "(" in value) and _reaches(value):
        yield _ELSEWHERE


def _reaches(style: str) -> bool:
    """Whether a style sheet, or what one property is, takes anything from outside the drawing."""
    return any(load.is_import or not _is_inside(load.target) for load in loads(style)) or (
        IMPORT in style.lower()
    )


def _is_inside(target: str) -> bool:
    return target.strip().lower().startswith(_INSIDE)
