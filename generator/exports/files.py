"""The files that readers take along, each made when it is written."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.artifacts import Artifact
from generator.catalog import Catalog, Entry
from generator.exports import places
from generator.exports.evaluations import table_of
from generator.exports.feeds import feed
from generator.exports.indicators import rows_of
from generator.exports.known_exports import NOTHING_KNOWN, KnownExports
from generator.exports.lists import INDICATOR, PROBLEM, RECTIFICATION, Listed, Sort, lists
from generator.exports.places import Place
from generator.exports.schemas import EVALUATIONS, enclosed, schema_of
from generator.exports.written import Written
from generator.tables.csv_text import as_csv, headings
from generator.tables.json_text import as_json
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
    columns = table_of(_SHEET, (), catalog).columns
    yield Artifact(places.schema(), schema_of(_TITLE, {EVALUATIONS: columns}))
    sorts: dict[str, Sort] = {}
    written = Written(catalog, known)
    for listed in lists(catalog):
        version = known.version(catalog, listed.documents)
        yield from _evaluations(catalog, listed, version, known)
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
    for document in catalog.documents:
        yield from _of_document(catalog, document, written, known)


def _evaluations(
    catalog: Catalog, listed: Listed, version: bytes | None, known: KnownExports
) -> Iterator[Artifact]:
    place, entries = listed.place, listed.entries
    table = table_of(_SHEET, entries, catalog)
    rests_on = _rests_on(place, version, entries, catalog)
    csv = _kept(known, place.csv, rests_on, lambda: as_csv(table))
    yield csv
    # The other forms say the same: where this one is as it was, so are they.
    made_of = digest_of(place.name.encode(), csv.data)
    if (at := place.json) is not None:
        json = partial(enclosed, place, {EVALUATIONS: lambda: as_json(table)}, places.schema())
        yield _kept(known, at, made_of, json)
    if (to := place.feed) is not None:
        yield _kept(known, to, made_of, lambda: feed(place.name, entries, to))
    if (book := place.workbook) is not None:
        sheets = tuple(listed.sheets)
        whole = version and digest_of(made_of, version) if sheets else made_of
        yield _kept(known, book, whole, lambda: as_workbook([table, *sheets]))


def _beside(
    sort: Sort, place: Place, documents: Sequence[Entry], written: Written
) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    """The forms of rows of another sort, each with what makes it."""
    yield place.csv, partial(_csv, sort, documents, written)
    if (at := place.json) is not None:
        yield (
            at,
            partial(
                enclosed,
                place,
                {sort.id: partial(_objects, sort, documents, written)},
                places.schema(sort.id),
            ),
        )


def _of_document(
    catalog: Catalog, document: Entry, written: Written, known: KnownExports
) -> Iterator[Artifact]:
    """Its rows of all lists in one file, as those have them; its indicators as CSV beside it."""
    place, version = places.of_document(document), known.version(catalog, (document,))
    entries = catalog.with_items(document)
    rows: dict[str, Callable[[], str]] = {
        EVALUATIONS: lambda: as_json(table_of(_SHEET, entries, catalog))
    }
    rows |= {sort.id: partial(_objects, sort, (document,), written) for sort in _TOLD}
    rows[INDICATOR.id] = lambda: as_json(rows_of(document))
    if (at := place.json) is not None:
        made_of = _rests_on(place, version, entries, catalog)
        schema = places.schema(places.DOCUMENTS)
        yield _kept(known, at, made_of, partial(enclosed, place, rows, schema))
    if catalog.problems.particulars[document.address].has_indicators:
        # Such rows follow from the document alone.
        yield _kept(known, place.csv, version, partial(_csv, INDICATOR, (document,), written))


def _rests_on(
    place: Place, version: bytes | None, entries: Sequence[Entry], catalog: Catalog
) -> bytes | None:
    """What the rows of evaluations rest on: their documents, and which of them are counted."""
    return version and digest_of(place.name.encode(), version, bytes(map(catalog.counts, entries)))


def _csv(sort: Sort, documents: Sequence[Entry], written: Written) -> bytes:
    found = (written.csv(sort, document) for document in documents)
    return headings(sort.columns) + "".join(found).encode()


def _objects(sort: Sort, documents: Sequence[Entry], written: Written) -> str:
    return f"[{joined(written.of(sort, document).json for document in documents)}]"


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
