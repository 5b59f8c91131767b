"""Runs of signs on a page become its lines, and lines that go on become paragraphs."""

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.intake.originals.pdf.places import Box, Matrix

_WIDE = frozenset("WFA")
_NARROW = 0.5
"""Of an em: what a Latin sign takes, nearly."""
_SAME = 0.5
"""Of an em: by how much signs of one line may stand higher or lower."""
_BLANK, _COLUMN = 0.2, 1.2
"""Of an em: gaps between words, and between cells."""
_NEAR, _FAR = 1.45, 2.4
"""Of an em: from line to line within a cell, and within a paragraph."""
_FULL = 0.6
"""What part of the longest line one has at least that goes on in the next."""
_INDENT = 2.6
_GOES_ON = ("，", "、", ",")
_END = re.compile(r"[。！？；：.!?;:]\s*+\Z")


class Run(NamedTuple):
    """Signs that were written at once."""

    text: str
    x: float
    """Along the line of writing, as `to`; `y` across it, both in points."""
    y: float
    to: float
    size: float
    wide: float
    """Its width in em, nearly: fonts are not measured."""
    middle: tuple[float, float]
    """On the page."""

    @classmethod
    def at(cls, text: str, at: Matrix, size: float) -> "Run":
        """Where these signs stand, written with this matrix in a font of this size."""
        a, b, _, _, e, f = at
        scale = math.hypot(a, b) or 1e-6
        wide = sum(map(_width, text))
        along, across = a / scale, b / scale
        length, own = wide * size * scale, abs(size) * scale
        x, y = e * along + f * across, f * along - e * across
        middle = (
            e + along * length / 2 - across * own / 3,
            f + across * length / 2 + along * own / 3,
        )
        return cls(text, x, y, x + length, own, wide, middle)

    def lies_in(self, box: Box) -> bool:
        """Whether its middle does."""
        x, y = self.middle
        return box[0] <= x <= box[2] and box[1] <= y <= box[3]


class _Line(NamedTuple):
    text: str
    x: float
    y: float
    to: float
    size: float


def lines_of(runs: Sequence[Run]) -> Iterator[str]:
    """The paragraphs of a page, as it was written."""
    lines = [line for line in _lines(runs) if line.text.strip()]
    longest = max((line.to - line.x for line in lines), default=0.0)
    whole = ""
    for n, line in enumerate(lines):
        if whole and not _goes_on(lines[n - 1], line, longest):
            yield whole
            whole = ""
        blank = " " if whole[-1:].isascii() and line.text[:1].isascii() and whole else ""
        whole += blank + line.text
    if whole:
        yield whole


def _lines(runs: Sequence[Run]) -> Iterator[_Line]:
    said: list[str] = []
    first = last = Run("", 0.0, 0.0, 0.0, 0.0, 0.0, (0.0, 0.0))
    for run in runs:
        if said and abs(run.y - first.y) <= _SAME * run.size and run.x >= last.to - run.size:
            said += _between(last, run), run.text
        else:
            yield _Line("".join(said), first.x, first.y, last.to, first.size)
            said, first = [run.text], run
        last = run
    yield _Line("".join(said), first.x, first.y, last.to, first.size)


def _between(before: Run, run: Run) -> str:
    gap = (run.x - before.to) / (run.size or 1)
    is_latin = before.text[-1:].isascii() and run.text[:1].isascii()
    return "　" if gap > _COLUMN else " " if gap > _BLANK and is_latin else ""


def _goes_on(line: _Line, following: _Line, longest: float) -> bool:
    """Whether a line breaks off for want of room."""
    size = max(line.size, following.size)
    below = line.y - following.y
    if not 0 < below <= _FAR * size or abs(line.size - following.size) > _BLANK * size:
        return False
    if _END.search(line.text) or not -size <= line.x - following.x <= _INDENT * size:
        return False
    if line.text.endswith(_GOES_ON):
        return True
    if line.to < following.to - size:
        return False
    return below <= _NEAR * size or line.to - line.x >= _FULL * longest


def _width(sign: str) -> float:
    return 1.0 if unicodedata.east_asian_width(sign) in _WIDE else _NARROW
