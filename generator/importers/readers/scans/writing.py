"""Lines of text in a picture: in cells by their ink, elsewhere by the recogniser's own look."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from generator.importers.readers.scans import boxes as to_tick
from generator.importers.readers.scans import engine, signs
from generator.importers.readers.scans.ruling import PixelBox
from generator.importers.readers.scans.strips import strip
from generator.importers.readers.scans.upright import Picture

_SPECK = 0.01
"""Inches across of what is dust wherever it lies."""
_POINT = 0.045
"""Inches across of what is a sign by itself; points and commas are less and stand by one."""
_BESIDE = 0.06
"""Inches around a sign, up and down, in which its points stand; to its sides twice as many."""
_INSET = 0.015
"""Inches within a cell that belong to its lines."""
_LOW = 0.06
"""Inches that a line of text is high at least."""
_TOO_HIGH = 1.7
"""In usual heights, from where on a run of ink is more than one line."""
_WHOLE = 1.35
"""In usual heights of a line, how high two strokes of one sign are together."""
_AROUND_INK = np.ones((3, 3), np.uint8)
_LOOKED = 1_400
"""Pixels of the longer side on which lines are looked for."""
_FLAT = 4
"""How many times as wide as high a dash is."""
DASH = "—"
_STROKES = frozenset("一-—–－_~ー―")


class Written(NamedTuple):
    """A line of text and where it stands."""

    text: str
    box: PixelBox
    certainty: float


def in_cells(grey: Picture, ink: Picture, cells: Sequence[PixelBox], dpi: float) -> list[Written]:
    """The lines of all cells; `ink` is without the lines of tables."""
    inset = max(int(_INSET * dpi), 1)
    inner = [
        ink[top + inset : bottom - inset, left + inset : right - inset]
        for left, top, right, bottom in cells
    ]
    runs = [list(_runs(part)) for part in inner]
    heights = [bottom - top for each in runs for top, bottom in each]
    high = [height for height in heights if height > _LOW * dpi]
    usual = float(median(high)) if high else _LOW * dpi
    boxes: list[PixelBox] = []
    for cell, part, each in zip(cells, inner, runs, strict=True):
        left, top = cell[0] + inset, cell[1] + inset
        boxes += [
            (a + left, b + top, c + left, d + top)
            for a, b, c, d in _lines(part, _whole(each, usual), usual)
        ]
    return list(_read(grey, ink, boxes))


def _lines(ink: Picture, runs: Iterator[tuple[int, int]], usual: float) -> Iterator[PixelBox]:
    """The boxes of lines in a cell; what is too high for one is looked at more closely."""
    for top, bottom in runs:
        if bottom - top <= _TOO_HIGH * usual:
            box = _trimmed(ink, (0, top, ink.shape[1], bottom))
            if box is not None:
                yield box
            continue
        part = cv2.cvtColor(255 - ink[top:bottom], cv2.COLOR_GRAY2BGR)
        for left, upper, right, lower in engine.places(part):
            box = _trimmed(ink, (left, top + upper, right, top + lower))
            if box is not None:
                yield box


def elsewhere(grey: Picture, ink: Picture, tables: Sequence[PixelBox]) -> list[Written]:
    """The lines outside of tables."""
    free = ink.copy()
    for left, top, right, bottom in tables:
        free[top : bottom + 1, left : right + 1] = 0
    # Only what is ink: on paper with specks and shades a few lines are overlooked.
    shown = np.where(cv2.dilate(free, _AROUND_INK) > 0, grey, 255).astype(np.uint8)
    scale = min(_LOOKED / max(shown.shape), 1.0)
    small = cv2.resize(shown, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    boxes = [
        (int(a / scale), int(b / scale), int(c / scale) + 1, int(d / scale) + 1)
        for a, b, c, d in engine.places(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR))
    ]
    trimmed = (_trimmed(free, box) for box in boxes)
    return list(_read(shown, free, [box for box in trimmed if box is not None]))


def without_dust(ink: Picture, dpi: float) -> Picture:
    """Ink without specks: what is small and stands by no sign."""
    _, marks, sizes, _ = cv2.connectedComponentsWithStats(ink)
    reach = np.maximum(sizes[:, 2], sizes[:, 3])
    is_sign = (reach >= _POINT * dpi) & (np.arange(len(sizes)) > 0)
    signs = is_sign[marks].astype(np.uint8) * 255
    beside = cv2.dilate(signs, np.ones((int(_BESIDE * dpi) | 1, int(4 * _BESIDE * dpi) | 1)))
    near = np.unique(marks[beside > 0])
    is_kept = is_sign.copy()
    is_kept[near[reach[near] >= _SPECK * dpi]] = True
    is_kept[0] = False
    return is_kept[marks].astype(np.uint8) * 255


def _runs(ink: Picture) -> Iterator[tuple[int, int]]:
    """The rows of pixels, one after another, in which there is ink."""
    if not ink.size:
        return
    is_dark = np.concatenate(([0], (ink.max(axis=1) > 0).astype(np.int8), [0]))
    change = np.flatnonzero(np.diff(is_dark))
    yield from zip(change[::2].tolist(), change[1::2].tolist(), strict=True)


def _whole(runs: Sequence[tuple[int, int]], usual: float) -> Iterator[tuple[int, int]]:
    """Runs that are parts of one line, such as the strokes of 二, as one."""
    open_run: tuple[int, int] | None = None
    for top, bottom in runs:
        if open_run is None:
            open_run = top, bottom
        elif bottom - open_run[0] <= _WHOLE * usual:
            open_run = open_run[0], bottom
        else:
            yield open_run
            open_run = top, bottom
    if open_run is not None:
        yield open_run


def _trimmed(ink: Picture, box: PixelBox) -> PixelBox | None:
    """A box without the empty space around its ink."""
    left, top, right, bottom = (max(edge, 0) for edge in box)
    down, across = np.nonzero(ink[top:bottom, left:right])
    if not len(down):
        return None
    return (
        left + int(across.min()), top + int(down.min()),
        left + int(across.max()) + 1, top + int(down.max()) + 1,
    )  # fmt: skip


def _read(grey: Picture, ink: Picture, boxes: Sequence[PixelBox]) -> Iterator[Written]:
    strips = [strip(grey, box) for box in boxes]
    for box, part, said in zip(boxes, strips, engine.texts(strips), strict=True):
        left, top, right, bottom = box
        if right - left >= _FLAT * (bottom - top) and _STROKES.issuperset(said.text):
            yield Written(DASH, box, 0.0)
            continue
        squares = to_tick.squares(ink, box, said)
        if to_tick.are_told(said.text, squares):
            told = signs.per_mille(signs.lone(said, part, ink[top:bottom, left:right]), ink, box)
        else:
            told = to_tick.in_pieces(grey, ink, box, squares)
        yield Written(told.text, box, told.certainty)
