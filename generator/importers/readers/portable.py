"""PDF files: tables by their lines, text by its base lines, page after page as shown."""

from collections.abc import Sequence
from pathlib import Path

import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from generator.importers import limits
from generator.importers.outline import Outline, UnreadableError
from generator.importers.readers import scans
from generator.importers.readers.page_blocks import Sheet
from generator.importers.readers.page_breaks import PageBlock, joined
from generator.importers.readers.page_signs import Signs
from generator.importers.readers.page_tables import ruled_cells
from generator.importers.readers.scans import pictures

_FAULTS = (PDFSyntaxError, PSException, PdfminerException, pypdfium2.PdfiumError, ValueError,
           KeyError, TypeError, AssertionError, IndexError, RecursionError)  # fmt: skip
_STAMP = 30
"""Signs on a page that is a picture all the same: a number, a mark laid over the scan."""
_NAMELESS = 0.2
"""What part of the signs of a page may have no name before it is looked at as a picture."""
_COVERED = 0.5
"""What part of a page a picture covers that is the page."""


def read(file: Path) -> Outline:
    """The pages of a PDF; those that are pictures are recognised where that is installed."""
    try:
        with pdfplumber.open(file) as opened, pypdfium2.PdfDocument(file) as shown:
            if len(opened.pages) > limits.PAGES:
                raise UnreadableError(
                    f"文件有 {len(opened.pages)} 页，超过上限 {limits.PAGES} 页；请拆成几个文件"
                )
            reading = _Pages(shown)
            for page in opened.pages:
                reading.take(page)
                page.close()
    except _FAULTS as error:
        raise UnreadableError(_cause(error)) from error
    return reading.outline()


def _cause(error: BaseException) -> str:
    chain: BaseException | None = error
    while chain is not None:
        if isinstance(chain, PDFPasswordIncorrect) or PDFPasswordIncorrect in map(type, chain.args):
            return "文件有密码；请去掉密码后再导入"
        chain = chain.__cause__ or chain.__context__
    return "文件已损坏，或不是 PDF 文件；请重新导出"


class _Pages:
    """Collects the blocks of all pages."""

    def __init__(self, shown: pypdfium2.PdfDocument) -> None:
        self._shown = shown
        self._pages: list[Sequence[PageBlock]] = []
        self._pictures: list[int] = []
        self._scans = 0
        self._notes: list[str] = []

    def take(self, page: Page) -> None:
        """One page: what stands in tables, and the lines around them, from the top."""
        number = len(self._pages) + 1
        signs = Signs.of(page, *pictures.glance(self._shown, number))
        if _is_picture(page, signs):
            if scans.is_installed():
                self._pages.append(self._recognised(page, number))
                return
            self._pictures.append(number)
        self._notes += signs.notes(number)
        left, top, right, bottom = page.bbox
        ruled = ruled_cells(page) if signs.chars else ()
        sheet = Sheet(number, signs.chars, ruled, (left, top, right, bottom))
        self._pages.append(sheet.blocks())

    def _recognised(self, page: Page, number: int) -> Sequence[PageBlock]:
        """The blocks of a page that is a picture."""
        self._scans += 1
        if self._scans > limits.SCANS:
            raise UnreadableError(f"文件有 {limits.SCANS} 页以上是图片，超过上限；请拆成几个文件")
        for image in page.images:
            limits.drawn(*image["srcsize"])
        found = scans.read(*pictures.of_page(self._shown, number), number)
        self._notes += found.notes
        return found.blocks()

    def outline(self) -> Outline:
        """All pages, with tables that go on over a page break in one piece."""
        if self._pictures and not any(self._pages):
            raise UnreadableError(f"文件的每一页都是图片，没有文字；{scans.NEEDED}")
        if not any(self._pages):
            raise UnreadableError("文件里没有文字；请核对是不是选错了文件")
        if self._pictures:
            pages = "、".join(map(str, self._pictures))
            self._notes.append(f"第 {pages} 页是图片，没有读取其中的文字；{scans.NEEDED}")
        blocks, notes = joined(self._pages)
        return Outline(blocks, (*self._notes, *notes))


def _is_picture(page: Page, signs: Signs) -> bool:
    """Whether what a page says is drawn on it: no text, or a few signs over a picture."""
    if not signs.chars:
        return bool(page.images or page.curves)
    if signs.nameless > _NAMELESS * len(signs.chars):
        return scans.is_installed()
    if len(signs.chars) > _STAMP:
        return False
    left, top, right, bottom = page.bbox
    covered = (
        (min(image["x1"], right) - max(image["x0"], left))
        * (min(image["bottom"], bottom) - max(image["top"], top))
        for image in page.images
    )
    return max(covered, default=0) > _COVERED * (right - left) * (bottom - top)
