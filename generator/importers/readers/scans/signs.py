"""Signs that the recogniser takes for others where nothing stands beside them.

A cell that holds ≥, = or / alone is read as N, 二 or 1: the recogniser knows lines, and one sign is
none. Comparisons are told by their strokes, others by a number that is drawn behind them. And ‰ is
read as %.
"""

import cv2
import numpy as np

from generator.importers.readers.scans import engine
from generator.importers.readers.scans.ruling import PixelBox
from generator.importers.readers.scans.upright import Picture

_LONE = frozenset("≥≤=＝/／><＞＜×√-")
"""What is told by what stands behind it."""
_TAKEN_FOR = frozenset("1l|I二三NMVvXx7T_-—L人入丨ノ丿—\\")
"""What such a sign is taken for."""
_SURE = 0.9
"""How sure the recogniser is of a sign that is believed as it is."""
_LEAST = 0.6
"""How sure it is at least of what it says instead."""
_BEHIND = "90"
_FONT = 30.0
"""Pixels of height for which OpenCV's own signs are drawn once as large."""
_BAR = 0.45, 0.8
"""How high a stroke is at most of its sign, and how wide at least."""
_ALIKE = 0.9
"""How long the shorter of two equal strokes is of the other; in 二 it is three quarters."""
_END = 0.2
"""What part of a sign is its left or right end."""
_WEDGE = 2.0
"""How much higher the open end of a wedge is than its point."""
_POINT = 0.3, 0.7
"""Of its height, between what its point lies."""
_RING = 0.3, 0.66
"""Of the height of a line, how high the rings of a per cent sign are."""
_PER_MILLE = 2
"""The rings at its foot; of a per cent sign there is one."""


def lone(said: engine.Read, strip: Picture, ink: Picture) -> engine.Read:
    """A text of one sign, as its strokes or a number behind it tell it; `ink` is its own."""
    if len(said.text) != 1 or not (said.text in _TAKEN_FOR or said.certainty < _SURE):
        return said
    if (comparison := _comparison(ink)) is not None:
        return engine.Read(comparison, _SURE)
    (again,) = engine.texts([_numbered(strip)])
    sign = again.text.removesuffix(_BEHIND).strip()
    if again.text.endswith(_BEHIND) and sign in _LONE and again.certainty >= _LEAST:
        return engine.Read(sign, again.certainty)
    return said


def per_mille(said: engine.Read, ink: Picture, box: PixelBox) -> engine.Read:
    """A text that ends in %, with the ‰ that stands there, where its strokes stand apart."""
    text = said.text.removesuffix("o")
    if not text.endswith("%") or _rings_below(ink, box) != _PER_MILLE:
        return said
    return engine.Read(f"{text[:-1]}‰", said.certainty)


def _comparison(ink: Picture) -> str | None:
    """What two strokes one above the other say, or a wedge above a stroke."""
    height, width = ink.shape
    is_bar = [_reach(row) >= _BAR[1] * width for row in ink]
    bar = next((n for n, whole in enumerate(reversed(is_bar)) if not whole), height)
    upper, lower = ink[: height - bar], ink[height - bar :]
    rows = np.flatnonzero(upper.any(1))
    if not 0 < bar <= _BAR[0] * height or not len(rows):
        return None
    upper = upper[: rows[-1] + 1]
    if len(upper) <= _BAR[0] * height:
        short, long = sorted((_reach(upper.any(0)), _reach(lower.any(0))))
        return "=" if short >= _ALIKE * long else None
    end = max(int(_END * width), 1)
    left, right = upper[:, :end].any(1), upper[:, -end:].any(1)
    for opens, points, sign in ((left, right, "≥"), (right, left, "≤")):
        middle = float(np.flatnonzero(points).mean()) / len(upper) if points.any() else 0.0
        if _reach(opens) > _WEDGE * _reach(points) and _POINT[0] < middle < _POINT[1]:
            return sign
    return None


def _reach(ink: Picture) -> int:
    """From the first dark place to the last."""
    dark = np.flatnonzero(ink)
    return int(dark[-1] - dark[0] + 1) if len(dark) else 0


def _numbered(strip: Picture) -> Picture:
    """A strip with a number drawn behind what it shows."""
    sign_height, width = strip.shape[:2]
    height = max(sign_height, 24)
    paper = int(strip.max())
    line = np.full((height, width + int(1.7 * height), 3), paper, np.uint8)
    top = (height - sign_height) // 2
    line[top : top + sign_height, :width] = strip
    scale, thickness = height / _FONT * 0.75, max(height // 18, 1)
    place = width + int(0.08 * height), int(height * 0.76)
    cv2.putText(
        line, _BEHIND, place, cv2.FONT_HERSHEY_SIMPLEX, scale, (20, 20, 20), thickness, cv2.LINE_AA
    )
    return line


def _rings_below(ink: Picture, box: PixelBox) -> int:
    """How many low signs, higher than a point, stand at the foot of a line."""
    left, top, right, bottom = box
    part = ink[top:bottom, left:right]
    height = bottom - top
    _, _, sizes, _ = cv2.connectedComponentsWithStats(part)
    rings = 0
    for _, down, _, high, _ in sizes[1:].tolist():
        if _RING[0] * height <= high <= _RING[1] * height and down + high / 2 > height / 2:
            rings += 1
    return rings
