"""A form as a workbook: choices as lists, explanations as comments and on a sheet of their own."""

import io
import re
from datetime import datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from generator.importers.guidance import TITLE, lines
from generator.importers.handed.boxes import Box, Sheet
from generator.values.money import places_of

_UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - a date that says nothing, as in the archive itself
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,3})?", re.ASCII)
"""What a sheet keeps digit by digit."""
_LONGEST_LIST = 250
"""Signs that a list of choices may have."""
_FIRST, _OTHERS = 18, 13
"""Widths of columns, in half-width signs."""
_NAME = 31
_LINE_HEIGHT, _SIGNS_OF_LINE = 16, 60


def written(sheet: Sheet, name: str) -> bytes:
    """The bytes of the workbook; the same form gives the same bytes."""
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into, _OPTIONS)
    book.set_properties({"created": _UNDATED})
    _form(book, sheet, name)
    _page(book, sheet)
    book.close()
    return into.getvalue()


def _form(book: xlsxwriter.Workbook, sheet: Sheet, name: str) -> None:
    page = book.add_worksheet(re.sub(r"[\[\]:*?/\\']", "", name)[:_NAME])
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, _FIRST)
    page.set_column(1, sheet.width - 1, _OTHERS)
    looks = _Looks(book)
    for box in sheet.boxes:
        _box(page, box, looks.of(box))
        if box.text.count("\n") or len(box.text) > _SIGNS_OF_LINE:
            signs = sum(1 + len(line) // _SIGNS_OF_LINE for line in box.text.split("\n"))
            page.set_row(box.row, _LINE_HEIGHT * signs)


def _box(page: Any, box: Box, look: Any) -> None:
    last = box.row + box.rows - 1, box.column + box.columns - 1
    if last != (box.row, box.column):
        page.merge_range(box.row, box.column, *last, "", look)
    if box.is_number and _NUMBER.fullmatch(box.text):
        page.write_number(box.row, box.column, Decimal(box.text), look)
    elif box.text:
        page.write_string(box.row, box.column, box.text, look)
    else:
        page.write_blank(box.row, box.column, None, look)
    if box.note:
        page.write_comment(box.row, box.column, box.note, {"author": TITLE})
    if box.choices and sum(len(one) + 1 for one in box.choices) <= _LONGEST_LIST:
        page.data_validation(
            box.row, box.column, *last,
            {"validate": "list", "source": list(box.choices), "show_error": False},
        )  # fmt: skip


class _Looks:
    """The formats of a form, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[bool, str], Any] = {}

    def of(self, box: Box) -> Any:
        """Names are bold and shaded; text stays text, whatever is typed: codes keep their zeros."""
        key = box.is_name, _format(box)
        if key not in self._made:
            base = {"border": 1, "text_wrap": True, "valign": "vcenter", "num_format": key[1]}
            name = {"bold": True, "bg_color": "#F2F2F2", "align": "center"}
            self._made[key] = self._book.add_format(base | (name if box.is_name else {}))
        return self._made[key]


def _format(box: Box) -> str:
    if not box.is_number:
        return "@"
    if not _NUMBER.fullmatch(box.text):
        return "@" if box.text else "General"
    places = places_of(Decimal(box.text))
    return f"0.{'0' * places}" if places else "0"


def _page(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(TITLE)
    page.set_column(0, 0, _SIGNS_OF_LINE + _OTHERS)
    look = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for row, line in enumerate(lines(sheet.explained)):
        page.write_string(row, 0, line, look)
