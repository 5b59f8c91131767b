"""The index as plain scripts, small enough that a query loads a few of them.

A word is looked up in every segment, so there are few: a site of up to a thousand reports is one;
beyond that the newest year is one by itself, the years before it are packed together. Within a year
reports follow one another as they were published: a new one comes last, and leaves the numbers of
the others and the files of earlier years as they are. Memory holds one segment at a time. Every
script calls `gongkaiSearch.add(kind, data)` and is named by its own content, but for the manifest,
which names the others:

- `terms`: the terms of one shard and where they stand,
- `columns`: what filters and sorting need of each evaluation, and where each is shown from,
- `explore`: what the search page needs beyond that, of each evaluation (see `explore`),
- `words`: how readers ask, loaded only where few reports have the words as typed (see `sayings`),
- `beside`: pages, departments and frames, which the search page looks through by itself,
- `report`: what a result shows of one evaluation, with the passages that excerpts are cut from,
  packed behind a dictionary that the manifest holds,
- `piece`: a piece of an original beside it, packed likewise; its report names it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, groupby

from generator.artifacts import Artifact
from generator.catalog import Catalog, Entry
from generator.catalog.anchors import ORIGINALS
from generator.model.search_words import SearchWord
from generator.search.beside import Beside, beside_script
from generator.search.columns import Columns
from generator.search.documents import Document
from generator.search.enclosing import with_originals
from generator.search.explore import Explored
from generator.search.known_index import NOTHING_KNOWN, Indexed, KnownIndex, Terms
from generator.search.originals import Pieces
from generator.search.packing import packed, packed_dictionary
from generator.search.sayings import saying_scripts
from generator.search.script_files import FOLDER, listed, named, script_of, stem
from generator.search.segment import Segment
from generator.values.money import percent

FORMAT = 4
"""The version of all that is written here; search.js refuses another one than its own."""
MANIFEST = "manifest"
_FEW = 1_000
"""Evaluations up to which a site is one segment."""
_LARGEST = 5_000
"""Evaluations after which a segment ends within or between years."""


def scripts(
    catalog: Catalog,
    known: KnownIndex = NOTHING_KNOWN,
    words: Sequence[SearchWord] = (),
    beside: Sequence[Beside] = (),
) -> Iterator[Artifact]:
    """All files of the index; the manifest comes last. What is known is not made again."""
    columns, explored = Columns(catalog), Explored(catalog)
    segments = []
    for number, entries in enumerate(_segments(catalog)):
        segment = Segment(number, columns, known)
        for entry in entries:
            made, indexed, terms = _indexed(entry, known)
            segment.add(entry, indexed, terms)
            yield from made
        yield from segment.finish()
        yield (more := explored.script(entries))
        segments.append({**segment.summary, "explore": stem(more)})
    said = saying_scripts(words)
    yield from dict.fromkeys(said)
    yield (others := beside_script(beside))
    lists = {"words": listed(map(stem, said)), "beside": stem(others)}
    names = {"format": FORMAT, "segments": segments, **lists, "dictionary": packed_dictionary()}
    manifest = script_of(MANIFEST, names | columns.names)
    yield Artifact(f"{FOLDER}{MANIFEST}.js", manifest)


def indexed_anew(entry: Entry, known: KnownIndex) -> tuple[Sequence[Artifact], Indexed, Terms]:
    """What the index holds of one result, and is told to whoever keeps it."""
    found = with_originals(entry, known)
    made, indexed = _scripts_of(found)
    known.learn(entry, indexed, found.terms)
    return made, indexed, found.terms


def _indexed(entry: Entry, known: KnownIndex) -> tuple[Sequence[Artifact], Indexed, Terms | None]:
    """The same, without the terms where all is as it was."""
    indexed = known.recall(entry)
    if indexed is None:
        return indexed_anew(entry, known)
    files = {name: file for name in indexed.scripts if (file := known.file(name))}
    if all(name in files for name in indexed.scripts):
        return [Artifact(f"{FOLDER}{n}.js", file) for n, file in files.items()], indexed, None
    made, again = _scripts_of(with_originals(entry, known))
    return (made, indexed, None) if again == indexed else indexed_anew(entry, known)


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


def _scripts_of(found: Document) -> tuple[Sequence[Artifact], Indexed]:
    """The script of one result, and those of the pieces of its originals behind it."""
    originals = [(one, list(_pieces(found.entry, one))) for one in found.originals]
    card = dict(_card(found))
    if originals:
        card["originals"] = [
            (one.title, one.address, " ".join(map(stem, made))) for one, made in originals
        ]
        card["listed"] = f"#{ORIGINALS}"
    report = named("report", packed((card, *found.texts)))
    stems = tuple(tuple(map(stem, made)) for _, made in originals)
    indexed = Indexed(found.findings, found.recommendations, stem(report), stems)
    return [report, *chain.from_iterable(made for _, made in originals)], indexed


def _pieces(entry: Entry, original: Pieces) -> Iterator[Artifact]:
    """Each says what it is a piece of: the engine takes no other one for it."""
    for number, text in enumerate(original.texts):
        place = f"{entry.address}{original.address}", number
        yield named("piece", packed((*place, text)))


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
        "amount": _amount(entry),
        "rate": "" if rate is None else percent(rate),
    }
    marks = {
        "scoreIsComputed": entry.points_computed,
        "gradeIsComputed": entry.grade_computed,
        "rateIsComputed": figure is not None and figure.is_computed,
    }
    if entry.budget and entry.budget.is_long:
        card["exact"] = str(entry.budget)
    if entry.lapsed:
        card["lapsed"] = f"已{entry.lapsed.label}"
    return card | {name: True for name, is_so in marks.items() if is_so}


def _amount(entry: Entry) -> str:
    """As lists show it."""
    if entry.budget:
        return str(entry.budget.in_short)
    return "合计不完整" if entry.budget_absent else ""
