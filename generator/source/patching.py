"""Pieces of a file's bytes replaced; every other byte is kept, line ends and encoding too."""

import codecs
import re
from collections.abc import Iterable

from generator.diagnostics import Fix
from generator.source.decoding import decode

_ENCODINGS = ("utf-8", "gb18030")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


def patched(content: bytes, fixes: Iterable[Fix]) -> bytes | None:
    """The content with each piece replaced; None where that would change other bytes as well.

    Of two pieces that overlap the one that begins first is taken.
    """
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    for encoding in _ENCODINGS:
        try:
            text = content.removeprefix(mark).decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.encode(encoding) != content.removeprefix(mark):
            return None
        return mark + _replaced(text, fixes).encode(encoding)
    return None


def _replaced(text: str, fixes: Iterable[Fix]) -> str:
    lines = _LINE.findall(text)
    for fix in reversed(apart(fixes)):
        line = lines[fix.line - 1]
        if fix.is_gone:
            lines[fix.line - 1] = ""
            continue
        ending = "\r\n" if line.endswith("\r\n") else "\n"
        put = fix.text.replace("\n", ending)
        lines[fix.line - 1] = f"{line[: fix.column - 1]}{put}{line[fix.end - 1 :]}"
    return "".join(lines)


def decoded_lines(content: bytes) -> list[str]:
    """The lines of a file as messages count them; none where its encoding is not known."""
    text, _ = decode(content, "")
    return (text or "").split("\n")


def apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Those that do not overlap, in the order of the file."""
    chosen: list[Fix] = []
    for fix in sorted(set(fixes), key=lambda fix: (fix.line, fix.column, fix.end)):
        before = chosen[-1] if chosen else None
        if before is None or before.line < fix.line or before.end < fix.column:
            chosen.append(fix)
    return chosen
