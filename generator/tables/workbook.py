"""Tables as one workbook: a sheet each, and a last one that says what the columns mean.

Numbers are numbers, dates are dates, and text is text: nothing in a cell is taken for a formula or
an address. The same tables make the same bytes.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from generator.tables.table import Cell, Column, Table, clean
from generator.values.money import places_of

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - a date that says nothing, as in the archive itself
_MEANINGS, _CHOICES = "栏目说明", "选项"
_LONGEST = 32_767
"""Signs in one cell; a spreadsheet refuses a file that holds more."""
_DIGITS = 15
"""What a spreadsheet keeps of a number; one with more digits is written as text."""


def as_workbook(tables: Sequence[Table[Any]]) -> bytes:
    """A workbook of these tables, by their names."""
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into, _OPTIONS)
    book.set_properties({"created": _UNDATED})
    looks = _Looks(book)
    offered = {column.key: column for table in tables for column in table.columns if column.choices}
    for table in tables:
        _sheet(book, table, looks, list(offered))
    _sheet(book, _meanings(tables), looks, ())
    if offered:
        _offer(book, tuple(offered.values()))
    book.close()
    return into.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        self.text = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        self.day = self._numbers("yyyy-mm-dd")
        self._by_places: dict[int, Any] = {}

    def number(self, value: Decimal | int) -> Any:
        """With as many places as the value has."""
        places = places_of(value) if isinstance(value, Decimal) else 0
        if places not in self._by_places:
            self._by_places[places] = self._numbers(f"0.{'0' * places}" if places else "0")
        return self._by_places[places]

    def _numbers(self, form: str) -> Any:
        return self._book.add_format({"num_format": form, "valign": "top", "border": 1})


def _sheet(
    book: xlsxwriter.Workbook, table: Table[Any], looks: _Looks, offered: Sequence[str]
) -> None:  # fmt: skip
    """The headings stay in sight and filter; what may be chosen is offered in each cell."""
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for n, column in enumerate(table.columns):
        sheet.set_column(n, n, column.width)
        sheet.write_string(0, n, column.heading, looks.head)
    last = 0
    for last, cells in enumerate(table.cells, 1):
        for n, cell in enumerate(cells):
            _write(sheet, last, n, cell, looks)
    if not last:
        return
    sheet.autofilter(0, 0, last, len(table.columns) - 1)
    for n, column in enumerate(table.columns):
        if column.choices:
            place = _choices_of(offered.index(column.key), column)
            sheet.data_validation(
                1, n, last, n, {"validate": "list", "source": place, "show_error": False}
            )


def _write(sheet: Any, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    match cell:
        case None | "":
            sheet.write_blank(row, column, None, looks.text)
        case date():
            sheet.write_datetime(row, column, cell, looks.day)
        case int() | Decimal() if _fits(cell):
            sheet.write_number(row, column, cell, looks.number(cell))
        case _:
            sheet.write_string(row, column, _cut(str(cell)), looks.text)


def _fits(number: int | Decimal) -> bool:
    return len(Decimal(number).normalize().as_tuple().digits) <= _DIGITS


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _offer(book: xlsxwriter.Workbook, columns: Iterable[Column[Any]]) -> None:
    """The choices in a sheet of their own, which nobody has to see."""
    sheet = book.add_worksheet(_CHOICES)
    sheet.hide()
    for n, column in enumerate(columns):
        for row, choice in enumerate(column.choices):
            sheet.write_string(row, n, _cut(str(clean(choice))))


def _choices_of(place: int, column: Column[Any]) -> str:
    letter = xl_col_to_name(place)
    return f"='{_CHOICES}'!${letter}$1:${letter}${len(column.choices)}"


def _meanings(tables: Sequence[Table[Any]]) -> Table[Any]:
    """What each column of each table means."""
    rows = [(table.name, column) for table in tables for column in table.columns]
    return Table(
        _MEANINGS,
        (
            Column("table", "表", "所在的工作表", lambda row: row[0], width=16),
            Column("title", "栏目", "栏目的名称", lambda row: row[1].title, width=16),
            Column("unit", "单位", "数值的单位", lambda row: row[1].unit, width=8),
            Column("meaning", "说明", "填写的是什么", lambda row: row[1].meaning, width=80),
        ),
        rows,
    )
