"""The search page: its form, its empty result list, and the lists that do without a search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.register import Region
from generator.pages.addresses import SEARCH, home_link, search_link, year_link
from generator.pages.edition import Edition
from generator.pages.views.base import Counted, View, all_notices
from generator.pages.views.sitemap import departments_by_region


@dataclass(frozen=True, kw_only=True)
class SearchView(View):
    """What a reader sees before the first query, and without JavaScript."""

    template = "search.md.jinja"

    years: Sequence[Counted]
    regions: Sequence[tuple[Region, Sequence[Counted]]]


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
    )
