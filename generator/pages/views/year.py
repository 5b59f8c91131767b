"""The page of one year: grades, totals by department, all its evaluations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, Count, Summary
from generator.exports.lists import of_year
from generator.model.register import Department, Region
from generator.pages.addresses import (
    Link,
    data_link,
    department_address,
    department_year_address,
    home_link,
    year_address,
    year_link,
)
from generator.pages.charts.bars import BarChart
from generator.pages.charts.money import money_chart
from generator.pages.edition import Edition
from generator.pages.parts.downloads import Taken, taken
from generator.pages.parts.grades import Grades, grades
from generator.pages.views import problems
from generator.pages.views.base import View, site_notices
from generator.pages.views.question import Asked, ways

_FEWEST_TO_COMPARE = 2


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """A department's sums of the year; it leads to the department where the year has none."""

    link: Link
    short_name: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class RegionPart:
    """A region with its figures; never added to another region's."""

    region: Region
    summary: Summary
    grades: Grades | None
    """None where there is nothing to compare, as with the chart."""
    departments: Sequence[DepartmentLine]
    chart: BarChart | None
    list_title: str


@dataclass(frozen=True, kw_only=True)
class YearView(View):
    """All that was disclosed for a fiscal year."""

    template = "year.md.jinja"

    count: Count
    regions: Sequence[RegionPart]
    asked: Sequence[Asked]
    """Ways to ready answers."""
    taken_along: Taken
    data: Link
    earlier: Link | None
    later: Link | None


def views(edition: Edition) -> Iterator[YearView]:
    """One page for each year that has an evaluation."""
    catalog = edition.catalog
    for n, (year, entries) in enumerate(catalog.by_year.items()):
        count = catalog.count(entries)
        said = f"{year}年度公开的 {count.documents} 份绩效评价"
        yield YearView(
            address=year_address(year),
            title=f"{year}年度绩效评价",
            description=f"{said}：等级、各部门合计和全部报告",
            publisher=edition.publisher,
            breadcrumb=(home_link(),),
            notices=site_notices(edition, entries),
            count=count,
            regions=tuple(
                _part(catalog, year, region, summary)
                for region, summary in catalog.by_region(entries, year)
            ),
            asked=(*ways(edition, year), *problems.ways(edition, year)),
            taken_along=taken(of_year(catalog, year)),
            data=data_link(),
            later=year_link(catalog.years[n - 1]) if n else None,
            earlier=year_link(catalog.years[n + 1]) if n + 1 < len(catalog.years) else None,
        )


def _part(catalog: Catalog, year: int, region: Region, summary: Summary) -> RegionPart:
    departments = tuple(_departments(catalog, year, region))
    graded = summary.figures.graded
    lines = ((d.short_name, *d.summary.figures.compared) for d in departments)
    title = f"{region.name}{year}年度评价等级（份）"
    name, subject = f"departments-{region.id}", f"{region.name}各部门项目的支出与预算合计"
    return RegionPart(
        region,
        summary,
        grades(f"grades-{region.id}", title, [(f"{year}年度", graded)])
        if len(graded) >= _FEWEST_TO_COMPARE
        else None,
        departments,
        money_chart(name, subject, lines, fewest=2, as_stated=catalog.as_stated),
        f"{region.name}{year}年度全部评价报告",
    )


def _departments(catalog: Catalog, year: int, region: Region) -> Iterator[DepartmentLine]:
    for department in catalog.departments:
        if department.region != region.id:
            continue
        is_listed = (year, department.id) in catalog.by_year_and_department
        if is_listed or year in catalog.fiscal_years(department):
            yield DepartmentLine(
                _link(year if is_listed else None, department),
                department.short_name,
                catalog.of_department(department, year),
            )


def _link(year: int | None, department: Department) -> Link:
    if year is None:
        return Link(department.name, department_address(department))
    return Link(department.name, department_year_address(year, department))
