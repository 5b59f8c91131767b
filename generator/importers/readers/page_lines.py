"""Signs of a page into lines by their base lines, and lines into paragraphs."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple, Self

from generator.importers.ordinals import ordinal

_PAGE_NUMBER = re.compile(
    r"[-—–－\s]{0,4}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[/／共]\s?\d{1,4}\s?页?)?[-—–－\s]{0,4}"
)
_MARGIN = 0.1
"""What part of the page, above and below, page numbers stand in."""
_SAME_LINE = 0.5
_INDENT = 1.2
_SHORT = 2.5
_GAP = 0.6
"""In heights of a sign: how far apart two of one line may be, how far in a paragraph begins, by how
much its last line is short, and from where on a gap is a blank."""
_WIDE = 1.3
"""The same of a gap that parts two columns."""
_TYPED_GAP = 0.2
"""The same where a blank was typed: those of Chinese fonts are narrow."""
_LEADING = 1.2
"""How much wider than usual a gap between lines is that parts two paragraphs, in heights."""


class Char(NamedTuple):
    """A sign and where it stands, in points from the upper left corner of the page as shown."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    certainty: float = 1.0
    """How sure its reading is, 0 to 1; less only where it was recognised in a picture."""

    @classmethod
    def of(cls, char: Mapping[str, Any]) -> Self:
        """What pdfplumber says of a sign."""
        return cls(char["text"], char["x0"], char["x1"], char["top"], char["bottom"])

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Line(NamedTuple):
    """Signs on one base line."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    certainty: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


class PageText(NamedTuple):
    """A paragraph of a page."""

    top: float
    text: str
    is_margin: bool
    """Whether it is only the number of the page."""
    certainty: float

    @classmethod
    def of(cls, lines: Sequence[Line], *, is_margin: bool = False) -> Self:
        """The lines as one text."""
        return cls(
            lines[0].top, in_one([line.text for line in lines]), is_margin,
            min(line.certainty for line in lines),
        )  # fmt: skip


def lines_of(chars: Iterable[Char]) -> Sequence[Line]:
    """The lines of some signs, from the top; signs of another size may stand on the same one."""
    return [_line(row) for row in _rows(chars)]


def segments_of(chars: Iterable[Char]) -> Sequence[Sequence[Line]]:
    """The lines of some signs, each in the parts that wide gaps leave, from the left."""
    return [[_line(part) for part in _parts(row)] for row in _rows(chars)]


def _rows(chars: Iterable[Char]) -> list[list[Char]]:
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (char.bottom, char.left)):
        if not char.text.isspace():
            row = rows[-1] if rows else None
            if row and char.bottom - row[-1].bottom <= _SAME_LINE * min(
                char.height, row[-1].height
            ):
                row.append(char)
            else:
                rows.append([char])
    return rows


def _parts(row: list[Char]) -> Iterator[list[Char]]:
    part: list[Char] = []
    for char in sorted(row, key=lambda char: char.left):
        if part and char.left - part[-1].right > _WIDE * min(char.height, part[-1].height):
            yield part
            part = []
        part.append(char)
    yield part


def _line(row: list[Char]) -> Line:
    texts, blank = list[str](), False
    signs: list[Char] = []
    for char in sorted(row, key=lambda char: char.left):
        if char.text.isspace():
            blank = bool(signs)
            continue
        if signs:
            gap, size = char.left - signs[-1].right, min(signs[-1].height, char.height)
            if gap > (_TYPED_GAP if blank else _GAP) * size:
                texts.append(" ")
        texts.append(char.text)
        signs.append(char)
        blank = False
    return Line(
        "".join(texts), signs[0].left, max(char.right for char in signs),
        min(char.top for char in signs), max(char.bottom for char in signs),
        min(char.certainty for char in signs),
    )  # fmt: skip


def in_one(lines: Sequence[str]) -> str:
    """Lines that a narrow place broke; a blank stands only between two words in letters."""
    whole = ""
    for line in lines:
        apart = (
            whole[-1:].isascii()
            and whole[-1:].isalpha()
            and line[:1].isascii()
            and line[:1].isalpha()
        )
        whole += f" {line}" if apart else line
    return whole


def paragraphs_of(
    lines: Sequence[Line], height: float, edges: tuple[float, float]
) -> Iterator[PageText]:
    """The paragraphs; `edges` are where text begins and ends on the page."""
    body = [line for line in lines if not _is_page_number(line, height)]
    left, right = edges
    leading = median([b.top - a.bottom for a, b in pairwise(body)] or [0])
    open_lines: list[Line] = []
    for line in lines:
        if _is_page_number(line, height):
            yield PageText.of([line], is_margin=True)
            continue
        if open_lines and _begins(line, open_lines[-1], left, right, leading):
            yield PageText.of(open_lines)
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield PageText.of(open_lines)


def _begins(line: Line, before: Line, left: float, right: float, leading: float) -> bool:
    """Whether a line begins a paragraph: by indent, number, or the end of the one before."""
    size = max(line.height, before.height)
    if line.left > left + _INDENT * size or ordinal(line.text):
        return True
    if before.right < right - _SHORT * size:
        return True
    return line.top - before.bottom > leading + _LEADING * size


def _is_page_number(line: Line, height: float) -> bool:
    in_margin = line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height
    return in_margin and _PAGE_NUMBER.fullmatch(line.text) is not None
