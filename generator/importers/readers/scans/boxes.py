"""Boxes to tick in a line of a picture: where they stand, and which are ticked.

The recogniser seldom knows a ticked box, so a line with boxes is read in pieces between them.
Signs that are square and closed, such as 国, and parts of signs, as in 指, are told from boxes by
what the recogniser sees there.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2

from generator.importers.readers.scans import engine
from generator.importers.readers.scans.ruling import PixelBox
from generator.importers.readers.scans.strips import around, strip
from generator.importers.readers.scans.upright import Picture

EMPTY, TICKED = "□", "☑"
_BOXES = frozenset("□☐○☑")
"""What the recogniser calls a box."""
_HIGH = 0.5
"""Of its line, how high a box is at least."""
_SQUARE = 0.8, 1.25
"""How wide it is of its height."""
_RIMMED = 0.85
"""How whole its sides are."""
_OF_SIGN = 0.55
"""Heights of a line from the middle of a sign, within which ink belongs to it."""
_APART = 0.3
"""Of the height of a line, what is a blank between two pieces."""


class Square(NamedTuple):
    """A box to tick."""

    box: PixelBox
    is_ticked: bool


def squares(ink: Picture, box: PixelBox, said: engine.Read) -> list[Square]:
    """The boxes of a line from the left; `said` is what was recognised in its strip."""
    left, top, right, bottom = around(box, ink)
    signs = [left + middle * (right - left) for sign, middle in said.middles if sign not in _BOXES]
    reach = _OF_SIGN * (bottom - top)
    return [
        one for one in sorted(_rimmed(ink, box))
        if all(abs(middle - (one.box[0] + one.box[2]) / 2) > reach for middle in signs)
    ]  # fmt: skip


def are_told(text: str, found: Sequence[Square]) -> bool:
    """Whether what was recognised has all boxes of its line as they are."""
    told = [sign == TICKED for sign in text if sign in _BOXES]
    return [one.is_ticked for one in found] == told


def in_pieces(grey: Picture, ink: Picture, box: PixelBox, found: Sequence[Square]) -> engine.Read:
    """A line by its boxes and what stands between them."""
    left, top, right, bottom = box
    edges = [left, *(edge for one in found for edge in (one.box[0], one.box[2])), right]
    between = [(a, top, b, bottom) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    inked = [one for one in between if ink[top:bottom, one[0] : one[2]].any()]
    trimmed = {one: _trimmed(ink, one) for one in inked}
    said = dict(zip(inked, engine.texts([strip(grey, trimmed[one]) for one in inked]), strict=True))
    text, end = "", left
    for n, one in enumerate(between):
        if one in said:
            text += _blank(trimmed[one][0] - end, bottom - top) + said[one].text
            end = trimmed[one][2]
        if n < len(found):
            text += _blank(found[n].box[0] - end, bottom - top)
            text += TICKED if found[n].is_ticked else EMPTY
            end = found[n].box[2]
    return engine.Read(text.strip(), min((one.certainty for one in said.values()), default=1.0))


def _blank(gap: int, height: int) -> str:
    return " " if gap > _APART * height else ""


def _trimmed(ink: Picture, box: PixelBox) -> PixelBox:
    left, top, right, bottom = box
    across = ink[top:bottom, left:right].any(0).nonzero()[0]
    return left + int(across[0]), top, left + int(across[-1]) + 1, bottom


def _rimmed(ink: Picture, box: PixelBox) -> Iterator[Square]:
    """What is square and closed, and stands by itself."""
    left, top, right, bottom = box
    _, marks, sizes, _ = cv2.connectedComponentsWithStats(ink[top:bottom, left:right])
    for number, (across, down, width, height, _) in enumerate(sizes.tolist()):
        if not number or height < _HIGH * (bottom - top):
            continue
        if not _SQUARE[0] <= width / height <= _SQUARE[1]:
            continue
        place = slice(down, down + height), slice(across, across + width)
        rim = max(height // 4, 1)
        if _is_rimmed(marks[place] == number, rim):
            inner = ink[top:bottom, left:right][place][rim:-rim, rim:-rim]
            own = left + across, top + down, left + across + width, top + down + height
            yield Square(own, bool(inner.any()))


def _is_rimmed(own: Picture, rim: int) -> bool:
    """Whether there is ink along all four sides."""
    sides = (
        own[:rim].any(0), own[-rim:].any(0), own[:, :rim].any(1), own[:, -rim:].any(1),
    )  # fmt: skip
    return min(float(side.mean()) for side in sides) >= _RIMMED
