"""The lines of tables in a picture, and the cells that they part."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

import cv2
import numpy as np

from generator.importers.readers.scans.upright import Picture

PixelBox = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""
_ACROSS, _DOWN = 0.3, 0.16
"""Inches that a line has at least: rows are low, and strokes of signs are shorter."""
_TABLE = 2.0, 0.22
"""Inches that a table is wide and high at least: strokes of a large title touch too."""
_GAP = 0.03
"""Inches of a break in a line."""
_NEAR = 0.035
"""Inches within which two lines are one, or meet."""
_DRAWN = 0.6
"""What part of a side of a cell is drawn where a line is."""
_LEAST = 2
"""Cells of a table."""


class Ruled(NamedTuple):
    """The cells of each table, and the lines themselves."""

    tables: Sequence[Sequence[PixelBox]]
    lines: Picture


def ruled(ink: Picture, dpi: float) -> Ruled:
    """The tables of a page from the top."""
    across = _strokes(ink, (max(int(_ACROSS * dpi), 3), 1), max(int(_GAP * dpi), 1))
    down = _strokes(ink, (1, max(int(_DOWN * dpi), 3)), max(int(_GAP * dpi), 1))
    near = max(int(_NEAR * dpi), 2)
    thick = np.ones((near, near), np.uint8)
    across, down = _meeting(across, down, thick), _meeting(down, across, thick)
    _, marks, sizes, _ = cv2.connectedComponentsWithStats(
        cv2.dilate(cv2.bitwise_or(across, down), thick)
    )
    tables: list[list[PixelBox]] = []
    lines = np.zeros_like(ink)
    for number, (left, top, width, height, _) in enumerate(sizes.tolist()):
        if number and width > _TABLE[0] * dpi and height > _TABLE[1] * dpi:
            frame = slice(top, top + height), slice(left, left + width)
            own = (marks[frame] == number).astype(np.uint8) * 255
            cells = list(_cells(across[frame] & own, down[frame] & own, near))
            if len(cells) >= _LEAST:
                lines[frame] |= (across[frame] | down[frame]) & own
                tables.append([(a + left, b + top, c + left, d + top) for a, b, c, d in cells])
    return Ruled(sorted(tables, key=lambda cells: min(c[1] for c in cells)), lines)


def _strokes(ink: Picture, size: tuple[int, int], gap: int) -> Picture:
    """What goes on in one direction for so many pixels."""
    bridge = (gap, 1) if size[1] == 1 else (1, gap)
    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(bridge[::-1], np.uint8))
    return cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones(size[::-1], np.uint8))


def _meeting(strokes: Picture, others: Picture, thick: Picture) -> Picture:
    """Those that meet one of the other direction: strokes of signs side by side meet none."""
    _, marks = cv2.connectedComponents(strokes)
    met = np.unique(marks[cv2.dilate(others, thick) > 0])
    return np.isin(marks, met[met > 0]).astype(np.uint8) * 255


def _cells(across: Picture, down: Picture, near: int) -> Iterator[PixelBox]:
    """The places between lines, those that nothing parts as one."""
    rows = _edges(_middles(across, 1), near)
    columns = _edges(_middles(down, 0), near)
    if len(rows) < _LEAST or len(columns) < _LEAST:
        return
    wholes = _Wholes(product(range(len(rows) - 1), range(len(columns) - 1)))
    for row, (top, bottom) in enumerate(pairwise(rows)):
        for column, (left, right) in enumerate(pairwise(columns)):
            beside, below = (row, column + 1), (row + 1, column)
            side, foot = down[top + near : bottom - near], across[:, left + near : right - near]
            if beside[1] < len(columns) - 1 and not _is_drawn(side, right, near, 1):
                wholes.join((row, column), beside)
            if below[0] < len(rows) - 1 and not _is_drawn(foot, bottom, near, 0):
                wholes.join((row, column), below)
    for places in wholes.all():
        for first, left, last, right in _rectangles(places):
            yield columns[left], rows[first], columns[right + 1], rows[last + 1]


class _Wholes:
    """Places, and which of them belong together."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._owner = {place: place for place in places}

    def join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        """Both, with all that belongs to either, are one."""
        self._owner[self._root(other)] = self._root(one)

    def all(self) -> Iterable[list[tuple[int, int]]]:
        """The places of each whole."""
        wholes: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for place in self._owner:
            wholes.setdefault(self._root(place), []).append(place)
        return wholes.values()

    def _root(self, place: tuple[int, int]) -> tuple[int, int]:
        while self._owner[place] != place:
            self._owner[place] = self._owner[self._owner[place]]
            place = self._owner[place]
        return place


def _rectangles(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Places in one cell; those that make no rectangle each by itself."""
    rows, columns = [row for row, _ in places], [column for _, column in places]
    top, left, bottom, right = min(rows), min(columns), max(rows), max(columns)
    if (bottom - top + 1) * (right - left + 1) == len(places):
        yield top, left, bottom, right
    else:
        yield from ((row, column, row, column) for row, column in places)


def _is_drawn(band: Picture, place: int, near: int, axis: int) -> bool:
    """Whether a line goes along a side of a cell."""
    around = slice(max(place - near, 0), place + near + 1)
    part = band[:, around] if axis else band[around]
    if not part.size:
        return True
    return bool((part.max(axis=axis) > 0).mean() >= _DRAWN)


def _middles(strokes: Picture, axis: int) -> Iterator[float]:
    """Where each stroke lies: its row, or its column."""
    _, _, sizes, middles = cv2.connectedComponentsWithStats(strokes)
    del sizes
    yield from (float(middle[axis]) for middle in middles[1:])


def _edges(places: Iterable[float], near: int) -> list[int]:
    """The lines, those that nearly meet as one."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= near:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [round(sum(group) / len(group)) for group in groups]
