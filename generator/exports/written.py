"""The rows of documents as files have them, each written once for all its lists and forms."""

from collections.abc import Iterable, Mapping

from generator.catalog import Catalog, Entry
from generator.exports.evaluations import columns_of
from generator.exports.indicators import lines_of
from generator.exports.known_exports import KnownExports
from generator.exports.lists import INDICATOR, PROBLEM, RECTIFICATION, Sort
from generator.tables.lines import Lines, joined, lines

_AT_HAND = 1_000
"""Documents whose rows are kept for the next list: all of them together fill memory."""


class Written:
    """Pieces of files: a few are at hand, others are asked for or made."""

    def __init__(self, catalog: Catalog, known: KnownExports) -> None:
        self._catalog, self._known = catalog, known
        self._last: dict[str, Mapping[str, Lines]] = {}
        self._columns = columns_of(catalog)
        self._evaluations: dict[tuple[str, str], Lines] = {}
        """By address and anchor; each is one row, so that all of them may be kept."""

    def evaluations(self, entries: Iterable[Entry]) -> Lines:
        """The rows of evaluations, which stand in four lists each."""
        rows = [self._evaluation(entry) for entry in entries]
        return Lines("".join(row.csv for row in rows), joined(row.json for row in rows))

    def csv(self, sort: Sort, document: Entry) -> str:
        """The rows of a sort that a document has, for spreadsheets."""
        if sort is not INDICATOR:
            return self.of(sort, document).csv
        known = self._known.indicators(document)
        return self.indicators(document).csv if known is None else known

    def indicators(self, document: Entry) -> Lines:
        """Not kept at hand: beside its own files only that of its year has them."""
        made = lines_of(document)
        self._known.learn_indicators(document, made.csv)
        return made

    def of(self, sort: Sort, document: Entry) -> Lines:
        """The same in every form, of a sort that stands in several files."""
        last, name = self._last, document.address
        if (found := last.pop(name, None)) is None:
            found = self._rows(document)
            while len(last) >= _AT_HAND:
                del last[next(iter(last))]
        last[name] = found
        return found[sort.id]

    def _rows(self, document: Entry) -> Mapping[str, Lines]:
        """Those of each such sort, by its id."""
        version = self._known.version(self._catalog, (document,))
        known = self._known.lines(document, version) if version else None
        problems, name = self._catalog.problems, document.address
        rows = (
            (PROBLEM, problems.by_document.get(name, ())),
            (RECTIFICATION, problems.deeds_by_document.get(name, ())),
        )
        if known is not None and known.keys() == {sort.id for sort, _ in rows}:
            return known
        made = {sort.id: lines(sort.columns, own) for sort, own in rows}
        if version:
            self._known.learn_lines(document, version, made)
        return made

    def _evaluation(self, entry: Entry) -> Lines:
        name = entry.address, entry.anchor
        if (found := self._evaluations.get(name)) is None:
            found = self._evaluations[name] = lines(self._columns, (entry,))
        return found
