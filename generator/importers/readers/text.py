"""Plain text: a line is a paragraph, lines with tabs or in columns are the rows of a table."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator.importers.outline import Block, Outline, Paragraph, UnreadableError
from generator.importers.readers.occupancy import Spanning, placed
from generator.importers.readers.text_columns import aligned
from generator.values.text import FORBIDDEN

_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def read(file: Path) -> Outline:
    """The lines of a text file in UTF-8, GB18030 or UTF-16; blank ones are left out."""
    text, notes = decoded(file.read_bytes())
    lines = FORBIDDEN.sub("", text).splitlines()
    return Outline(tuple(_blocks(lines)), notes)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Two lines with tabs are a table, pasted from a sheet; one is a line with wide gaps."""
    start = 0
    for is_row, run in groupby(lines, key=lambda line: "\t" in line.strip()):
        part = list(run)
        if is_row and len(part) > 1:
            rows = ([Spanning(cell.strip()) for cell in line.rstrip().split("\t")] for line in part)
            yield placed(rows, f"第{start + 1}行起的表")
        else:
            yield from _lines(part, start)
        start += len(part)


def _lines(lines: Sequence[str], start: int) -> Iterator[Block]:
    """Lines without tabs: paragraphs, and tables whose columns are set with blanks."""
    done = 0
    for table in aligned(lines):
        yield from _paragraphs(lines[done : table.first], start + done)
        rows = (map(Spanning, row) for row in table.rows)
        yield placed(rows, f"第{start + table.first + 1}行起的表")
        done = table.end
    yield from _paragraphs(lines[done:], start + done)


def _paragraphs(lines: Sequence[str], start: int) -> Iterator[Block]:
    for n, line in enumerate(lines, start + 1):
        if line.strip():
            yield Paragraph(line.strip(), f"第{n}行")


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
