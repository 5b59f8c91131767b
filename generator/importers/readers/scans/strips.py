"""The pieces of a picture that the recogniser is handed, each with one line."""

import cv2

from generator.importers.readers.scans.ruling import PixelBox
from generator.importers.readers.scans.upright import Picture

_PAD = 0.18
"""Of its height, what a strip holds around a line."""


def strip(grey: Picture, box: PixelBox) -> Picture:
    """A line with a little around it."""
    left, top, right, bottom = around(box, grey)
    return cv2.cvtColor(grey[top:bottom, left:right], cv2.COLOR_GRAY2BGR)


def around(box: PixelBox, picture: Picture) -> PixelBox:
    """The place of its strip."""
    left, top, right, bottom = box
    pad = max(int(_PAD * (bottom - top)), 3)
    height, width = picture.shape
    return max(left - pad, 0), max(top - pad, 0), min(right + pad, width), min(bottom + pad, height)
