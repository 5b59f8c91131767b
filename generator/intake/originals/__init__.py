"""What an original says, as far as it can be read without its program.

An `Extract` is only ever searched for what must not be published; no page shows it. It holds what a
printed page hides: headers, comments, deleted and hidden passages, properties. What `seen_in` gives
is what readers of its pages see, and may be shown.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.intake.originals import office, ole, pdf
from generator.intake.originals.attachments import Original
from generator.intake.originals.extract import Extract, Part

__all__ = ["Extract", "Part", "active_in", "extract_of", "kind_of", "seen_in"]


class _Format(NamedTuple):
    """How files of a kind are looked through."""

    extract: Callable[[Path], Extract]
    active: Callable[[Path], tuple[str, ...]]


def _unread(what: str, active: Callable[[Path], tuple[str, ...]] = lambda _: ()) -> _Format:
    return _Format(lambda _: Extract((), (what,)), active)


_PACKAGE = _Format(office.extract, office.active)
_PDF = _Format(
    lambda file: pdf.extract(file.read_bytes()), lambda file: pdf.active(file.read_bytes())
)
_FORMATS: Mapping[str, _Format] = MappingProxyType(
    dict.fromkeys(("docx", "xlsx", "ofd"), _PACKAGE)
    | {"pdf": _PDF}
    | dict.fromkeys(("jpg", "png"), _unread("图片中的文字"))
    | {kind: _unread(f"{kind} 格式的内容", ole.active) for kind in ("doc", "xls", "wps", "et")}
)
_ABSENT = _unread("没有读取的内容")


def kind_of(file: Path) -> str | None:
    """The kind of original that a file's name says, where such a file can be looked through."""
    kind = file.suffix.lower().removeprefix(".")
    return kind if kind in _FORMATS else None


def extract_of(original: Original) -> Extract:
    """All that can be read of an original, and what cannot; never raises for its content."""
    return _FORMATS.get(original.kind, _ABSENT).extract(original.file)


def active_in(original: Original) -> tuple[str, ...]:
    """What would run or reach out when a reader opens it, each in a Chinese phrase."""
    return _FORMATS.get(original.kind, _ABSENT).active(original.file)


def seen_in(original: Original, most: int) -> str:
    """What readers of its pages see, line by line, up to so many signs; empty where that is unsure.

    Never raises for its content.
    """
    match original.kind:
        case "docx" | "xlsx" as kind:
            return office.seen(original.file, kind)[:most]
        case "pdf":
            return pdf.seen(original.file.read_bytes(), most)[:most]
    return ""
