"""The rows of documents as files have them, each document's written once for all its lists."""

from collections import defaultdict

from generator.catalog import Entry
from generator.catalog.problems import Problems
from generator.exports.indicators import csv_of
from generator.exports.known_exports import KnownExports
from generator.exports.lists import INDICATOR, PROBLEM, Sort
from generator.tables.lines import Lines, lines

_AT_HAND = 400
"""Pieces of a sort that are kept for the next list: all of them together fill memory."""


class Written:
    """Pieces of files: a few are at hand, others are asked for or made."""

    def __init__(self, problems: Problems, known: KnownExports) -> None:
        self._problems, self._known = problems, known
        self._last: dict[str, dict[str, Lines]] = defaultdict(dict)

    def csv(self, sort: Sort, document: Entry) -> str:
        """The rows of a sort that a document has, for spreadsheets."""
        return self._indicators(document) if sort is INDICATOR else self.of(sort, document).csv

    def of(self, sort: Sort, document: Entry) -> Lines:
        """The same in every form, of a sort that stands in several files."""
        last, name = self._last[sort.id], document.address
        if (found := last.pop(name, None)) is None:
            found = self._rows(sort, document)
            while len(last) >= _AT_HAND:
                del last[next(iter(last))]
        last[name] = found
        return found

    def _rows(self, sort: Sort, document: Entry) -> Lines:
        problems = self._problems
        if sort is PROBLEM:
            return lines(sort.columns, problems.by_document.get(document.address, ()))
        return lines(sort.columns, problems.deeds_by_document.get(document.address, ()))

    def _indicators(self, document: Entry) -> str:
        """Not kept at hand: only the file of its year has them."""
        if (known := self._known.indicators(document)) is not None:
            return known
        made = csv_of(document)
        self._known.learn_indicators(document, made)
        return made
