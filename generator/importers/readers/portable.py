"""PDF files: tables by their lines, text by its base lines, page after page as shown."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from generator.importers import limits
from generator.importers.outline import Outline, Paragraph, UnreadableError
from generator.importers.readers.page_breaks import PageBlock, joined
from generator.importers.readers.page_lines import Char, lines_of, paragraphs_of
from generator.importers.readers.page_tables import Box, PageTable, tables_of

_FAULTS = (PDFSyntaxError, PSException, PdfminerException, ValueError, KeyError, TypeError,
           AssertionError, IndexError, RecursionError)  # fmt: skip
_TOLERANCE = 1


def read(file: Path) -> Outline:
    """The pages of a PDF that holds text; those that are pictures are named."""
    try:
        with pdfplumber.open(file) as opened:
            if len(opened.pages) > limits.PAGES:
                raise UnreadableError(
                    f"文件有 {len(opened.pages)} 页，超过上限 {limits.PAGES} 页；请拆成几个文件"
                )
            reading = _Pages()
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

    def __init__(self) -> None:
        self._pages: list[list[PageBlock]] = []
        self._pictures: list[int] = []
        self._notes: list[str] = []

    def take(self, page: Page) -> None:
        """One page: what stands in tables, and the lines around them, from the top."""
        number = len(self._pages) + 1
        chars = list(self._visible(page, number))
        if not chars:
            if page.images or page.curves:
                self._pictures.append(number)
            self._pages.append([])
            return
        tables = tables_of(page, chars, f"第{number}页")
        self._pages.append(list(_in_order(chars, tables, page, number)))

    def _visible(self, page: Page, number: int) -> Iterator[Char]:
        """The signs within the page, each once: text is doubled to look bold, or cut off."""
        left, top, right, bottom = page.bbox
        seen: set[tuple[str, int, int]] = set()
        outside = doubled = 0
        for char in page.chars:
            middle, centre = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
            if not (left <= middle <= right and top <= centre <= bottom):
                outside += not char["text"].isspace()
                continue
            places = [
                (char["text"], round(char["x0"]) + right_by, round(char["top"]) + down)
                for right_by in (-_TOLERANCE, 0, _TOLERANCE)
                for down in (-_TOLERANCE, 0, _TOLERANCE)
            ]
            if not char["text"].isspace() and not seen.isdisjoint(places):
                doubled += 1
                continue
            seen.add((char["text"], round(char["x0"]), round(char["top"])))
            yield Char.of(char)
        if outside:
            self._notes.append(f"第{number}页有 {outside} 个字在页面之外，没有读取")
        if doubled:
            self._notes.append(f"第{number}页有 {doubled} 个字重叠印了两遍，只读一遍")

    def outline(self) -> Outline:
        """All pages, with tables that go on over a page break in one piece."""
        if self._pictures and not any(self._pages):
            raise UnreadableError("文件的每一页都是图片，没有文字；请提供文字版 PDF、Word 或 Excel")
        if not any(self._pages):
            raise UnreadableError("文件里没有文字；请核对是不是选错了文件")
        if self._pictures:
            pages = "、".join(map(str, self._pictures))
            self._notes.append(f"第 {pages} 页是图片，没有文字可读；请对照原件补填")
        blocks, notes = joined(self._pages)
        return Outline(blocks, (*self._notes, *notes))


def _in_order(
    chars: Sequence[Char], tables: Sequence[PageTable], page: Page, number: int
) -> Iterator[PageBlock]:
    """Paragraphs and tables from the top of the page to its foot."""
    boxes = [table.box for table in tables]
    free = [char for char in chars if not any(_holds(box, char) for box in boxes)]
    found: list[tuple[float, PageBlock]] = [(one.box[1], one) for one in tables]
    left = min([char.left for char in free] + [box[0] for box in boxes], default=0.0)
    edges = left, max([page.bbox[2] - left] + [box[2] for box in boxes])
    limits_of = sorted([page.bbox[1], *(box[1] for box in boxes), page.bbox[3]])
    texts: list[tuple[float, str, bool]] = []
    for above, below in pairwise(limits_of):
        part = [char for char in free if above <= char.middle < below]
        texts += paragraphs_of(lines_of(part), page.height, edges)
    for n, (top, text, is_margin) in enumerate(texts, 1):
        aside = "页码" if is_margin else ""
        found.append((top, Paragraph(text, f"第{number}页第{n}段", aside=aside)))
    yield from (block for _, block in sorted(found, key=lambda pair: pair[0]))


def _holds(box: Box, char: Char) -> bool:
    left, top, right, bottom = box
    return left <= char.centre <= right and top <= char.middle <= bottom
