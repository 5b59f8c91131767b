"""The lists that readers take along: of everything, of a year, of a department.

Each has its evaluations; problems and rectification stand beside them where there are any.
Indicators are thirty times as many as reports: they stand beside those of a year only, as CSV, so
that each row is in one file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalog import Catalog, Entry
from generator.catalog.problems import Problem, Rectified
from generator.exports import places
from generator.exports.indicators import INDICATORS
from generator.exports.places import Place
from generator.exports.problems import PROBLEMS, RECTIFICATIONS
from generator.model.register import Department
from generator.tables import Column, Table


@dataclass(frozen=True, slots=True)
class Sort:
    """What the rows of a file are."""

    id: str
    """The folder of its files, and the key of its rows in JSON."""
    name: str
    """As a title, and of the sheet in a workbook."""
    columns: Sequence[Column[Any]]
    has_json: bool = True
    """Whether lists have its rows for programs, too; the file of a document has them anyway."""

    def beside(self, place: Place) -> Place:
        """Where its rows stand of the same year, department, or all."""
        return place.beside(self.id, self.name, has_json=self.has_json)


PROBLEM = Sort("problems", "问题", PROBLEMS)
RECTIFICATION = Sort("rectifications", "整改", RECTIFICATIONS)
INDICATOR = Sort("indicators", "指标", INDICATORS, has_json=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """One list."""

    place: Place
    """Of its evaluations."""
    entries: Sequence[Entry]
    documents: Sequence[Entry]
    problems: Sequence[Problem]
    deeds: Sequence[Rectified]
    is_year: bool = False
    has_indicators: bool = False
    """Rows of score tables, of which only a year has a file."""

    @property
    def beside(self) -> Iterator[tuple[Sort, Place]]:
        """The other sorts of rows that it has."""
        had = (
            (self.problems, PROBLEM),
            (self.deeds, RECTIFICATION),
            (self.has_indicators, INDICATOR),
        )
        for has, sort in had:
            if has:
                yield sort, sort.beside(self.place)

    @property
    def sheets(self) -> Iterator[Table[Any]]:
        """What stands behind the evaluations in its workbook.

        Only a year's has more: every row is in one workbook, not in three.
        """
        for sort, rows in ((PROBLEM, self.problems), (RECTIFICATION, self.deeds)):
            if self.is_year and rows:
                yield Table(sort.name, sort.columns, rows)


def everything(catalog: Catalog) -> Listed:
    """All of a site."""
    problems = catalog.problems
    return Listed(
        places.of_all(catalog.entries), catalog.entries, catalog.documents,
        problems.all, problems.deeds,
    )  # fmt: skip


def of_year(catalog: Catalog, year: int) -> Listed:
    """What stands under a year."""
    entries, problems = catalog.by_year[year], catalog.problems
    documents, told = catalog.documents_of(entries), problems.particulars
    return Listed(
        places.of_year(year), entries, documents,
        problems.by_year.get(year, ()), problems.deeds_by_year.get(year, ()), is_year=True,
        has_indicators=any(told[one.address].has_indicators for one in documents),
    )  # fmt: skip


def of_department(catalog: Catalog, department: Department) -> Listed:
    """All years of a department."""
    entries, problems = catalog.by_department[department.id], catalog.problems
    return Listed(
        places.of_department(department, entries), entries, catalog.documents_of(entries),
        problems.by_department.get(department.id, ()),
        problems.deeds_by_department.get(department.id, ()),
    )  # fmt: skip


def lists(catalog: Catalog) -> Iterator[Listed]:
    """Every list of a site that has evaluations."""
    yield everything(catalog)
    for year in catalog.by_year:
        yield of_year(catalog, year)
    for department in catalog.departments:
        yield of_department(catalog, department)
