"""The list of departments, by region and kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.publisher import DepartmentKind, Region
from generator.views.base import (
    DEPARTMENTS,
    Link,
    View,
    department_address,
    home_link,
    site_notices,
)


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """A department, and what it disclosed for which years."""

    link: Link
    count: int
    years: Sequence[int]


@dataclass(frozen=True, slots=True)
class KindPart:
    """Departments of one kind in one region."""

    region: Region
    kind: DepartmentKind
    departments: Sequence[DepartmentLine]


@dataclass(frozen=True, kw_only=True)
class DepartmentsView(View):
    """Every department with at least one evaluation."""

    template = "departments.md.jinja"

    kinds: Sequence[KindPart]


def views(catalog: Catalog) -> Iterator[DepartmentsView]:
    """One page."""
    yield DepartmentsView(
        address=DEPARTMENTS,
        title="部门",
        description="按部门查阅已公开的绩效评价",
        publisher=catalog.publisher,
        breadcrumb=(home_link(),),
        notices=site_notices(catalog, catalog.entries),
        kinds=tuple(_kinds(catalog)),
    )


def _kinds(catalog: Catalog) -> Iterator[KindPart]:
    for region in catalog.regions:
        for kind in DepartmentKind:
            lines = tuple(
                DepartmentLine(
                    Link(d.name, department_address(d)),
                    len(catalog.by_department[d.id]),
                    tuple(dict.fromkeys(e.record.year for e in catalog.by_department[d.id])),
                )
                for d in catalog.departments
                if d.region == region.id and d.kind is kind
            )
            if lines:
                yield KindPart(region, kind, lines)
