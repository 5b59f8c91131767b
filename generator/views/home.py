"""The home page: years, departments, the latest evaluations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, Entry, Summary
from generator.publisher import Region
from generator.views.base import (
    DEPARTMENTS,
    HOME,
    Link,
    Prose,
    View,
    department_address,
    year_address,
)

LATEST = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """A way to a year or department, and how many evaluations it leads to."""

    link: Link
    count: int


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """What there is, at a glance."""

    template = "home.md.jinja"

    introduction: Prose
    regions: Sequence[tuple[Region, Summary]]
    years: Sequence[Counted]
    departments: Sequence[Counted]
    departments_address: str
    latest: Sequence[Entry]


def views(catalog: Catalog) -> Iterator[HomeView]:
    """One page."""
    notice = catalog.publisher.notice
    yield HomeView(
        address=HOME,
        title=catalog.publisher.name,
        description=f"{catalog.publisher.organiser}公开的财政支出绩效评价结果，按年度和部门查阅",
        publisher=catalog.publisher,
        notices=(notice,) if notice else (),
        introduction=Prose(catalog.introduction),
        regions=catalog.by_region(catalog.entries),
        years=tuple(
            Counted(Link(f"{year}年度", year_address(year)), len(entries))
            for year, entries in catalog.by_year.items()
        ),
        departments=tuple(
            Counted(Link(d.name, department_address(d)), len(catalog.by_department[d.id]))
            for d in catalog.departments
        ),
        departments_address=DEPARTMENTS,
        latest=catalog.entries[:LATEST],
    )
