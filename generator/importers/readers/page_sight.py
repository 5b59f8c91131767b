"""Which signs of a page are seen: a second program draws the page, and a sign must leave ink.

What is clipped, white on white, or laid under something stands in the text of a page like all else.
A font that the drawing program has no shapes for leaves no ink either, so only signs are taken for
unseen whose whole run is, in a font that is seen elsewhere on the page.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, cast

from PIL.Image import Image

_INK = 24
"""By how much, of 255, the darkest dot of a sign differs from the brightest."""
_LEAST = 2
"""Signs of a run that is judged."""
_SEEN = 0.5
"""What part of a font's signs must be seen on a page for it to be judged by."""

RawChar = Mapping[str, Any]
"""A sign as pdfplumber tells of it."""


def unseen(chars: Sequence[RawChar], drawn: Image, scale: float) -> set[int]:
    """The numbers of signs that nobody sees; `drawn` is the page in grey, `scale` dots a point."""
    blank = {
        n for n, char in enumerate(chars)
        if not char["text"].isspace() and not _leaves_ink(char, drawn, scale)
    }  # fmt: skip
    if not blank:
        return set()
    printed = [n for n, char in enumerate(chars) if not char["text"].isspace()]
    whole = Counter(chars[n]["fontname"] for n in printed)
    missing = Counter(chars[n]["fontname"] for n in blank)
    judged = {font for font in whole if missing[font] <= (1 - _SEEN) * whole[font]}
    return {
        n for run in _runs(chars, printed) if blank.issuperset(run) and len(run) >= _LEAST
        and chars[run[0]]["fontname"] in judged for n in run
    }  # fmt: skip


def _runs(chars: Sequence[RawChar], printed: Sequence[int]) -> Iterator[list[int]]:
    """Signs that follow one another on one base line in one font."""

    def key(n: int) -> tuple[str, int]:
        return chars[n]["fontname"], round(chars[n]["bottom"])

    for _, run in groupby(printed, key=key):
        yield list(run)


def _leaves_ink(char: RawChar, drawn: Image, scale: float) -> bool:
    left, top = int(char["x0"] * scale), int(char["top"] * scale)
    right, bottom = int(char["x1"] * scale) + 1, int(char["bottom"] * scale) + 1
    if right <= 0 or bottom <= 0 or left >= drawn.width or top >= drawn.height:
        return False
    # Where a sign is smaller than a dot, its surroundings are looked at.
    box = max(left, 0), max(top, 0), min(right, drawn.width), min(bottom, drawn.height)
    darkest, brightest = cast("tuple[int, int]", drawn.crop(box).getextrema())  # one of grey
    return brightest - darkest >= _INK
