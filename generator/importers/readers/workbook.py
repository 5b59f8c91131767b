"""Workbooks: a table for each sheet, numbers as shown, results of formulas as kept."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from generator.importers import limits
from generator.importers.outline import Block, Outline, Paragraph, UnreadableError
from generator.importers.readers.number_formats import displayed
from generator.importers.readers.sheet_grid import LONGEST, WIDEST, gridded
from generator.values.text import FORBIDDEN


def read(file: Path) -> Outline:
    """The sheets of a workbook in their order; macros and formulas are not run."""
    limits.packaged(file)
    try:
        with file.open("rb") as stream:  # by its path a name of old would be refused
            book = openpyxl.load_workbook(stream, data_only=True, keep_links=False)
            formulas = openpyxl.load_workbook(stream, keep_links=False)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise UnreadableError("文件已损坏，或不是 Excel 文件；请用 Excel 打开后另存") from error
    blocks: list[Block] = []
    notes: list[str] = []
    for sheet in book.worksheets:
        said = _Sheet(sheet, formulas[sheet.title])
        blocks += said.blocks()
        notes += said.notes
    return Outline(tuple(blocks), tuple(notes))


def _stored(sheet: Worksheet) -> Mapping[tuple[int, int], object]:
    """The cells that a sheet stores: going over its whole range would make millions."""
    stored: Mapping[tuple[int, int], object] = sheet._cells  # noqa: SLF001 -- has no other name
    return {place: stored[place] for place in sorted(stored)}


class _Sheet:
    """One sheet, put on its grid without the empty rows and columns around it."""

    def __init__(self, sheet: Worksheet, formulas: Worksheet) -> None:
        self.notes: list[str] = []
        self._sheet = sheet
        self._formulas = formulas
        self._name = f"工作表「{sheet.title}」"

    def blocks(self) -> Iterator[Block]:
        """The sheet's name, then its table; nothing of an empty sheet."""
        texts = dict(self._texts())
        if not texts:
            self.notes.append(f"{self._name}是空的")
            return
        if self._sheet.sheet_state != "visible":
            self.notes.append(f"{self._name}是隐藏的，已照样读取")
        yield Paragraph(self._sheet.title, self._name, aside="工作表名")
        ranges = (
            (one.min_row, one.min_col, one.max_row, one.max_col)
            for one in self._sheet.merged_cells.ranges
        )
        table, notes = gridded(texts, ranges, self._name)
        self.notes += notes
        yield table

    def _texts(self) -> Iterator[tuple[tuple[int, int], str]]:
        without = 0
        formulas = _stored(self._formulas)
        for (row, column), cell in _stored(self._sheet).items():
            if row > LONGEST or column > WIDEST or not isinstance(cell, SheetCell):
                continue
            if cell.value is None:
                typed = getattr(formulas.get((row, column)), "value", None)
                without += isinstance(typed, str) and typed.startswith("=")
                continue
            text = FORBIDDEN.sub("", displayed(cell.value, cell.number_format)).strip()
            if text:
                yield (row, column), text
        if without:
            self.notes.append(
                f"{self._name}有 {without} 个公式没有存下结果，当作空格读取；"
                "请在 Excel 中打开并保存一次"
            )
