"""What programs read of these files: rows with their schema beside them, as JSON Schema 2020-12."""

import json
import posixpath
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.exports.places import Place
from generator.tables import Column

EVALUATIONS = "evaluations"
"""The key of the rows in a list of evaluations."""
_VERSION = 1


def enclosed(place: Place, rows: Mapping[str, Callable[[], str]], schema: str) -> str:
    """A file of rows: under each key what writes the list of them."""
    head = {
        "version": _VERSION,
        "schema": posixpath.relpath(schema, posixpath.dirname(place.stem)),
        "name": place.name,
    }
    said = json.dumps(head, ensure_ascii=False)
    lists = "".join(f', "{key}": {write().rstrip()}' for key, write in rows.items())
    return f"{said[:-1]}{lists}}}\n"


def schema_of(title: str, rows: Mapping[str, Sequence[Column[Any]]]) -> str:
    """What each key of a row means, under the key of each list."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": {
            "version": {"const": _VERSION},
            "schema": {"type": "string"},
            "name": {"type": "string"},
            **{key: {"type": "array", "items": _row(columns)} for key, columns in rows.items()},
        },
        "required": ["version", *rows],
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _row(columns: Sequence[Column[Any]]) -> Mapping[str, Any]:
    return {
        "type": "object",
        "properties": {
            column.key: {
                "title": column.heading,
                "description": column.meaning,
                "type": [column.holds, "null"],
            }
            for column in columns
        },
        "required": [column.key for column in columns],
    }
