"""Bytes of a content file to text: size, encoding, and the characters no file may hold."""

import codecs
import re
from itertools import islice

from generator.diagnostics import Diagnostic, Location, Severity
from generator.source.faults import shorten
from generator.values.garbling import misread
from generator.values.text import FORBIDDEN, forbidden

MAX_BYTES = 1_000_000
MAX_PLACES = 20
"""So many forbidden characters of a file are shown; the message of the last counts the others."""

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_LINE_END = re.compile(r"\r\n?")
_HOLDER = "□"
"""Stands where a forbidden character stood."""
_SAVE_AS = "请在编辑器里「另存为」时把编码选为 UTF-8"


def decode(content: bytes, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Turn bytes to text with LF line ends and no forbidden character; None when that fails.

    Strict UTF-8, else strict GB18030; nothing is guessed. A forbidden character leaves a square in
    its place, so that the rest can be read and every column stays right.
    """
    if len(content) > MAX_BYTES:
        return None, (too_large(len(content), path),)
    text, diagnostics = _characters(content, path)
    if text is None:
        return None, diagnostics
    if (spoilt := misread(text)) is not None:
        return None, (_garbled(path, *spoilt),)
    text = _LINE_END.sub("\n", text)
    # No forbidden character is printable, and few texts hold others: this is quicker to ask.
    if not text.replace("\n", "").isprintable() and FORBIDDEN.search(text):
        return FORBIDDEN.sub(_HOLDER, text), diagnostics + _refusals(text, path)
    return text, diagnostics


def _garbled(path: str, sample: str, meant: str, table: str) -> Diagnostic:
    return Diagnostic(
        "garbled-text",
        Severity.ERROR,
        Location(path),
        f"整个文件是乱码：「{shorten(sample)}」应为「{shorten(meant)}」，曾按{table}编码打开后又保存",
        "请找回保存之前的文件，或重新录入；打开时选对编码，另存时选 UTF-8",
        found=shorten(sample),
        expected=shorten(meant),
    )


def too_large(size: int, path: str) -> Diagnostic:
    """Refuse a file of so many bytes."""
    return Diagnostic(
        "too-large",
        Severity.ERROR,
        Location(path),
        f"文件有 {size:,} 字节，超过上限 {MAX_BYTES:,} 字节",
        "请把长篇材料放到附件里，或拆成几个文件",
        found=str(size),
        expected=str(MAX_BYTES),
    )


def _characters(content: bytes, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    if content.startswith(_WIDE_MARKS):
        return None, (_encoding(path, 1, "文件是 UTF-16 或 UTF-32 编码，读不了"),)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    try:
        text = content.decode("gb18030").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None, (_encoding(path, line, "文件既不是 UTF-8 编码，也不是 GBK（GB18030）编码"),)
    sample = re.search(r"[^\x00-\x7f]{1,10}", text)
    shown = f"，读出的第一处汉字是「{sample[0]}」" if sample else ""
    message = f"文件不是 UTF-8 编码，已按 GBK（GB18030）读取{shown}"
    return text, (_encoding(path, 1, message, Severity.WARNING),)


def _encoding(
    path: str, line: int, message: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic("file-encoding", severity, Location(path, line), message, _SAVE_AS)


def _refusals(text: str, path: str) -> tuple[Diagnostic, ...]:
    unshown = len(FORBIDDEN.findall(text)) - MAX_PLACES
    found: list[Diagnostic] = []
    for match in islice(FORBIDDEN.finditer(text), MAX_PLACES):
        _, name = forbidden(match[0]) or (0, "")
        more = f"（其后还有 {unshown} 处）" if len(found) == MAX_PLACES - 1 and unshown > 0 else ""
        start = match.start()
        found.append(
            Diagnostic(
                "forbidden-character",
                Severity.ERROR,
                Location(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)),
                f"这里有不能发布的字符：{name}{more}",
                "它多半看不见；请删去这一处，重新键入前后几个字",
                found=f"U+{ord(match[0]):04X}",
            )
        )
    return tuple(found)
