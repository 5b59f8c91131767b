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
from generator.model.search_words import SearchWord
from generator.search.columns import Columns
from generator.search.documents import Document, document
from generator.search.known_index import NOTHING_KNOWN, Indexed, KnownIndex, Terms
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


def scripts(
    catalog: Catalog, known: KnownIndex = NOTHING_KNOWN, words: Sequence[SearchWord] = ()
) -> Iterator[Artifact]:
    """All files of the index; the manifest comes last. What is known is not made again."""
    columns = Columns(catalog)
    segments = []
    for number, entries in enumerate(_segments(catalog)):
        segment = _Segment(number, columns, known)
        for entry in entries:
            yield segment.add(entry)
        yield from segment.finish()
        segments.append(segment.summary)
    said = [(word.said, word.also, word.order, word.years_ago) for word in words]
    manifest = _script(MANIFEST, {"segments": segments, "words": said} | columns.names)
    yield Artifact(f"{FOLDER}{MANIFEST}.js", manifest)


def indexed_anew(entry: Entry, known: KnownIndex) -> tuple[Artifact, Indexed, Terms]:
    """What the index holds of one result, and is told to whoever keeps it."""
    found = document(entry)
    script = _report(found)
    indexed = Indexed(found.findings, found.recommendations, _stem(script))
    known.learn(entry, indexed, found.terms)
    return script, indexed, found.terms


def name_of(content: str) -> str:
    """The name of a script, by its own content; with `.js` behind it, that of its file."""
    return hashlib.sha256(content.encode()).hexdigest()[:_NAME]


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
    """Gathers one segment, result by result; it is made anew where one of them is."""

    def __init__(self, number: int, columns: Columns, known: KnownIndex) -> None:
        self._number, self._columns, self._known = number, columns, known
        self._entries: list[Entry] = []
        self._rows: list[tuple[int | float | None, ...]] = []
        self._reports: list[str] = []
        self._postings: Postings | None = None
        self._next = 0
        self._scripts: Sequence[str] = ()

    @property
    def summary(self) -> Mapping[str, object]:
        """What the manifest says of it."""
        columns, *shards = self._scripts
        return {"columns": columns, "shards": " ".join(shards)}

    def add(self, entry: Entry) -> Artifact:
        """Take one result; its own file comes out."""
        indexed, terms = self._known.recall(entry), None
        file = self._known.file(indexed.report) if indexed else None
        if indexed is not None and file is not None:
            script = Artifact(f"{FOLDER}{indexed.report}.js", file)
        elif indexed is None or _stem(script := _report(document(entry))) != indexed.report:
            script, indexed, terms = indexed_anew(entry, self._known)
        if self._postings is None and terms is not None:
            self._begin()
        if self._postings is not None:
            self._post(self._postings, entry, terms)
        self._entries.append(entry)
        self._rows.append(self._columns.row(entry, indexed.findings, indexed.recommendations))
        self._reports.append(indexed.report)
        return script

    def finish(self) -> Iterator[Artifact]:
        """What can be said when all have been taken."""
        made_of = (self._entries, self._rows)
        if self._postings is None:
            names = self._known.recall_segment(self._number, made_of) or ()
            files = {name: file for name in names if (file := self._known.file(name))}
            if names and len(files) == len(names):
                self._scripts = names
                yield from (Artifact(f"{FOLDER}{name}.js", file) for name, file in files.items())
                return
        made = []
        for script in self._made(self._postings or self._begin()):
            made.append(_stem(script))
            yield script
        self._scripts = made
        self._known.learn_segment(self._number, made_of, made)

    def _made(self, postings: Postings) -> Iterator[Artifact]:
        columns = list(zip(*self._rows, strict=True))
        yield _named("columns", [columns, " ".join(self._reports)])
        for shard in postings.shards(_SHARD):
            yield _named("terms", shard)

    def _begin(self) -> Postings:
        """Gather the terms of those taken so far, and from here on."""
        self._postings = Postings()
        for entry in self._entries:
            self._post(self._postings, entry, None)
        return self._postings

    def _post(self, postings: Postings, entry: Entry, terms: Terms | None) -> None:
        for part in terms or self._known.terms(entry) or document(entry).terms:
            postings.add(self._next, part)
            self._next += 1


def _report(found: Document) -> Artifact:
    """The script of one result."""
    return _named("report", (_card(found), *found.texts))


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
    return Artifact(f"{FOLDER}{name_of(content)}.js", content)


def _stem(script: Artifact) -> str:
    return script.uri.removeprefix(FOLDER).removesuffix(".js")


def _script(kind: str, data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'gongkaiSearch.add("{kind}",{text})\n'
