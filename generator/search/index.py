"""The index as plain scripts, small enough that a query loads a few of them.

Evaluations are packed into segments of consecutive years, oldest first, and follow one another as
they were published: a new report comes last, and leaves the numbers of the others and the files of
earlier years as they are. Memory holds one segment at a time. Every script calls
`gongkaiSearch.add(kind, key, data)` and is named by its own content, but for the manifest, which
names the others:

- `terms`: the terms of one shard and where they stand,
- `columns`: what filters and sorting need of each evaluation of a segment,
- `cards`: what a result shows, a hundred evaluations each,
- `texts`: the passages that excerpts are cut from.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog, Entry
from generator.search.columns import Columns
from generator.search.documents import Document, document
from generator.search.postings import Postings
from generator.search.terms import spread

FOLDER = "search/index/"
MANIFEST = "manifest"
_SEGMENT = 1_000
"""Evaluations after which the next year begins a new segment."""
_LARGEST = 4_000
"""Evaluations after which a segment ends within a year."""
_SHARD = 32_000
"""Bytes a shard should have."""
_CARDS = 100
_TEXT = 4_000
"""Characters after which the next evaluation's passages go into another file."""
_NAME = 12


@dataclass(frozen=True, slots=True)
class Script:
    """One file of the index."""

    uri: str
    content: str


def scripts(catalog: Catalog) -> Iterator[Script]:
    """All files of the index; the manifest comes last."""
    columns = Columns(catalog)
    segments = []
    for name, entries in _segments(catalog):
        builder = _Segment(name, columns)
        for entry in entries:
            yield from builder.add(document(entry))
        yield from builder.finish()
        segments.append(builder.summary)
    yield Script(
        f"{FOLDER}{MANIFEST}.js", _script(MANIFEST, "", {"segments": segments} | columns.names)
    )


def _segments(catalog: Catalog) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Each with a name that later years do not change."""
    gathered: list[Entry] = []
    for year in reversed(catalog.years):
        gathered += sorted(catalog.by_year[year], key=_published)
        if len(gathered) >= _SEGMENT:
            yield from _cut(gathered)
            gathered = []
    yield from _cut(gathered)


def _published(entry: Entry) -> date:
    return entry.record.evaluation.disclosure.published or date.min


def _cut(entries: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    for part, start in enumerate(range(0, len(entries), _LARGEST)):
        first = entries[start].record.year
        yield f"{first}-{part}" if part else str(first), entries[start : start + _LARGEST]


class _Segment:
    """Gathers one segment, evaluation by evaluation."""

    def __init__(self, name: str, columns: Columns) -> None:
        self._name, self._columns = name, columns
        self._postings = Postings()
        self._rows: list[tuple[int | float | None, ...]] = []
        self._next = 0
        self._cards: list[tuple[object, ...]] = []
        self._texts: list[Sequence[str]] = []
        self._text_names: list[str] = []
        self._length = 0
        self._card_names: list[str] = []
        self._shards: list[str] = []
        self._column_name = ""

    @property
    def summary(self) -> Mapping[str, object]:
        """What the manifest says of it."""
        return {
            "name": self._name,
            "columns": self._column_name,
            "cards": " ".join(self._card_names),
            "shards": " ".join(self._shards),
        }

    def add(self, found: Document) -> Iterator[Script]:
        """Take one evaluation; files come out when they are full."""
        for part in found.terms:
            self._postings.add(self._next, part)
            self._next += 1
        self._rows.append(self._columns.row(found.entry))
        place = (len(self._text_names), len(self._texts))
        self._cards.append((_card(found.entry), *place))
        self._texts.append(found.texts)
        self._length += sum(map(len, found.texts))
        if self._length >= _TEXT:
            yield self._close_texts()
        if len(self._cards) == _CARDS:
            yield from self._close_cards()

    def finish(self) -> Iterator[Script]:
        """What is left when all have been taken."""
        if self._cards:
            yield from self._close_cards()
        columns = _named("columns", self._name, list(zip(*self._rows, strict=True)))
        self._column_name = _stem(columns)
        yield columns
        entries = list(self._postings.entries())
        size = sum(len(term.encode()) + len(entry) + 2 for term, entry in entries)
        count = _power_of_two(size / _SHARD)
        shards: list[list[str]] = [[] for _ in range(count)]
        for term, entry in entries:
            shards[spread(term) % count] += (term, entry)
        for number, shard in enumerate(shards):
            script = _named("terms", f"{self._name}/{number}", " ".join(shard))
            self._shards.append(_stem(script))
            yield script

    def _close_texts(self) -> Script:
        key = f"{self._name}/{len(self._card_names)}/{len(self._text_names)}"
        script = _named("texts", key, self._texts)
        self._text_names.append(_stem(script))
        self._texts, self._length = [], 0
        return script

    def _close_cards(self) -> Iterator[Script]:
        if self._texts:
            yield self._close_texts()
        key = f"{self._name}/{len(self._card_names)}"
        script = _named("cards", key, [self._text_names, self._cards])
        self._card_names.append(_stem(script))
        yield script
        self._cards, self._text_names = [], []


def _card(entry: Entry) -> Mapping[str, object]:
    """What a result shows; a figure that the report does not state is marked."""
    record, total = entry.record, entry.total.shown
    card: dict[str, object] = {
        "id": record.id,
        "title": record.evaluation.title,
        "project": record.evaluation.project.name,
        "score": "" if total is None else f"{total:f}",
        "amount": str(entry.budget or ""),
    }
    marks = {"scoreIsComputed": entry.total.is_computed, "gradeIsComputed": entry.grade.is_computed}
    return card | {name: True for name, is_so in marks.items() if is_so}


def _power_of_two(share: float) -> int:
    """The nearest one: a little growth then leaves every term in its shard."""
    count = 1
    while share > count * 1.4:
        count *= 2
    return count


def _named(kind: str, key: str, data: object) -> Script:
    content = _script(kind, key, data)
    digest = hashlib.sha256(content.encode()).hexdigest()[:_NAME]
    return Script(f"{FOLDER}{digest}.js", content)


def _stem(script: Script) -> str:
    return script.uri.removeprefix(FOLDER).removesuffix(".js")


def _script(kind: str, key: str, data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'gongkaiSearch.add("{kind}","{key}",{text})\n'
