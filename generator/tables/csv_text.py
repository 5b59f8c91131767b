"""A table as CSV that spreadsheets open by a double click, and can run nothing of.

UTF-8 with its mark, lines end as RFC 4180 has it. A spreadsheet takes a text that begins with
certain signs for a formula, whatever quotes stand around it: an apostrophe goes before it.
"""

import csv
import io
from codecs import BOM_UTF8
from datetime import date
from decimal import Decimal

from generator.tables.table import Cell, R, Table

_ACTIVE = tuple("=+-@＝＋－＠\t\n|%")
"""What a formula, or a call of another program, begins with; full-width signs are read alike."""


def as_csv(table: Table[R]) -> bytes:
    """The headings, then the rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([defused(column.heading) for column in table.columns])
    writer.writerows([_written(cell) for cell in cells] for cells in table.cells)
    return BOM_UTF8 + text.getvalue().encode()


def defused(text: str) -> str:
    """The text as a spreadsheet shows it without running it."""
    return f"'{text}" if text.lstrip(" 　'\"").startswith(_ACTIVE) else text


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return defused(cell)
        case Decimal():
            return format(cell, "f")
        case date():
            return cell.isoformat()
    return str(cell)
