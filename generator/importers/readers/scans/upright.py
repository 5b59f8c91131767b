"""A page turned upright: by how much its lines lean, and the page without that."""

from typing import Any

import cv2
import numpy as np

Picture = Any
"""Pixels as an array: rows, columns, and blue, green and red where there is colour."""
_MOST = 4.0
"""Degrees that a page may lean; what lies further off was laid wrong on purpose."""
_LOOKS = ((1_000, (0.5, 0.1)), (3_000, (0.02, 0.005)))
"""Pixels of the longer side that the lean is measured on, and by which steps of degrees: at the end
of a line as long as a page a fiftieth of a degree is the thickness of the line."""
_LEAST = 0.03
"""Degrees below which turning does more harm than good."""


def upright(picture: Picture, ink: Picture) -> Picture:
    """A picture turned so that its lines lie level; `ink` is what is dark on it."""
    angle = lean(ink)
    if abs(angle) < _LEAST:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(
        picture, turn, (width, height), flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255),
    )  # fmt: skip


def lean(ink: Picture) -> float:
    """Degrees by which lines fall to the right: where rows of ink are sharpest."""
    best, reach = 0.0, _MOST
    for pixels, steps in _LOOKS:
        scale = min(pixels / max(ink.shape), 1.0)
        small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        down, right = np.nonzero(small > 0)
        weight = small[down, right].astype(float)
        if not len(down):
            return 0.0
        for step in steps:
            tried = np.arange(best - reach, best + reach + step / 2, step).tolist()
            best = float(max(tried, key=lambda angle: _sharpness(down, right, weight, angle)))
            reach = step
    return best


def _sharpness(down: Picture, right: Picture, weight: Picture, angle: float) -> float:
    level = down * np.cos(np.radians(angle)) - right * np.sin(np.radians(angle))
    rows = np.bincount((level - level.min()).astype(int), weights=weight)
    return float(np.square(rows).sum())
