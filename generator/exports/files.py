"""The files that readers take along, each made when it is written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from generator.artifacts import Artifact
from generator.catalog import Catalog, Entry
from generator.exports import places
from generator.exports.evaluations import columns_of, table_of
from generator.exports.feeds import feed
from generator.exports.indicators import INDICATORS
from generator.exports.known_exports import NOTHING_KNOWN, KnownExports
from generator.exports.lists import INDICATOR, PROBLEM, RECTIFICATION, Listed, Sort, lists
from generator.exports.places import Place
from generator.exports.schemas import EVALUATIONS, enclosed, schema_of
from generator.exports.written import Written
from generator.tables import Column
from generator.tables.csv_text import headings
from generator.tables.lines import joined
from generator.tables.workbook import as_workbook
from generator.values.digest import digest_of

_SHEET, _TITLE, _DOCUMENT = "评价", "绩效评价", "一份文件"
_TOLD = (PROBLEM, RECTIFICATION)
"""What a document has beside its evaluations in its own file, which lists have as JSON too."""


def files(catalog: Catalog, known: KnownExports = NOTHING_KNOWN) -> Iterator[Artifact]:
    """All of them; a site without evaluations has none. What is known is not made again."""
    if not catalog.entries:
        return
    columns = columns_of(catalog)
    yield Artifact(places.schema(), schema_of(_TITLE, {EVALUATIONS: columns}))
    sorts: dict[str, Sort] = {}
    written = Written(catalog, known)
    # First, since the rows of indicators that they bring are what the files of years put together.
    for document in catalog.documents:
        yield from _of_document(catalog, document, written, known)
    for listed in lists(catalog):
        version = known.version(catalog, listed.documents)
        yield from _evaluations(catalog, listed, version, written, known)
        for sort, place in listed.beside:
            sorts[sort.id] = sort
            # Such rows follow from the documents alone, and need not be made to tell.
            made_of = version and digest_of(place.name.encode(), version)
            for uri, make in _beside(sort, place, listed.documents, written):
                yield _kept(known, uri, made_of, make)
    for sort in sorts.values():
        if sort.has_json:
            yield Artifact(places.schema(sort.id), schema_of(sort.name, {sort.id: sort.columns}))
    whole = {EVALUATIONS: columns, **{sort.id: sort.columns for sort in (*_TOLD, INDICATOR)}}
    yield Artifact(places.schema(places.DOCUMENTS), schema_of(_DOCUMENT, whole))


def _evaluations(
    catalog: Catalog, listed: Listed, version: bytes | None, written: Written, known: KnownExports
) -> Iterator[Artifact]:
    place, entries = listed.place, listed.entries
    rests_on = _rests_on(place, version, entries, catalog)
    columns = columns_of(catalog)
    csv = _kept(
        known, place.csv, rests_on, lambda: _csv(columns, [written.evaluations(entries).csv])
    )  # fmt: skip
    yield csv
    # The other forms say the same: where this one is as it was, so are they.
    made_of = digest_of(place.name.encode(), csv.data)
    if (at := place.json) is not None:
        rows = {EVALUATIONS: lambda: _objects([written.evaluations(entries).json])}
        yield _kept(known, at, made_of, partial(enclosed, place, rows, places.schema()))
    if (to := place.feed) is not None:
        yield _kept(known, to, made_of, lambda: feed(place.name, entries, to))
    if (book := place.workbook) is not None:
        sheets = tuple(listed.sheets)
        whole = version and digest_of(made_of, version) if sheets else made_of
        table = table_of(_SHEET, entries, catalog)
        yield _kept(known, book, whole, lambda: as_workbook([table, *sheets]))


def _beside(
    sort: Sort, place: Place, documents: Sequence[Entry], written: Written
) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    """The forms of rows of another sort, each with what makes it."""

    def csv() -> bytes:
        return _csv(sort.columns, (written.csv(sort, document) for document in documents))

    def objects() -> str:
        return _objects(written.of(sort, document).json for document in documents)

    yield place.csv, csv
    if (at := place.json) is not None:
        yield at, partial(enclosed, place, {sort.id: objects}, places.schema(sort.id))


def _of_document(
    catalog: Catalog, document: Entry, written: Written, known: KnownExports
) -> Iterator[Artifact]:
    """Its rows of all lists in one file, as those have them; its indicators as CSV beside it."""
    place, version = places.of_document(document), known.version(catalog, (document,))
    entries, indicators = catalog.with_items(document), cache(lambda: written.indicators(document))

    def told(sort: Sort) -> str:
        return _objects([written.of(sort, document).json])

    rows: dict[str, Callable[[], str]] = {
        EVALUATIONS: lambda: _objects([written.evaluations(entries).json]),
        **{sort.id: partial(told, sort) for sort in _TOLD},
        INDICATOR.id: lambda: _objects([indicators().json]),
    }
    if (at := place.json) is not None:
        made_of = _rests_on(place, version, entries, catalog)
        schema = places.schema(places.DOCUMENTS)
        yield _kept(known, at, made_of, partial(enclosed, place, rows, schema))
    if catalog.problems.particulars[document.address].has_indicators:
        # Such rows follow from the document alone.
        yield _kept(known, place.csv, version, lambda: _csv(INDICATORS, [indicators().csv]))


def _rests_on(
    place: Place, version: bytes | None, entries: Sequence[Entry], catalog: Catalog
) -> bytes | None:
    """What the rows of evaluations rest on: their documents, and which of them are counted."""
    return version and digest_of(place.name.encode(), version, bytes(map(catalog.counts, entries)))


def _csv(columns: Sequence[Column[Any]], rows: Iterable[str]) -> bytes:
    return headings(columns) + "".join(rows).encode()


def _objects(rows: Iterable[str]) -> str:
    return f"[{joined(rows)}]"


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
