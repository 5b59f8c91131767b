"""The page of all years, side by side: what each has, and what its ready questions answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Summary
from generator.exports import lists
from generator.model.register import Region
from generator.pages.addresses import Link, data_link, home_link, year_link, years_link
from generator.pages.edition import Edition
from generator.pages.parts.downloads import Taken, taken
from generator.pages.views import problems
from generator.pages.views.base import View, all_notices
from generator.pages.views.question import Asked, ways


@dataclass(frozen=True, slots=True)
class YearLine:
    """What a region has of a year."""

    link: Link
    summary: Summary


@dataclass(frozen=True, slots=True)
class RegionYears:
    """The years of a region, the newest first."""

    region: Region
    lines: Sequence[YearLine]


@dataclass(frozen=True, slots=True)
class Answered:
    """The ready questions that a year answers."""

    link: Link
    asked: Sequence[Asked]


@dataclass(frozen=True, kw_only=True)
class YearsView(View):
    """All years of a site."""

    template = "years.md.jinja"

    regions: Sequence[RegionYears]
    answered: Sequence[Answered]
    taken_along: Taken
    data: Link


def views(edition: Edition) -> Iterator[YearsView]:
    """One page; a site without evaluations has no years."""
    catalog = edition.catalog
    if not catalog.entries:
        return
    of_region: dict[str, tuple[Region, list[YearLine]]] = {}
    for year, entries in catalog.by_year.items():
        for region, summary in catalog.by_region(entries, year):
            _, lines = of_region.setdefault(region.id, (region, []))
            lines.append(YearLine(year_link(year), summary))
    answers = (
        Answered(year_link(year), (*ways(edition, year), *problems.ways(edition, year)))
        for year in catalog.by_year
    )
    yield YearsView(
        address=years_link().address,
        title=years_link().title,
        description="各年度公开的绩效评价：份数、资金、等级和常问的问题",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        regions=tuple(RegionYears(region, tuple(ls)) for region, ls in of_region.values()),
        answered=tuple(one for one in answers if one.asked),
        taken_along=taken(lists.everything(catalog)),
        data=data_link(),
    )
