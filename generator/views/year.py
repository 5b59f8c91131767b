"""The page of one year: its departments and evaluations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, Entry, Summary
from generator.publisher import Department, Region
from generator.views.base import (
    Link,
    View,
    department_year_address,
    home_link,
    site_notices,
    year_address,
)


@dataclass(frozen=True, slots=True)
class DepartmentPart:
    """A department's evaluations of the year."""

    link: Link
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class RegionPart:
    """A region with its figures; never added to another region's."""

    region: Region
    summary: Summary
    departments: Sequence[DepartmentPart]


@dataclass(frozen=True, kw_only=True)
class YearView(View):
    """All that was disclosed for a fiscal year."""

    template = "year.md.jinja"

    count: int
    regions: Sequence[RegionPart]


def views(catalog: Catalog) -> Iterator[YearView]:
    """One page for each year that has an evaluation."""
    for year, entries in catalog.by_year.items():
        yield YearView(
            address=year_address(year),
            title=f"{year}年度绩效评价",
            description=f"{year}年度公开的 {len(entries)} 份财政支出绩效评价，按部门列出",
            publisher=catalog.publisher,
            breadcrumb=(home_link(),),
            notices=site_notices(catalog, entries),
            count=len(entries),
            regions=tuple(
                RegionPart(region, summary, tuple(_departments(catalog, year, region)))
                for region, summary in catalog.by_region(entries)
            ),
        )


def _departments(catalog: Catalog, year: int, region: Region) -> Iterator[DepartmentPart]:
    for department in catalog.departments:
        entries = catalog.by_year_and_department.get((year, department.id))
        if entries and department.region == region.id:
            yield DepartmentPart(_link(year, department), entries)


def _link(year: int, department: Department) -> Link:
    return Link(department.name, department_year_address(year, department))
