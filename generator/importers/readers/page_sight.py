"""Which signs of a page are seen: a second program draws the page, and a sign must leave ink.

What is clipped, white on white, or laid under something stands in the text of a page like all else.
A font that the drawing program has no shapes for leaves no ink either: one that is not in the file
is drawn with what the machine has, which may be Latin letters alone. So only signs are taken for
unseen whose whole run is, where others of their kind, in their font, are seen on the page.
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
"""What part of the signs of a kind must be seen on a page for one to be judged by."""

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
    whole = Counter(_kind(chars[n]) for n in printed)
    missing = Counter(_kind(chars[n]) for n in blank)
    judged = {kind for kind in whole if missing[kind] <= (1 - _SEEN) * whole[kind]}
    return {
        n for run in _runs(chars, printed) if blank.issuperset(run) and len(run) >= _LEAST
        and judged.issuperset(_kind(chars[n]) for n in run) for n in run
    }  # fmt: skip


def _kind(char: RawChar) -> tuple[str, bool]:
    """Signs that are drawn all or not at all: those of a font, Latin ones apart."""
    return char["fontname"], char["text"].isascii()


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
