"""The files that readers take along, each made when it is written."""

import json
from collections.abc import Iterator, Mapping, Sequence

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

_SHEET = "评价"


def files(catalog: Catalog, known: KnownExports = NOTHING_KNOWN) -> Iterator[Artifact]:
    """All of them; a site without evaluations has none. What is known is not made again."""
    if not catalog.entries:
        return
    for place, entries in _lists(catalog):
        kept = [(uri, known.recall(uri, entries)) for uri in place.uris]
        if all(file for _, file in kept):
            yield from (Artifact(uri, file) for uri, file in kept if file)
            continue
        for made in _made(place, entries, as_stated=catalog.as_stated):
            known.learn(made.uri, entries, made.data)
            yield made
    yield Artifact(places.SCHEMA, _schema(table_of(_SHEET, (), as_stated=catalog.as_stated)))


def _made(place: Place, entries: Sequence[Entry], *, as_stated: bool) -> Iterator[Artifact]:
    """In the order of the place's `uris`."""
    table = table_of(_SHEET, entries, as_stated=as_stated)
    yield Artifact(place.csv, as_csv(table))
    yield Artifact(place.workbook, as_workbook([table]))
    yield Artifact(place.json, _json(place, table))
    if place.feed:
        yield Artifact(place.feed, feed(place.name, entries, place.feed))


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
            column.key: _property(column.heading, column.meaning) for column in table.columns
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


def _property(title: str, meaning: str) -> Mapping[str, object]:
    return {"title": title, "description": meaning, "type": ["string", "number", "null"]}
