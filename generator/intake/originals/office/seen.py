"""What a reader of a docx or xlsx sees of its text, as far as that can be told without its program.

Left out is what is hidden, deleted, noted beside the text, or set in white or in no size, in its
own place or by a style. Where a package is not as these usually are, nothing is taken.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.intake.originals.extract import NotReadError, without_unseen
from generator.intake.originals.office import sheets, words
from generator.intake.originals.office.package import Member, opened
from generator.intake.originals.office.xml import has_document_type

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_PARTS = (_DOCUMENT, _STYLES, *_NOTES)
Parts = Mapping[str, bytes]


def seen(file: Path, kind: str) -> str:
    """Its text, paragraph by paragraph or row by row; empty where it cannot be told."""
    wanted, said = _KINDS[kind]
    try:
        with opened(file) as package:
            found = [member for member in package if wanted(member.path)]
            parts = {member.path: _content(member) for member in found}
    except NotReadError:
        return ""
    return without_unseen(said(parts)) if len(parts) == len(found) else ""


def _content(member: Member) -> bytes:
    data = member.content()
    if has_document_type(data):
        raise NotReadError("文档类型声明（DTD）")
    return data


def _document(parts: Parts) -> str:
    hiding = words.hiding_styles(parts.get(_STYLES, b""))
    if hiding is None or _DOCUMENT not in parts:
        return ""
    texts = (words.words(parts[name], hiding) for name in (_DOCUMENT, *_NOTES) if name in parts)
    return "\n".join(texts)


_KINDS: Mapping[str, tuple[Callable[[str], bool], Callable[[Parts], str]]] = MappingProxyType(
    {
        "docx": (lambda path: path in _PARTS, _document),
        "xlsx": (sheets.is_needed, sheets.rows),
    }
)
