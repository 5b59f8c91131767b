"""The lists that readers take along: of everything, of a year, of a department.

Each has its evaluations; problems, rectification and indicators stand beside them where there are
any. Indicators of all years together would be a file that few programs open: they go by year and
by department.
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


PROBLEM = Sort("problems", "问题", PROBLEMS)
RECTIFICATION = Sort("rectifications", "整改", RECTIFICATIONS)
INDICATOR = Sort("indicators", "指标", INDICATORS)


@dataclass(frozen=True, slots=True)
class Listed:
    """One list."""

    place: Place
    """Of its evaluations."""
    entries: Sequence[Entry]
    documents: Sequence[Entry]
    problems: Sequence[Problem]
    deeds: Sequence[Rectified]
    has_indicators: bool
    is_year: bool = False

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
                yield sort, self.place.beside(sort.id, sort.name)

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
        problems.all, problems.deeds, has_indicators=False,
    )  # fmt: skip


def of_year(catalog: Catalog, year: int) -> Listed:
    """What stands under a year."""
    entries, problems = catalog.by_year[year], catalog.problems
    return _listed(
        catalog, places.of_year(year), entries,
        problems.by_year.get(year, ()), problems.deeds_by_year.get(year, ()), is_year=True,
    )  # fmt: skip


def of_department(catalog: Catalog, department: Department) -> Listed:
    """All years of a department."""
    entries, problems = catalog.by_department[department.id], catalog.problems
    return _listed(
        catalog, places.of_department(department, entries), entries,
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


def _listed(
    catalog: Catalog,
    place: Place,
    entries: Sequence[Entry],
    problems: Sequence[Problem],
    deeds: Sequence[Rectified],
    *,
    is_year: bool = False,
) -> Listed:
    documents = catalog.documents_of(entries)
    told = catalog.problems.particulars
    has_indicators = any(told[one.address].has_indicators for one in documents)
    return Listed(place, entries, documents, problems, deeds, has_indicators, is_year)
