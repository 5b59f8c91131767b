"""The search page: its form, room for what scripts list, and the lists that do without them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.register import Region
from generator.pages.addresses import SEARCH, Link, data_link, home_link, search_link, year_link
from generator.pages.edition import Edition
from generator.pages.views.base import Counted, View, all_notices
from generator.pages.views.question import Asked, ways
from generator.pages.views.sitemap import departments_by_region


@dataclass(frozen=True, kw_only=True)
class SearchView(View):
    """What a reader sees without JavaScript, or where nothing was found."""

    template = "search.md.jinja"

    years: Sequence[Counted]
    regions: Sequence[tuple[Region, Sequence[Counted]]]
    asked: Sequence[Asked]
    """Ways to ready answers."""
    data: Link | None
    """None where there is nothing to take along."""


def views(edition: Edition) -> Iterator[SearchView]:
    """One page; its results may be of every region, and it bears the banners of all."""
    catalog = edition.catalog
    yield SearchView(
        address=SEARCH,
        title=search_link().title,
        description="在公开的绩效评价报告、存在问题和建议中查找，可按年度、部门、等级等筛选",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        years=tuple(Counted(year_link(y), catalog.count(e)) for y, e in catalog.by_year.items()),
        regions=tuple(departments_by_region(catalog)),
        asked=ways(edition),
        data=data_link() if catalog.entries else None,
    )
