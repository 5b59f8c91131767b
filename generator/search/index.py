"""The index as plain scripts, small enough that a query loads a few of them.

Evaluations are packed into segments of consecutive years, oldest first, so that this year's reports
leave the files of earlier years as they are; memory holds one segment at a time. Every script calls
`gongkaiSearch.add(kind, key, data)` and is named by its own content, but for the manifest, which
names the others:

- `terms`: the terms of one shard and where they stand,
- `columns`: what filters and sorting need of each evaluation of a segment,
- `cards`: what a result shows, a hundred evaluations each,
- `texts`: the passages that excerpts are cut from.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.catalog import Catalog, Entry
from generator.model import EvaluationType
from generator.money import Unit, rounded
from generator.search.documents import Document, Field, document, names_of
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
_PLACES = 2

KINDS = (("evaluation", "评价报告"), ("finding", "问题"), ("recommendation", "建议"))
_SCORES = ((90, "90分及以上"), (80, "80—90分"), (60, "60—80分"), (0, "60分以下"))
"""In per cent of the frame's total."""
_AMOUNTS = (
    (10_000, "1亿元及以上"),
    (1_000, "1000万—1亿元"),
    (100, "100万—1000万元"),
    (0, "100万元以下"),
)
"""The budget in 万元."""

_COLUMNS = (
    "findings", "recommendations",
    "year", "region", "department", "grade", "type", "score", "amount",
    "points", "budget", "rate",
)  # fmt: skip
"""Of each evaluation: counts of parts, places in the lists of facets, numbers to sort by."""

# Signs that stand for numbers: 64 for the last digit, 27 for those before it. None has to be
# escaped in a script; a space ends an entry, an exclamation mark the list of one field.
_SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_LAST, _BEFORE = 64, 27


@dataclass(frozen=True, slots=True)
class Script:
    """One file of the index."""

    uri: str
    content: str


def scripts(catalog: Catalog) -> Iterator[Script]:
    """All files of the index; the manifest comes last."""
    columns = _Columns(catalog)
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
        gathered += catalog.by_year[year]
        if len(gathered) >= _SEGMENT:
            yield from _cut(gathered)
            gathered = []
    yield from _cut(gathered)


def _cut(entries: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    for part, start in enumerate(range(0, len(entries), _LARGEST)):
        first = entries[start].record.year
        yield f"{first}-{part}" if part else str(first), entries[start : start + _LARGEST]


class _Columns:
    """What filters and sorting need, each name as its place in a list."""

    def __init__(self, catalog: Catalog) -> None:
        departments = catalog.departments
        used = {department.region for department in departments}
        shown = {entry.grade.shown: _best(entry) for entry in catalog.entries if entry.grade.shown}
        self._lists: Mapping[str, Sequence[tuple[str, str]]] = {
            "year": [(str(year), f"{year}年度") for year in reversed(catalog.years)],
            "region": [(r.id, r.name) for r in catalog.regions if r.id in used],
            "department": [(d.id, d.name) for d in departments],
            "grade": [(name, name) for name in sorted(shown, key=lambda n: (shown[n], n))],
            "type": [(kind.value, kind.label) for kind in EvaluationType],
            "kind": KINDS,
            "score": [(str(start), words) for start, words in _SCORES],
            "amount": [(str(start), words) for start, words in _AMOUNTS],
        }
        self._places = {
            name: {value: n for n, (value, _) in enumerate(values)}
            for name, values in self._lists.items()
        }
        self.names = {
            "facets": self._lists,
            "departments": [names_of(department) for department in departments],
            "columns": _COLUMNS,
        }
        """What the manifest says of them."""

    def row(self, entry: Entry) -> tuple[int | float | None, ...]:
        """In the order of _COLUMNS."""
        record, evaluation = entry.record, entry.record.evaluation
        score, full, rate = entry.total.shown, entry.frame.total, entry.execution_rate
        points = score * 100 / full if score is not None and full else None
        budget = entry.budget.to(Unit.WAN_YUAN).value if entry.budget else None
        values = {
            "year": str(record.year),
            "region": record.department.region,
            "department": record.department.id,
            "grade": entry.grade.shown,
            "type": evaluation.evaluation_type.value,
            "score": _band(_SCORES, points),
            "amount": _band(_AMOUNTS, budget),
        }
        return (
            len(evaluation.findings),
            len(evaluation.recommendations),
            *(self._places[name].get(value or "") for name, value in values.items()),
            _number(points),
            _number(budget),
            _number(rate.figure.shown if rate else None),
        )


def _band(bands: Sequence[tuple[int, str]], number: Decimal | None) -> str | None:
    """The first band that reaches down to a number."""
    if number is None:
        return None
    return next((str(start) for start, _ in bands if number >= start), None)


def _best(entry: Entry) -> int:
    """The place of an entry's grade among those of its frame."""
    band = entry.grade.band
    return entry.frame.rank(band) if band else len(entry.frame.bands)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    short = rounded(value, _PLACES)
    return int(short) if short == short.to_integral_value() else float(short)


class _Segment:
    """Gathers one segment, evaluation by evaluation."""

    def __init__(self, name: str, columns: _Columns) -> None:
        self._name, self._columns = name, columns
        self._places: tuple[dict[str, list[int]], ...] = tuple(defaultdict(list) for _ in Field)
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
            for term, field in part.items():
                self._places[field][term].append(self._next)
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
        entries = {term: _entry(term, self._places) for term in sorted(set().union(*self._places))}
        size = sum(len(term.encode()) + len(entry) + 2 for term, entry in entries.items())
        count = _power_of_two(size / _SHARD)
        shards: list[list[str]] = [[] for _ in range(count)]
        for term, entry in entries.items():
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


def _entry(term: str, places: Sequence[Mapping[str, list[int]]]) -> str:
    """Where a term stands: for each field the documents, as steps from one to the next."""
    return "!".join(_steps(place.get(term, ())) for place in places).rstrip("!")


def _steps(numbers: Sequence[int]) -> str:
    steps = (here - last - 1 for last, here in pairwise((-1, *numbers)))
    return "".join([_NUMBERS[step] if step < _FEW else _digits(step) for step in steps])


def _digits(number: int) -> str:
    rest, last = divmod(number, _LAST)
    written = _SIGNS[last]
    while rest:
        rest, digit = divmod(rest, _BEFORE)
        written = _SIGNS[_LAST + digit] + written
    return written


_FEW = 4096
_NUMBERS = tuple(_digits(number) for number in range(_FEW))


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
