"""A picture of a page as signs with their places and the cells of its tables, in points."""

from collections.abc import Sequence

import cv2
import numpy as np
from PIL.Image import Image

from generator.importers.readers.page_blocks import Sheet
from generator.importers.readers.page_lines import Char
from generator.importers.readers.page_tables import Box
from generator.importers.readers.scans import Scanned, writing
from generator.importers.readers.scans.ruling import PixelBox, ruled
from generator.importers.readers.scans.seals import stamped
from generator.importers.readers.scans.upright import Picture, upright

_POINTS = 72
_UNDER_SEAL = 0.3
"""How sure a text under a seal is at most."""
_DARKER = 0.08
"""How much darker than its surroundings ink is, of white."""
_AROUND_LINES = np.ones((3, 3), np.uint8)
"""Pixels beside a line that are still of it."""
_AROUND = 0.25
"""Inches that make the surroundings."""


def scanned(picture: Image, dpi: float, number: int) -> Scanned:
    """The lines and tables of a page, `number` counted from 1."""
    page = cv2.cvtColor(np.asarray(picture.convert("RGB")), cv2.COLOR_RGB2BGR)
    page = upright(page, _ink(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), dpi))
    seals = stamped(page, dpi)
    ink = _ink(seals.grey, dpi)
    found = ruled(ink, dpi)
    bare = writing.without_dust(cv2.subtract(ink, cv2.dilate(found.lines, _AROUND_LINES)), dpi)
    cells = [cell for table in found.tables for cell in table]
    inside = writing.in_cells(seals.grey, bare, cells, dpi)
    outside = writing.elsewhere(seals.grey, bare, [_around(table) for table in found.tables])
    written = [*inside, *outside]
    scale = _POINTS / dpi
    sheet = Sheet(
        number,
        [_char(one, seals.under, scale) for one in written if one.text],
        [[_points(cell, scale) for cell in table] for table in found.tables],
        (0.0, 0.0, page.shape[1] * scale, page.shape[0] * scale),
    )
    dashes = sum(one.text == writing.DASH for one in inside)
    return Scanned(sheet, seals.seals, dashes, sum(not one.text for one in written))


def _ink(grey: Picture, dpi: float) -> Picture:
    """255 where a page is dark for its surroundings, so that shadows are no ink."""
    reach = int(_AROUND * dpi) | 1
    return cv2.adaptiveThreshold(
        cv2.GaussianBlur(grey, (3, 3), 0), 255, cv2.ADAPTIVE_THRESH_MEAN_C,
        cv2.THRESH_BINARY_INV, reach, int(_DARKER * 255),
    )  # fmt: skip


def _char(one: writing.Written, under: Picture, scale: float) -> Char:
    left, top, right, bottom = one.box
    is_sealed = bool(under[top:bottom, left:right].any())
    sure = min(one.certainty, _UNDER_SEAL) if is_sealed else one.certainty
    return Char(one.text, left * scale, right * scale, top * scale, bottom * scale, round(sure, 3))


def _points(box: PixelBox, scale: float) -> Box:
    left, top, right, bottom = box
    return left * scale, top * scale, right * scale, bottom * scale


def _around(boxes: Sequence[PixelBox]) -> PixelBox:
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip
