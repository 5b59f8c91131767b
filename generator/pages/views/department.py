"""The page of one department: its projects over the years, and its place among the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog, Count, Summary
from generator.exports.lists import of_department
from generator.model.register import Department, Region
from generator.pages.addresses import (
    Link,
    data_link,
    department_address,
    department_year_address,
    departments_link,
    home_link,
)
from generator.pages.charts.bars import BarChart
from generator.pages.charts.money import money_chart
from generator.pages.edition import Edition
from generator.pages.parts.downloads import Taken, taken
from generator.pages.parts.history import History, history
from generator.pages.views import problems
from generator.pages.views.base import Counted, View, notices_of
from generator.pages.views.question import Asked
from generator.pages.views.sitemap import counted


@dataclass(frozen=True, slots=True)
class Relative:
    """A department before, after or above this one; without a page it is only named."""

    name: str
    link: Link | None
    day: date | None
    """When the duties changed hands."""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The figures of a fiscal year; without documents in its folder it has no page."""

    name: str
    link: Link | None
    summary: Summary


@dataclass(frozen=True, kw_only=True)
class DepartmentView(View):
    """What a department disclosed over the years."""

    template = "department.md.jinja"

    department: Department
    region: Region
    parent: Relative | None
    successor: Relative | None
    predecessors: Sequence[Relative]
    units: Sequence[Counted]
    count: Count
    history: History
    asked: Sequence[Asked]
    """Ways to ready answers."""
    taken_along: Taken
    data: Link
    years: Sequence[YearFigures]
    """Fiscal years, the oldest first."""
    money: BarChart | None
    """Budget and spending by year, where there are several."""


def views(edition: Edition) -> Iterator[DepartmentView]:
    """One page for each department that has an evaluation."""
    catalog = edition.catalog
    for department in catalog.departments:
        years = tuple(_years(catalog, department))
        parent, successor = catalog.parent(department), catalog.successor(department)
        yield DepartmentView(
            address=department_address(department),
            title=department.name,
            description=f"{department.name}历年公开的绩效评价",
            publisher=edition.publisher,
            breadcrumb=(home_link(), departments_link()),
            notices=notices_of(edition, department),
            department=department,
            region=catalog.region(department),
            parent=_relative(catalog, parent, None) if parent else None,
            successor=_relative(catalog, successor, department.until) if successor else None,
            predecessors=tuple(
                _relative(catalog, d, d.until) for d in catalog.predecessors(department)
            ),
            units=tuple(counted(catalog, unit) for unit in catalog.units(department)),
            count=catalog.count(catalog.by_department[department.id]),
            history=history(catalog, department),
            asked=tuple(problems.ways_of(edition, department)),
            taken_along=taken(of_department(catalog, department)),
            data=data_link(),
            years=years,
            money=_money(years, as_stated=catalog.as_stated),
        )


def _relative(catalog: Catalog, other: Department, day: date | None) -> Relative:
    has_page = other.id in catalog.by_department
    link = Link(other.name, department_address(other)) if has_page else None
    return Relative(other.name, link, day)


def _years(catalog: Catalog, department: Department) -> Iterator[YearFigures]:
    listed = {entry.year for entry in catalog.by_department[department.id]}
    for year in sorted(listed | catalog.fiscal_years(department)):
        address = department_year_address(year, department)
        link = Link(f"{year}年度", address) if year in listed else None
        yield YearFigures(f"{year}年度", link, catalog.of_department(department, year))


def _money(years: Sequence[YearFigures], *, as_stated: bool) -> BarChart | None:
    lines = [(y.name, *y.summary.figures.compared) for y in years]
    return money_chart(
        "money-chart", "历年项目的支出与预算合计", lines, fewest=2, as_stated=as_stated
    )
