"""Rows as CSV and as JSON at once, for rows that stand in several files: pieces of them."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.tables.csv_text import csv_cell
from generator.tables.json_text import json_cell
from generator.tables.table import Cell, Column, R, clean


class Lines(NamedTuple):
    """Some rows as files have them."""

    csv: str
    """Each with the end of its line."""
    json: str
    """Objects with what stands between them; empty without rows."""


def lines(columns: Sequence[Column[R]], rows: Iterable[R]) -> Lines:
    """Each cell is asked for once."""
    keys = [f"{json.dumps(column.key)}: " for column in columns]
    values = [column.value for column in columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    objects: list[str] = []
    for row in rows:
        pairs = [_written(value(row)) for value in values]
        writer.writerow([plain for plain, _ in pairs])
        told = [f"{key}{quoted}" for key, (_, quoted) in zip(keys, pairs, strict=True)]
        objects.append(f"{{{', '.join(told)}}}")
    return Lines(text.getvalue(), joined(objects))


def joined(objects: Iterable[str]) -> str:
    """Objects of one list; those that are empty have none."""
    return ",\n ".join(filter(None, objects))


def _written(cell: Cell) -> tuple[str, str]:
    if cell is None:
        return "", "null"
    return _text(cell) if isinstance(cell, str) else (csv_cell(cell), json_cell(cell))


@lru_cache(maxsize=4096)
def _text(text: str) -> tuple[str, str]:
    """Names of departments and projects stand in a great many rows."""
    cleaned = clean(text)
    return csv_cell(cleaned), json_cell(cleaned)
