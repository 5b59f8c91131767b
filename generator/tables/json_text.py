"""A table as JSON for programs: a list of objects by the columns' keys."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from generator.tables.table import Cell, Column, R, Table


BETWEEN = ",\n "
"""What stands between two objects of the list."""


def as_json(table: Table[R]) -> str:
    """Numbers stand with the digits they have; a cell without a value is null."""
    return f"[{objects(table.columns, table.cells)}]\n"


def objects(columns: Sequence[Column[R]], rows: Iterable[Sequence[Cell]]) -> str:
    """The list without its brackets."""
    keys = [json.dumps(column.key) for column in columns]
    return BETWEEN.join(
        "{" + ", ".join(f"{k}: {_written(c)}" for k, c in zip(keys, cells, strict=True)) + "}"
        for cells in rows
    )


_quoted = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: `json.dumps` makes a new one for each text that it shall not write in ASCII."""


def _written(cell: Cell) -> str:
    """A number by its own digits: a float would change them."""
    if cell is None:
        return "null"
    if isinstance(cell, str):
        return _quoted(cell)
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return _quoted(cell.isoformat()) if isinstance(cell, date) else str(cell)
