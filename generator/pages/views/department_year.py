"""The page of one department in one year."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalog import Summary
from generator.model.register import Region
from generator.pages.addresses import (
    Link,
    department_address,
    department_year_address,
    home_link,
    year_link,
)
from generator.pages.edition import Edition
from generator.pages.views.base import View, notices_of


@dataclass(frozen=True, kw_only=True)
class DepartmentYearView(View):
    """A department's evaluations of one year."""

    template = "department_year.md.jinja"

    department_page: Link
    region: Region
    summary: Summary


def views(edition: Edition) -> Iterator[DepartmentYearView]:
    """One page for each year and department that have an evaluation."""
    catalog = edition.catalog
    for department in catalog.departments:
        for year in dict.fromkeys(e.year for e in catalog.by_department[department.id]):
            summary = catalog.of_department(department, year)
            documents = summary.count.documents
            yield DepartmentYearView(
                address=department_year_address(year, department),
                title=f"{department.name}{year}年度绩效评价",
                description=f"{department.name}{year}年度公开的 {documents} 份绩效评价",
                publisher=edition.publisher,
                breadcrumb=(home_link(), year_link(year)),
                notices=notices_of(edition, department),
                department_page=Link(department.name, department_address(department)),
                region=catalog.region(department),
                summary=summary,
            )
