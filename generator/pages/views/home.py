"""The home page: what there is, the ways in, the latest disclosures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalog import Catalog, Entry, Figures, Summary
from generator.model.register import DepartmentKind, Region
from generator.pages.addresses import (
    DEPARTMENTS,
    HOME,
    Link,
    data_link,
    search_link,
    year_link,
    years_link,
)
from generator.pages.edition import Edition
from generator.pages.parts.grades import Grades, grades
from generator.pages.views import problems
from generator.pages.views.base import Counted, Prose, View, all_notices
from generator.pages.views.question import Asked, ways
from generator.pages.views.sitemap import counted

LATEST = 8
_FEWEST_TO_COMPARE = 2
HOW_TO_READ = "how-to-read/"
"""A hand-written page; the home page leads to it where a site has it."""


@dataclass(frozen=True, slots=True)
class RegionPart:
    """A region's key figures, its grades over the years, its departments by kind."""

    region: Region
    summary: Summary
    grades: Grades | None
    """None where there is one year only: nothing to compare."""
    kinds: Mapping[DepartmentKind, Sequence[Counted]]


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """What there is, at a glance."""

    template = "home.md.jinja"

    introduction: Prose
    regions: Sequence[RegionPart]
    years: Sequence[Counted]
    all_years: Link
    asked: Sequence[Asked]
    """Ways to ready answers."""
    data: Link
    explorer: Link
    """All reports, to choose from."""
    all_departments: Link
    department_count: int
    guide: Link | None
    latest: Sequence[Entry]
    names_region: bool
    """Whether the latest may be of several regions."""


def views(edition: Edition) -> Iterator[HomeView]:
    """One page."""
    catalog = edition.catalog
    guide = edition.written.page(HOW_TO_READ)
    yield HomeView(
        address=HOME,
        title=edition.publisher.name,
        description=f"{edition.publisher.organiser}公开的财政支出绩效评价结果，按年度和部门查阅",
        publisher=edition.publisher,
        notices=all_notices(edition),
        introduction=Prose(edition.written.introduction),
        regions=tuple(
            RegionPart(region, summary, _grades(region, summary.figures), _kinds(catalog, region))
            for region, summary in catalog.by_region(catalog.entries)
        ),
        years=tuple(
            Counted(year_link(year), catalog.count(entries))
            for year, entries in catalog.by_year.items()
        ),
        all_years=years_link(),
        asked=(*ways(edition), *problems.ways_of_all(edition)),
        data=data_link(),
        explorer=search_link(),
        all_departments=Link("全部部门", DEPARTMENTS),
        department_count=len(catalog.departments),
        guide=Link(guide.title, guide.address) if guide else None,
        latest=sorted(catalog.documents, key=_disclosed, reverse=True)[:LATEST],
        names_region=len(catalog.regions_of(catalog.entries)) > 1,
    )


def _disclosed(entry: Entry) -> tuple[date, date]:
    """When it was published; reports of one day by when they were written."""
    return entry.published or date.min, entry.issued or date.min


def _grades(region: Region, figures: Figures) -> Grades | None:
    years = figures.graded_by_year
    if len(years) < _FEWEST_TO_COMPARE:
        return None
    groups = [(f"{year}年度", entries) for year, entries in years.items()]
    return grades(f"grades-{region.id}", f"{region.name}各年度评价等级（份）", groups)


def _kinds(catalog: Catalog, region: Region) -> Mapping[DepartmentKind, Sequence[Counted]]:
    kinds: dict[DepartmentKind, list[Counted]] = {}
    for d in catalog.departments:
        if d.region == region.id:
            kinds.setdefault(d.kind, []).append(counted(catalog, d))
    return {kind: kinds[kind] for kind in DepartmentKind if kind in kinds}
