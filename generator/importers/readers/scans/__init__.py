"""Pictures of pages: turned upright, their lines found, their text recognised.

All of it stands on `gongkai[scan]`; what does is loaded when a picture comes.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from PIL.Image import Image

from generator.importers import limits
from generator.importers.outline import Paragraph
from generator.importers.readers.page_blocks import Sheet
from generator.importers.readers.page_breaks import PageBlock
from generator.importers.readers.scans.punctuation import chinese

INSTALL = 'pip install "gongkai[scan]"'
NEEDED = f"识别图片里的文字还缺少程序包，请运行 {INSTALL}"
_NEEDS = ("rapidocr", "onnxruntime", "cv2")


class Scanned(NamedTuple):
    """What a picture of a page shows."""

    sheet: Sheet
    seals: int
    dashes: int
    """Cells that hold nothing but a stroke: a dash, or the number one."""
    unread: int
    """Places with ink in which no text was found."""

    def blocks(self) -> Sequence[PageBlock]:
        """What stands on it in the order of reading, with brackets and points as in Chinese."""
        return [_printed(block) for block in self.sheet.blocks()]

    @property
    def notes(self) -> Iterator[str]:
        """What people should know of the page."""
        page = f"第{self.sheet.number}页"
        yield f"{page}是图片，文字是识别出来的；请对照原件核对"
        if self.seals:
            yield f"{page}有 {self.seals} 枚印章，压在下面的文字都请核对"
        if self.dashes:
            yield f"{page}有 {self.dashes} 个单元格只有一横，当作没有填写；如果是“一”请补填"
        if self.unread:
            yield f"{page}有 {self.unread} 处墨迹认不出是什么字，没有读取"


def _printed(block: PageBlock) -> PageBlock:
    if isinstance(block, Paragraph):
        return block._replace(text=chinese(block.text))
    cells = tuple(cell._replace(text=chinese(cell.text)) for cell in block.table.cells)
    return block._replace(table=block.table._replace(cells=cells))


def is_installed() -> bool:
    """Whether pictures can be read here."""
    return all(find_spec(name) is not None for name in _NEEDS)


def read(picture: Image, dpi: float, number: int) -> Scanned:
    """A page from its picture; needs what `is_installed` tells of."""
    limits.longer()
    found: Scanned = import_module(f"{__name__}.scanned").scanned(picture, dpi, number)
    return found
