"""A table as CSV that spreadsheets open by a double click, and can run nothing of.

UTF-8 with its mark, lines end as RFC 4180 has it. A spreadsheet takes a text that begins with
certain signs for a formula, whatever quotes stand around it: an apostrophe goes before it.
"""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from generator.tables.table import Cell, Column, R, Table

_ACTIVE = tuple("=+-@＝＋－＠\t\n|%")
"""What a formula, or a call of another program, begins with; full-width signs are read alike."""


def as_csv(table: Table[R]) -> bytes:
    """The headings, then the rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(map(csv_cell, cells) for cells in table.cells)
    return headings(table.columns) + text.getvalue().encode()


def headings(columns: Sequence[Column[R]]) -> bytes:
    """The mark of the encoding and the first line."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow([defused(one.heading) for one in columns])
    return BOM_UTF8 + text.getvalue().encode()


def defused(text: str) -> str:
    """The text as a spreadsheet shows it without running it."""
    return f"'{text}" if text.lstrip(" 　'\"").startswith(_ACTIVE) else text


def csv_cell(cell: Cell) -> str:
    """A cell that is clean already, before it is put into quotes."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return defused(cell)
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
