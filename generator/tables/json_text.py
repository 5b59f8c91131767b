"""A table as JSON for programs: a list of objects by the columns' keys."""

import json
from datetime import date
from decimal import Decimal

from generator.tables.table import Cell, R, Table


def as_json(table: Table[R]) -> str:
    """Numbers stand with the digits they have; a cell without a value is null."""
    keys = [json.dumps(column.key) for column in table.columns]
    rows = (
        "{" + ", ".join(f"{k}: {json_cell(c)}" for k, c in zip(keys, cells, strict=True)) + "}"
        for cells in table.cells
    )
    return "[" + ",\n ".join(rows) + "]\n"


_quoted = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: `json.dumps` makes a new one for each text that it shall not write in ASCII."""


def json_cell(cell: Cell) -> str:
    """A cell that is clean already; a number by its own digits, since a float would change them."""
    if cell is None:
        return "null"
    if isinstance(cell, str):
        return _quoted(cell)
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return _quoted(cell.isoformat()) if isinstance(cell, date) else str(cell)
