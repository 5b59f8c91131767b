"""The page of one department: its evaluations over the years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, Entry
from generator.publisher import Department, Region
from generator.views.base import (
    Link,
    View,
    department_address,
    department_year_address,
    departments_link,
    home_link,
    notices_of,
)


@dataclass(frozen=True, slots=True)
class YearPart:
    """A department's evaluations of one year."""

    link: Link
    entries: Sequence[Entry]


@dataclass(frozen=True, kw_only=True)
class DepartmentView(View):
    """What a department disclosed, year by year."""

    template = "department.md.jinja"

    department: Department
    region: Region
    parent: Link | None
    years: Sequence[YearPart]


def views(catalog: Catalog) -> Iterator[DepartmentView]:
    """One page for each department that has an evaluation."""
    for department in catalog.departments:
        years = dict.fromkeys(e.record.year for e in catalog.by_department[department.id])
        yield DepartmentView(
            address=department_address(department),
            title=department.name,
            description=f"{department.name}历年公开的绩效评价",
            publisher=catalog.publisher,
            breadcrumb=(home_link(), departments_link()),
            notices=notices_of(catalog, department),
            department=department,
            region=catalog.region(department),
            parent=_parent(catalog, department),
            years=tuple(
                YearPart(
                    Link(f"{year}年度", department_year_address(year, department)),
                    catalog.by_year_and_department[year, department.id],
                )
                for year in years
            ),
        )


def _parent(catalog: Catalog, department: Department) -> Link | None:
    """The department above, where it has a page."""
    parent = catalog.parent(department)
    has_page = parent is not None and parent.id in catalog.by_department
    return Link(parent.name, department_address(parent)) if parent and has_page else None
