"""Workbooks: a table for each sheet, numbers as shown, results of formulas as kept."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from generator.importers import limits
from generator.importers.outline import Block, Cell, Outline, Paragraph, Table, UnreadableError
from generator.importers.readers.number_formats import displayed
from generator.values.text import FORBIDDEN

_WIDEST = 500
_LONGEST = 20_000


def read(file: Path) -> Outline:
    """The sheets of a workbook in their order; macros and formulas are not run."""
    limits.packaged(file)
    try:
        book = openpyxl.load_workbook(file, data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(file, keep_links=False)
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
        yield Table(tuple(self._cells(texts)), self._name)

    def _texts(self) -> Iterator[tuple[tuple[int, int], str]]:
        without = 0
        formulas = _stored(self._formulas)
        for (row, column), cell in _stored(self._sheet).items():
            if row > _LONGEST or column > _WIDEST or not isinstance(cell, SheetCell):
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

    def _cells(self, texts: Mapping[tuple[int, int], str]) -> Iterator[Cell]:
        """The cells of the rows and columns in which a text begins; others hold nothing."""
        merged = dict(self._merged())
        rows = {row: n for n, row in enumerate(sorted({row for row, _ in texts}))}
        columns = {column: n for n, column in enumerate(sorted({column for _, column in texts}))}
        taken: set[tuple[int, int]] = set()
        for row, down_by in rows.items():
            for column, right_by in columns.items():
                if (row, column) in taken:
                    continue
                whole = merged.get((row, column), (row, column, row, column))
                if whole[:2] != (row, column):  # begins where no text does, so nothing stands here
                    whole = (row, column, row, column)
                down = [r for r in rows if whole[0] <= r <= whole[2]]
                right = [c for c in columns if whole[1] <= c <= whole[3]]
                taken.update((r, c) for r in down for c in right)
                place = f"{self._name}{get_column_letter(column)}{row}"
                yield Cell(
                    texts.get((row, column), ""), place, down_by, right_by,
                    len(down), len(right),
                )  # fmt: skip

    def _merged(self) -> Iterator[tuple[tuple[int, int], tuple[int, int, int, int]]]:
        """Of each place in a merged range the range; of two that overlap the first."""
        seen: set[tuple[int, int]] = set()
        for one in sorted(self._sheet.merged_cells.ranges, key=lambda r: (r.min_row, r.min_col)):
            last_row, last_column = min(one.max_row, _LONGEST), min(one.max_col, _WIDEST)
            places = {
                (row, column)
                for row in range(one.min_row, last_row + 1)
                for column in range(one.min_col, last_column + 1)
            }
            if places & seen:
                self.notes.append(f"{self._name}的合并区域 {one.coord} 与另一处重叠，没有合并")
                continue
            seen |= places
            for place in places:
                yield place, (one.min_row, one.min_col, last_row, last_column)
