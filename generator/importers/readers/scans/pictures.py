"""Pictures of pages as a camera or a copier leaves them: at what size they are looked at."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from generator.importers import limits
from generator.importers.outline import UnreadableError

FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
_LONGER_SIDE = 11.69
"""Inches of a page of A4, which a picture is taken for that does not say better."""
_STATED = 100, 650
"""Dots an inch that a scanner may say; 72 and 96 are said by whoever does not know."""
_BEST = 150, 300
"""Dots an inch between which signs are looked at."""
_OF_PAGES = 200
"""Dots an inch at which the page of a PDF is drawn."""
_GLANCE = 1.0
"""Dots to a point where only ink is looked for."""
_POINTS = 72
_BROKEN = "图片已损坏，或不是图片文件；请重新扫描，或另存为 PNG、JPEG"


def of_file(file: Path) -> Iterator[tuple[Image.Image, float]]:
    """Each picture of a file as it is shown, with its dots an inch."""
    try:
        with Image.open(file, formats=FORMATS) as opened:
            frames = getattr(opened, "n_frames", 1)
            if frames > limits.SCANS:
                raise UnreadableError(
                    f"文件有 {frames} 页图片，超过上限 {limits.SCANS} 页；请拆成几个文件"
                )
            for frame in ImageSequence.Iterator(opened):
                limits.drawn(*frame.size)
                yield _at_best(ImageOps.exif_transpose(frame).convert("RGB"), _dpi(frame))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableError(limits.VAST) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UnreadableError(_BROKEN) from error


def of_page(document: pypdfium2.PdfDocument, number: int) -> tuple[Image.Image, float]:
    """A page of a PDF, counted from 1, as it is shown."""
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(_OF_PAGES / _POINTS, (limits.PIXELS / max(width * height, 1)) ** 0.5)
    picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return picture, scale * _POINTS


def glance(document: pypdfium2.PdfDocument, number: int) -> tuple[Image.Image, float]:
    """A page of a PDF in grey, only so large that ink is told from paper, and dots to a point."""
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(_GLANCE, (limits.PIXELS / max(width * height, 1)) ** 0.5)
    return page.render(scale=scale, grayscale=True).to_pil().convert("L"), scale


def _dpi(picture: Image.Image) -> float:
    stated = float(picture.info.get("dpi", (0, 0))[0])
    if _STATED[0] <= stated <= _STATED[1]:
        return stated
    return max(picture.size) / _LONGER_SIDE


def _at_best(picture: Image.Image, dpi: float) -> tuple[Image.Image, float]:
    """Neither so small that strokes run together nor larger than helps."""
    best = min(max(dpi, _BEST[0]), _BEST[1])
    if best == dpi:
        return picture, dpi
    scale = best / dpi
    size = round(picture.width * scale), round(picture.height * scale)
    limits.drawn(*size)
    return picture.resize(size, Image.Resampling.LANCZOS), best
