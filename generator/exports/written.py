"""The rows of documents as files have them, each document's written once for all its lists."""

from collections.abc import Mapping

from generator.catalog import Catalog, Entry
from generator.exports.indicators import csv_of
from generator.exports.known_exports import KnownExports
from generator.exports.lists import INDICATOR, PROBLEM, RECTIFICATION, Sort
from generator.tables.lines import Lines, lines

_AT_HAND = 1_000
"""Documents whose rows are kept for the next list: all of them together fill memory."""


class Written:
    """Pieces of files: a few are at hand, others are asked for or made."""

    def __init__(self, catalog: Catalog, known: KnownExports) -> None:
        self._catalog, self._known = catalog, known
        self._last: dict[str, Mapping[str, Lines]] = {}

    def csv(self, sort: Sort, document: Entry) -> str:
        """The rows of a sort that a document has, for spreadsheets."""
        return self._indicators(document) if sort is INDICATOR else self.of(sort, document).csv

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

    def _indicators(self, document: Entry) -> str:
        """Not kept at hand: only the file of its year has them."""
        if (known := self._known.indicators(document)) is not None:
            return known
        made = csv_of(document)
        self._known.learn_indicators(document, made)
        return made
