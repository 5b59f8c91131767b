"""The files that readers take along, each made when it is written."""

import json
from collections.abc import Callable, Iterator, Sequence

from generator.artifacts import Artifact
from generator.catalog import Catalog, Entry
from generator.exports import places
from generator.exports.evaluations import table_of
from generator.exports.feeds import feed
from generator.exports.known_exports import NOTHING_KNOWN, KnownExports
from generator.exports.places import Place
from generator.tables.csv_text import as_csv
from generator.tables.json_text import as_json
from generator.tables.table import Table
from generator.tables.workbook import as_workbook
from generator.values.digest import digest_of

_SHEET = "评价"
_TYPES = {"year": "integer"} | dict.fromkeys(
    ("total", "total_computed", "full_marks", "budget", "spent", "rate"), "number"
)
"""What is no text."""


def files(catalog: Catalog, known: KnownExports = NOTHING_KNOWN) -> Iterator[Artifact]:
    """All of them; a site without evaluations has none. What is known is not made again."""
    if not catalog.entries:
        return
    for place, entries in _lists(catalog):
        table = table_of(_SHEET, entries, catalog)
        text = as_csv(table)
        yield Artifact(place.csv, text)
        # The other forms say the same: where this one is as it was, so are they.
        made_of = digest_of(place.name.encode(), text)
        for uri, make in _others(place, table, entries):
            if (file := known.recall(uri, made_of)) is not None:
                yield Artifact(uri, file)
            else:
                made = Artifact(uri, make())
                known.learn(uri, made_of, made.data)
                yield made
    yield Artifact(places.SCHEMA, _schema(table_of(_SHEET, (), catalog)))


def _others(
    place: Place, table: Table[Entry], entries: Sequence[Entry]
) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    yield place.workbook, lambda: as_workbook([table])
    yield place.json, lambda: _json(place, table)
    if (at := place.feed) is not None:
        yield at, lambda: feed(place.name, entries, at)


def _lists(catalog: Catalog) -> Iterator[tuple[Place, Sequence[Entry]]]:
    yield places.of_all(catalog.entries), catalog.entries
    for year, entries in catalog.by_year.items():
        yield places.of_year(year), entries
    for department in catalog.departments:
        entries = catalog.by_department[department.id]
        yield places.of_department(department, entries), entries


def _json(place: Place, table: Table[Entry]) -> str:
    """The rows with their schema beside them."""
    up = "../" * (place.stem.count("/") - places.FOLDER.count("/"))
    head = {"version": 1, "schema": f"{up}schema.json", "name": place.name}
    said = json.dumps(head, ensure_ascii=False)
    return f'{said[:-1]}, "evaluations": {as_json(table).rstrip()}}}\n'


def _schema(table: Table[Entry]) -> str:
    """What each key means, as JSON Schema 2020-12."""
    row = {
        "type": "object",
        "properties": {
            column.key: {
                "title": column.heading,
                "description": column.meaning,
                "type": [_TYPES.get(column.key, "string"), "null"],
            }
            for column in table.columns
        },
        "required": [column.key for column in table.columns],
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "绩效评价",
        "type": "object",
        "properties": {
            "version": {"const": 1},
            "schema": {"type": "string"},
            "name": {"type": "string"},
            "evaluations": {"type": "array", "items": row},
        },
        "required": ["version", "evaluations"],
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
