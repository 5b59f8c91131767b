"""The map of the site: every page that is not a report, for readers rather than engines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.model.register import Department, Region
from generator.pages.addresses import (
    DICTIONARY,
    RULES,
    SITEMAP,
    Link,
    data_link,
    department_address,
    departments_link,
    frame_address,
    frames_link,
    home_link,
    search_link,
    year_link,
    years_link,
)
from generator.pages.edition import Edition
from generator.pages.views import problems
from generator.pages.views.base import Counted, View, all_notices
from generator.pages.views.question import ways


@dataclass(frozen=True, kw_only=True)
class SitemapView(View):
    """All ways through the site."""

    template = "sitemap.md.jinja"

    entrances: Sequence[Link]
    years: Sequence[Counted]
    regions: Sequence[tuple[Region, Sequence[Counted]]]
    frames: Sequence[Counted]
    pages: Sequence[Link]
    """Written by hand."""


def views(edition: Edition) -> Iterator[SitemapView]:
    """One page."""
    catalog = edition.catalog
    yield SitemapView(
        address=SITEMAP,
        title="网站地图",
        description="本站的全部栏目、年度、部门和说明页面",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        entrances=(
            home_link(), search_link(), departments_link(), frames_link(),
            *([years_link()] if catalog.entries else []),
            *(way.link for way in (*ways(edition), *problems.ways_of_all(edition))),
            *([Link("核对规则", RULES)] if edition.explains_rules else []),
            *([data_link()] if catalog.entries else []), Link("数据字典", DICTIONARY),
        ),
        years=tuple(Counted(year_link(y), catalog.count(e)) for y, e in catalog.by_year.items()),
        regions=tuple(departments_by_region(catalog)),
        frames=tuple(
            Counted(
                Link(frame.name, frame_address(frame)), catalog.count(catalog.by_frame[frame.id])
            )
            for frame in catalog.frames
        ),
        pages=tuple(Link(page.title, page.address) for page in edition.written.pages),
    )  # fmt: skip


def counted(catalog: Catalog, department: Department) -> Counted:
    """A way to a department, and how many documents it has."""
    link = Link(department.name, department_address(department))
    return Counted(link, catalog.count(catalog.by_department[department.id]))


def departments_by_region(catalog: Catalog) -> Iterator[tuple[Region, Sequence[Counted]]]:
    """Each region with its departments, and how many evaluations each of them has."""
    for region in catalog.regions_of(catalog.entries):
        yield (
            region,
            tuple(counted(catalog, d) for d in catalog.departments if d.region == region.id),
        )
