"""The ways through a site that every page shows."""

from dataclasses import dataclass

from generator.pages.addresses import (
    HOME_URI,
    PAGE,
    departments_link,
    frames_link,
    home_link,
    review_link,
    year_link,
)
from generator.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """An entry of the navigation: a page, or a heading over others."""

    title: str
    uri: str | None = None
    children: tuple["NavigationItem", ...] = ()


def navigation(edition: Edition) -> tuple[NavigationItem, ...]:
    """Home, years, departments, frames: reports are reached by lists, breadcrumbs and search.

    A preview leads to the reviewer's list as well.
    """
    years = tuple(
        NavigationItem(link.title, link.address + PAGE)
        for link in map(year_link, edition.catalog.years)
    )
    home, departments, frames = home_link(), departments_link(), frames_link()
    review = review_link()
    return (
        NavigationItem(home.title, HOME_URI),
        *([NavigationItem("年度", children=years)] if years else []),
        NavigationItem(departments.title, departments.address + PAGE),
        NavigationItem(frames.title, frames.address + PAGE),
        *([NavigationItem(review.title, review.address + PAGE)] if edition.is_preview else []),
    )
