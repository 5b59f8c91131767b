"""Plain text: a line is a paragraph."""

from pathlib import Path

from generator.importers.outline import Outline, Paragraph, UnreadableError
from generator.values.text import FORBIDDEN

_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def read(file: Path) -> Outline:
    """The lines of a text file in UTF-8, GB18030 or UTF-16; blank ones are left out."""
    text, notes = decoded(file.read_bytes())
    lines = FORBIDDEN.sub("", text).splitlines()
    return Outline(
        tuple(
            Paragraph(line.strip(), f"第{n}行") for n, line in enumerate(lines, 1) if line.strip()
        ),
        notes,
    )


def decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and what is to be said of its encoding."""
    if (wide := _WIDE.get(content[:2])) is not None:
        try:
            return content[2:].decode(wide), ()
        except UnicodeDecodeError:
            raise UnreadableError("文件的编码读不出来；请用记事本另存为 UTF-8") from None
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("gb18030"), ("文件不是 UTF-8 编码，按 GBK（GB18030）读取",)
    except UnicodeDecodeError:
        raise UnreadableError(
            "文件既不是 UTF-8 编码，也不是 GBK（GB18030）编码；请用记事本另存为 UTF-8"
        ) from None
