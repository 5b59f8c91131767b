"""The files that readers take along, each made when it is written."""

from collections.abc import Callable, Iterator, Sequence

from generator.artifacts import Artifact
from generator.catalog import Catalog, Entry
from generator.exports import places
from generator.exports.evaluations import table_of
from generator.exports.feeds import feed
from generator.exports.indicators import INDICATORS, Lines, lines_of
from generator.exports.known_exports import NOTHING_KNOWN, KnownExports
from generator.exports.lists import INDICATOR, PROBLEM, RECTIFICATION, Listed, Sort, lists
from generator.exports.places import Place
from generator.exports.schemas import EVALUATIONS, enclosed, schema_of
from generator.tables.csv_text import as_csv, heading
from generator.tables.json_text import BETWEEN, objects
from generator.tables.table import Table
from generator.tables.workbook import as_workbook
from generator.values.digest import digest_of

_SHEET, _TITLE = "评价", "绩效评价"
_AT_HAND = 400
"""Documents whose lines are kept for the next list that holds them."""


def files(catalog: Catalog, known: KnownExports = NOTHING_KNOWN) -> Iterator[Artifact]:
    """All of them; a site without evaluations has none. What is known is not made again."""
    if not catalog.entries:
        return
    columns = table_of(_SHEET, (), catalog).columns
    yield Artifact(places.schema(), schema_of(_TITLE, EVALUATIONS, columns))
    sorts: dict[str, Sort] = {}
    written = _Written(known)
    for listed in lists(catalog):
        version = known.version(catalog, listed.documents)
        yield from _evaluations(catalog, listed, version, known)
        for sort, place in listed.beside:
            sorts[sort.id] = sort
            yield from _beside(sort, place, listed, version, known, written)
    for sort in sorts.values():
        yield Artifact(places.schema(sort.id), schema_of(sort.name, sort.id, sort.columns))


def _evaluations(
    catalog: Catalog, listed: Listed, version: bytes | None, known: KnownExports
) -> Iterator[Artifact]:
    place, entries = listed.place, listed.entries
    table = table_of(_SHEET, entries, catalog)
    text = as_csv(table)
    yield Artifact(place.csv, text)
    # The other forms say the same: where this one is as it was, so are they.
    made_of = digest_of(place.name.encode(), text)
    schema = places.schema()
    yield _kept(
        known, place.json, made_of,
        lambda: enclosed(place, EVALUATIONS, objects(table.columns, table.cells), schema),
    )  # fmt: skip
    if (at := place.feed) is not None:
        yield _kept(known, at, made_of, lambda: feed(place.name, entries, at))
    if (book := place.workbook) is not None:
        beside = [
            Table(sort.name, sort.columns, rows)
            for sort in (PROBLEM, RECTIFICATION)
            if (rows := listed.rows(sort))
        ]
        whole = version and digest_of(made_of, version)
        yield _kept(known, book, whole, lambda: as_workbook([table, *beside]))


def _beside(
    sort: Sort, place: Place, listed: Listed, version: bytes | None, known: KnownExports,
    written: "_Written",
) -> Iterator[Artifact]:  # fmt: skip
    """Rows of another sort: they follow from the documents alone, and need not be made to tell."""
    made_of = version and digest_of(place.name.encode(), version)
    table = Table(sort.name, sort.columns, listed.rows(sort))

    def csv() -> bytes:
        if sort is not INDICATOR:
            return as_csv(table)
        return heading(INDICATORS) + "".join(one.csv for one in _lines()).encode()

    def json() -> str:
        rows = (
            objects(table.columns, table.cells)
            if sort is not INDICATOR
            else BETWEEN.join(one.json for one in _lines() if one.json)
        )
        return enclosed(place, sort.id, rows, places.schema(sort.id))

    def _lines() -> Iterator[Lines]:
        return map(written.of, listed.documents)

    yield _kept(known, place.csv, made_of, csv)
    yield _kept(known, place.json, made_of, json)


def _kept(
    known: KnownExports, uri: str, made_of: bytes | None, make: Callable[[], str | bytes]
) -> Artifact:
    """A file as it stands in the published site where it was made of the same, or made now."""
    if made_of is None:
        return Artifact(uri, make())
    if (file := known.recall(uri, made_of)) is not None:
        return Artifact(uri, file)
    made = Artifact(uri, make())
    known.learn(uri, made_of, made.data)
    return made


class _Written:
    """The lines of documents: those of a few are at hand, others are asked for or made."""

    def __init__(self, known: KnownExports) -> None:
        self._known = known
        self._last: dict[str, Lines] = {}

    def of(self, document: Entry) -> Lines:
        """Of one document."""
        if (lines := self._last.pop(document.address, None)) is None:
            if (lines := self._known.lines(document)) is None:
                lines = lines_of(document)
                self._known.learn_lines(document, lines)
            while len(self._last) >= _AT_HAND:
                del self._last[next(iter(self._last))]
        self._last[document.address] = lines
        return lines
