"""Pages as a copier makes them: a form drawn with its lines, turned, stamped and noisy."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from generator.importers.outline import Cell
from generator.importers.readers import scans
from helpers.import_sources import Form

_FONTS = (
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
)
_PAPERS = (8.27, 11.69), (11.69, 8.27), (11.69, 16.54), (16.54, 11.69)
"""A4 and A3, upright and across, in inches."""
_NARROW = 0.7
"""Inches of a column, below which a larger paper is taken."""
_POINT = 1 / 72


def needed() -> None:
    """Skip, with the reason, where scans cannot be read or drawn."""
    if not scans.is_installed():
        pytest.skip("gongkai[scan] is not installed: make .venv/ready-to-scan")
    if font_file() is None:
        pytest.skip("no Chinese font to draw scans with: install fonts-wqy-zenhei")


def font_file() -> str | None:
    """A font with Chinese signs, where there is one."""
    return next((file for file in _FONTS if Path(file).exists()), None)


@dataclass(frozen=True)
class Scan:
    """How a page was scanned."""

    dpi: int = 150
    lean: float = 0.0
    """Degrees."""
    sealed: tuple[int, int] | None = None
    """Row and column of the cell that a seal lies on."""
    noise: int = 0
    """Specks of dust."""
    is_landscape: bool = False


SCANS = {
    "scan": Scan(),
    "leaning scan": Scan(dpi=200, lean=1.2, noise=100),
    "fine scan": Scan(dpi=300, lean=-0.8),
    "poor scan": Scan(lean=-2, noise=200),
}
"""How pages come from the copiers of offices."""


def drawn(form: Form, how: Scan) -> Image.Image:
    """A page of A4 with a form, at the resolution of the scan."""
    return _Page(how, _PAPERS[how.is_landscape]).form(form)


def scanned(form: Form, how: Scan, file: Path) -> Path:
    """A form on the smallest paper that holds it, as a file that says its resolution."""
    _paper(form, how).scanned().save(file, dpi=(how.dpi, how.dpi))
    return file


def fits(form: Form) -> bool:
    """Whether any paper holds it."""
    try:
        _paper(form, Scan())
    except ValueError:
        return False
    return True


def _paper(form: Form, how: Scan) -> "_Page":
    """The smallest paper with a form on it."""
    for paper in _PAPERS:
        page = _Page(how, paper)
        end = page.blocks(form)
        if end < page.size[1] and paper[0] >= _NARROW * form.table.width:
            return page
    raise ValueError("no paper is large enough")


class _Page:
    def __init__(self, how: Scan, paper: tuple[float, float]) -> None:
        self.how = how
        self.size = round(paper[0] * how.dpi), round(paper[1] * how.dpi)
        self.image = Image.new("RGB", self.size, (250, 250, 247))
        self.draw = ImageDraw.Draw(self.image)

    def font(self, points: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(font_file()), round(points * _POINT * self.how.dpi))

    def form(self, form: Form) -> Image.Image:
        self.blocks(form)
        return self.scanned()

    def blocks(self, form: Form) -> int:
        """Draw a form; where it ends."""
        dpi = self.how.dpi
        margin, top = round(0.7 * dpi), round(0.8 * dpi)
        for line in form.above:
            top = self.paragraph(line, margin, top, 14)
        grid = form.table
        if grid.cells:
            top = self.table(grid.cells, grid.height, grid.width, margin, top)
        for line in form.below:
            top = self.paragraph(line, margin, top + round(0.1 * dpi), 11)
        return top

    def paragraph(self, text: str, left: int, top: int, points: float) -> int:
        """A text from margin to margin; where it ends."""
        font = self.font(points)
        for line in self.wrapped(text, font, self.size[0] - 2 * left):
            self.line(left, top, line, font)
            top += round((points / 72 + 0.12) * self.how.dpi)
        return top

    def table(self, cells: Sequence[Cell], height: int, width: int, left: int, top: int) -> int:
        font, leading = self.font(10), round(0.2 * self.how.dpi)
        step = (self.size[0] - 2 * left) // width
        lines = {cell: self.wrapped(cell.text, font, cell.columns * step) for cell in cells}
        heights = [leading + round(0.08 * self.how.dpi)] * height
        for cell in cells:
            lacking = len(lines[cell]) * leading + round(0.08 * self.how.dpi)
            lacking -= sum(heights[cell.row : cell.last_row + 1])
            heights[cell.last_row] += max(lacking, 0)
        edges = [top + sum(heights[:n]) for n in range(height + 1)]
        pen = max(round(0.007 * self.how.dpi), 1)
        for cell in cells:
            box = (
                left + cell.column * step, edges[cell.row],
                left + (cell.last_column + 1) * step, edges[cell.last_row + 1],
            )  # fmt: skip
            self.draw.rectangle(box, outline=(15, 15, 15), width=pen)
            for n, line in enumerate(lines[cell]):
                at = box[0] + round(0.05 * self.how.dpi), box[1] + round(0.05 * self.how.dpi)
                self.line(at[0], at[1] + n * leading, line, font)
            if self.how.sealed == (cell.row, cell.column):
                self.seal((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)
        return edges[-1]

    def line(self, left: float, top: float, text: str, font: ImageFont.FreeTypeFont) -> None:
        """A line; fonts have no ticked box, so that its tick is drawn into an empty one."""
        self.draw.text((left, top), text.replace("☑", "□"), font=font, fill=(20, 20, 20))
        for at in (n for n, sign in enumerate(text) if sign == "☑"):
            x0, y0, x1, y1 = font.getbbox("□")
            start = left + font.getlength(text[:at].replace("☑", "□"))
            wide, high = x1 - x0, y1 - y0
            tick = [(0.22, 0.5), (0.42, 0.75), (0.8, 0.2)]
            points = [(start + x0 + a * wide, top + y0 + b * high) for a, b in tick]
            self.draw.line(points, fill=(20, 20, 20), width=max(round(wide / 12), 1))

    def wrapped(self, text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
        lines: list[str] = []
        room = width - round(0.12 * self.how.dpi)
        for part in text.split("\n") if text else ():
            line = ""
            for sign in part:
                if line and font.getlength(line + sign) > room:
                    lines.append(line)
                    line = ""
                line += sign
            lines.append(line)
        return lines

    def seal(self, across: int, down: int) -> None:
        reach = round(0.75 * self.how.dpi)
        red, pen = (214, 40, 45), max(round(0.03 * self.how.dpi), 2)
        layer = Image.new("RGB", self.size, "white")
        draw = ImageDraw.Draw(layer)
        draw.ellipse(
            (across - reach, down - reach, across + reach, down + reach), outline=red, width=pen
        )
        draw.regular_polygon((across, down, reach // 3), 5, fill=red)
        draw.text(
            (across - reach * 0.7, down - reach * 0.75),
            "示例市园林局",
            font=self.font(15),
            fill=red,
        )
        # Ink over ink darkens, as it does on paper.
        self.image = ImageChops.multiply(self.image, layer)
        self.draw = ImageDraw.Draw(self.image)

    def scanned(self) -> Image.Image:
        dice, page = Random(7), self.image
        for _ in range(self.how.noise):
            at = dice.randrange(self.size[0]), dice.randrange(self.size[1])
            self.draw.point(at, fill=(90, 90, 90))
        if self.how.lean:
            page = page.rotate(
                self.how.lean, resample=Image.Resampling.BICUBIC, fillcolor=(250, 250, 247)
            )
        return page.filter(ImageFilter.GaussianBlur(0.4))
