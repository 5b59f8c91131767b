"""Pictures of pages, each a page of the source."""

from pathlib import Path

from generator.importers.outline import Outline, UnreadableError
from generator.importers.readers import scans
from generator.importers.readers.page_breaks import joined
from generator.importers.readers.scans import pictures


def read(file: Path) -> Outline:
    """The pages of a picture, recognised; needs `gongkai[scan]`."""
    if not scans.is_installed():
        raise UnreadableError(scans.NEEDED)
    pages = [
        scans.read(picture, dpi, number)
        for number, (picture, dpi) in enumerate(pictures.of_file(file), 1)
    ]
    if not any(page.sheet.chars for page in pages):
        raise UnreadableError("图片里没有认出文字；请核对是不是选错了文件，或扫描得更清楚")
    blocks, notes = joined([page.blocks() for page in pages])
    return Outline(blocks, (*(note for page in pages for note in page.notes), *notes))
