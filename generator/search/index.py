"""The index as plain scripts, small enough that a query loads a few of them.

A word is looked up in every segment, so there are few: a site of up to a thousand reports is one;
beyond that the newest year is one by itself, the years before it are packed together. Within a year
reports follow one another as they were published: a new one comes last, and leaves the numbers of
the others and the files of earlier years as they are. Memory holds one segment at a time. Every
script calls `gongkaiSearch.add(kind, data)` and is named by its own content, but for the manifest,
which names the others:

- `terms`: the terms of one shard and where they stand,
- `columns`: what filters and sorting need of each evaluation, and where each is shown from,
- `report`: what a result shows of one evaluation, with the passages that excerpts are cut from.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, groupby

from generator.artifacts import Artifact
from generator.catalog import Catalog, Entry
from generator.search.columns import Columns
from generator.search.documents import Document, document
from generator.search.postings import Postings
from generator.values.money import percent

FOLDER = "search/index/"
MANIFEST = "manifest"
_FEW = 1_000
"""Evaluations up to which a site is one segment."""
_LARGEST = 5_000
"""Evaluations after which a segment ends within or between years."""
_SHARD = 32_000
"""Bytes a shard has at most, nearly."""
_NAME = 12


def scripts(catalog: Catalog) -> Iterator[Artifact]:
    """All files of the index; the manifest comes last."""
    columns = Columns(catalog)
    segments = []
    for entries in _segments(catalog):
        builder = _Segment(columns)
        for entry in entries:
            yield builder.add(document(entry))
        yield from builder.finish()
        segments.append(builder.summary)
    manifest = _script(MANIFEST, {"segments": segments} | columns.names)
    yield Artifact(f"{FOLDER}{MANIFEST}.js", manifest)


def _segments(catalog: Catalog) -> Iterator[Sequence[Entry]]:
    """Oldest first; a document comes before its items."""
    found = chain.from_iterable(map(catalog.with_items, catalog.documents))
    newest_first = groupby(found, key=lambda entry: entry.year)
    years = [sorted(entries, key=_published) for _, entries in newest_first][::-1]
    if sum(map(len, years)) <= _FEW:
        years = [list(chain.from_iterable(years))]
    *before, newest = years or [[]]
    for entries in (list(chain.from_iterable(before)), newest):
        for start in range(0, len(entries), _LARGEST):
            yield entries[start : start + _LARGEST]


def _published(entry: Entry) -> date:
    return entry.published or date.min


class _Segment:
    """Gathers one segment, evaluation by evaluation."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._postings = Postings()
        self._rows: list[tuple[int | float | None, ...]] = []
        self._next = 0
        self._reports: list[str] = []
        self._shards: list[str] = []
        self._column_name = ""

    @property
    def summary(self) -> Mapping[str, object]:
        """What the manifest says of it."""
        return {"columns": self._column_name, "shards": " ".join(self._shards)}

    def add(self, found: Document) -> Artifact:
        """Take one evaluation; its own file comes out."""
        for part in found.terms:
            self._postings.add(self._next, part)
            self._next += 1
        self._rows.append(self._columns.row(found))
        script = _named("report", (_card(found), *found.texts))
        self._reports.append(_stem(script))
        return script

    def finish(self) -> Iterator[Artifact]:
        """What can be said when all have been taken."""
        columns = list(zip(*self._rows, strict=True))
        script = _named("columns", [columns, " ".join(self._reports)])
        self._column_name = _stem(script)
        yield script
        for shard in self._postings.shards(_SHARD):
            script = _named("terms", shard)
            self._shards.append(_stem(script))
            yield script


def _card(found: Document) -> Mapping[str, object]:
    """What a result shows beside its texts; a figure that the report does not state is marked."""
    entry = found.entry
    total = entry.points
    figure = entry.execution_rate.figure if entry.execution_rate else None
    rate = figure.shown if figure else None
    card: dict[str, object] = {
        "address": entry.address,
        "anchors": tuple(f"#{anchor}" if anchor else "" for anchor in found.anchors),
        "project": entry.project,
        "score": "" if total is None else f"{total:f}",
        "amount": str(entry.budget or ("合计不完整" if entry.budget_absent else "")),
        "rate": "" if rate is None else percent(rate),
    }
    marks = {
        "scoreIsComputed": entry.points_computed,
        "gradeIsComputed": entry.grade_computed,
        "rateIsComputed": figure is not None and figure.is_computed,
    }
    if entry.lapsed:
        card["lapsed"] = f"已{entry.lapsed.label}"
    return card | {name: True for name, is_so in marks.items() if is_so}


def _named(kind: str, data: object) -> Artifact:
    content = _script(kind, data)
    digest = hashlib.sha256(content.encode()).hexdigest()[:_NAME]
    return Artifact(f"{FOLDER}{digest}.js", content)


def _stem(script: Artifact) -> str:
    return script.uri.removeprefix(FOLDER).removesuffix(".js")


def _script(kind: str, data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'gongkaiSearch.add("{kind}",{text})\n'
