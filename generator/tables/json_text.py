"""A table as JSON for programs: a list of objects by the columns' keys."""

import json
from datetime import date
from decimal import Decimal

from generator.tables.table import Cell, R, Table


def as_json(table: Table[R]) -> str:
    """Numbers stand with the digits they have; a cell without a value is null."""
    keys = [json.dumps(column.key) for column in table.columns]
    rows = (
        "{" + ", ".join(f"{k}: {_written(c)}" for k, c in zip(keys, cells, strict=True)) + "}"
        for cells in table.cells
    )
    return "[" + ",\n ".join(rows) + "]\n"


def _written(cell: Cell) -> str:
    """A number by its own digits: a float would change them."""
    match cell:
        case Decimal():
            return format(cell, "f")
        case date():
            return json.dumps(cell.isoformat())
    return json.dumps(cell, ensure_ascii=False)
