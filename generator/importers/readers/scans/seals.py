"""Seals on a page: where they lie, and the page without their colour."""

from typing import NamedTuple

import cv2
import numpy as np

from generator.importers.readers.scans.upright import Picture

_REDDER = 45
"""By how much red outweighs blue and green in the ink of a seal, of 255."""
_ACROSS = 0.6, 1.7
"""Seals are about as high as wide; a red line of text is not."""
_LEAST = 0.6
_MOST = 3.0
"""Inches across."""
_FADED = 0.85
"""How dark the strokes of a seal may be beside the middle of its ink."""
_JOINED = 0.05
"""Inches between two strokes of one seal."""


class Stamped(NamedTuple):
    """A page in grey without seals, and where these lay."""

    grey: Picture
    under: Picture
    """Not 0 wherever a seal covers the page."""
    seals: int


def stamped(picture: Picture, dpi: float) -> Stamped:
    """Seals taken off: black ink stays dark in the red of a picture, red ink does not."""
    blue, green, red = (picture[:, :, n].astype(np.int16) for n in range(3))
    is_red = ((red - np.maximum(blue, green)) > _REDDER).astype(np.uint8)
    under = np.zeros(is_red.shape, np.uint8)
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    if not is_red.any():
        return Stamped(grey, under, 0)
    reach = max(int(_JOINED * dpi), 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    outlines, _ = cv2.findContours(
        cv2.morphologyEx(is_red, cv2.MORPH_CLOSE, kernel), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    count = 0
    for outline in outlines:
        _, _, width, height = cv2.boundingRect(outline)
        least, most = _LEAST * dpi, _MOST * dpi
        if least <= min(width, height) and max(width, height) <= most and (
            _ACROSS[0] <= width / height <= _ACROSS[1]
        ):  # fmt: skip
            count += 1
            cv2.fillPoly(under, [cv2.convexHull(outline)], 255)
    if count:
        # As bright as paper where there is only the seal: what is left dark is the ink below it.
        ink = float(np.median(red[(under > 0) & (is_red > 0)])) * _FADED
        below = np.clip(red * (255.0 / max(ink, 1.0)), 0, 255).astype(np.uint8)
        grey = np.where(cv2.dilate(under, kernel) > 0, below, grey)
    return Stamped(grey, under, count)
