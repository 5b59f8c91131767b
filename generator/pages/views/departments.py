"""The list of departments, by region and kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, Count
from generator.model.register import Department, DepartmentKind, Region
from generator.pages.addresses import (
    DEPARTMENTS,
    Link,
    department_address,
    department_year_address,
    home_link,
)
from generator.pages.edition import Edition
from generator.pages.views.base import View, all_notices


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """A department, how much it disclosed, and its latest year."""

    link: Link
    aliases: Sequence[str]
    count: Count
    latest: Link
    latest_count: Count


@dataclass(frozen=True, slots=True)
class KindPart:
    """Departments of one kind."""

    kind: DepartmentKind
    departments: Sequence[DepartmentLine]


@dataclass(frozen=True, slots=True)
class RegionPart:
    """The departments of one region, and how many there are."""

    region: Region
    count: int
    kinds: Sequence[KindPart]


@dataclass(frozen=True, kw_only=True)
class DepartmentsView(View):
    """Every department with at least one evaluation."""

    template = "departments.md.jinja"

    regions: Sequence[RegionPart]


def views(edition: Edition) -> Iterator[DepartmentsView]:
    """One page."""
    catalog = edition.catalog
    yield DepartmentsView(
        address=DEPARTMENTS,
        title="部门",
        description="按部门查阅已公开的绩效评价",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        regions=tuple(_regions(catalog)),
    )


def _regions(catalog: Catalog) -> Iterator[RegionPart]:
    for region in catalog.regions_of(catalog.entries):
        here = [d for d in catalog.departments if d.region == region.id]
        kinds = tuple(
            KindPart(kind, lines)
            for kind in DepartmentKind
            if (lines := tuple(_line(catalog, d) for d in here if d.kind is kind))
        )
        yield RegionPart(region, len(here), kinds)


def _line(catalog: Catalog, department: Department) -> DepartmentLine:
    entries = catalog.by_department[department.id]
    year = entries[0].year
    return DepartmentLine(
        Link(department.name, department_address(department)),
        department.aliases,
        catalog.count(entries),
        Link(f"{year}年度", department_year_address(year, department)),
        catalog.count(catalog.by_year_and_department[year, department.id]),
    )
