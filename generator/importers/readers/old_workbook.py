"""Workbooks of before 2007: a table for each sheet, numbers as shown, results as kept."""

import struct
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import xlrd
from xlrd.biffh import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Cell, Sheet
from xlrd.xldate import XLDateError, xldate_as_datetime

from generator.importers.outline import Block, Outline, Paragraph, UnreadableError
from generator.importers.readers.number_formats import displayed
from generator.importers.readers.sheet_grid import LONGEST, WIDEST, gridded
from generator.values.text import FORBIDDEN

_FAULTS = (CompDocError, struct.error, AssertionError, IndexError, KeyError, ValueError, TypeError,
           AttributeError, UnicodeDecodeError)  # fmt: skip
_BROKEN = "文件已损坏，或不是 Excel 文件；请用 Excel 打开后另存"


def read(file: Path) -> Outline:
    """The sheets of a workbook in their order; macros and formulas are not run."""
    try:
        # What the library says of oddities is for programmers, and goes nowhere.
        book = xlrd.open_workbook(file, formatting_info=True, logfile=StringIO())
    except xlrd.XLRDError as error:
        told = "文件有密码；请去掉密码后再导入" if "encrypted" in str(error) else _BROKEN
        raise UnreadableError(told) from error
    except _FAULTS as error:
        raise UnreadableError(_BROKEN) from error
    blocks: list[Block] = []
    notes: list[str] = []
    for sheet in book.sheets():
        said = _OldSheet(book, sheet)
        blocks += said.blocks()
        notes += said.notes
    return Outline(tuple(blocks), tuple(notes))


class _OldSheet:
    """One sheet, put on its grid."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        self.notes: list[str] = []
        self._book = book
        self._sheet = sheet
        self._name = f"工作表「{sheet.name}」"

    def blocks(self) -> Iterator[Block]:
        """The sheet's name, then its table; nothing of an empty sheet."""
        texts = dict(self._texts())
        if not texts:
            self.notes.append(f"{self._name}是空的")
            return
        if self._sheet.visibility:
            self.notes.append(f"{self._name}是隐藏的，已照样读取")
        yield Paragraph(self._sheet.name, self._name, aside="工作表名")
        ranges = (
            (top + 1, left + 1, bottom, right)
            for top, bottom, left, right in self._sheet.merged_cells
        )
        table, notes = gridded(texts, ranges, self._name)
        self.notes += notes
        yield table

    def _texts(self) -> Iterator[tuple[tuple[int, int], str]]:
        for row in range(min(self._sheet.nrows, LONGEST)):
            for column in range(min(self._sheet.row_len(row), WIDEST)):
                text = FORBIDDEN.sub("", self._text(self._sheet.cell(row, column))).strip()
                if text:
                    yield (row + 1, column + 1), text

    def _text(self, cell: Cell) -> str:
        form = self._book.format_map[self._book.xf_list[cell.xf_index].format_key].format_str
        value: object = cell.value
        if cell.ctype == XL_CELL_NUMBER:
            value = int(cell.value) if cell.value.is_integer() else cell.value
        elif cell.ctype == XL_CELL_BOOLEAN:
            value = bool(cell.value)
        elif cell.ctype == XL_CELL_ERROR:
            value = xlrd.error_text_from_code.get(cell.value, "")
        elif cell.ctype == XL_CELL_DATE:
            try:
                value = xldate_as_datetime(cell.value, self._book.datemode)
            except (XLDateError, OverflowError, ValueError):
                form = "General"
        return displayed(value, form)
