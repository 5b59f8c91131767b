"""Where the tables and feeds of a site stand. Addresses are permanent: programs read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalog import Entry
from generator.model.register import Department

FOLDER = "data/v1/"
"""The number rises when a column changes its meaning or goes; more columns may come."""
SCHEMA = f"{FOLDER}schema.json"
ALL = "evaluations"
FEED = "feed.xml"


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one list."""

    stem: str
    """Path in the tree without an ending."""
    name: str
    """What the list is called, and its files when they are saved."""
    feed: str | None = None
    """Where it has one."""

    @property
    def csv(self) -> str:
        return f"{self.stem}.csv"

    @property
    def workbook(self) -> str:
        return f"{self.stem}.xlsx"

    @property
    def json(self) -> str:
        return f"{self.stem}.json"


def of_all(entries: Iterable[Entry]) -> Place:
    """All evaluations of a site."""
    return Place(f"{FOLDER}{ALL}", "全部绩效评价", _feed(f"{FOLDER}{FEED}", entries))


def of_year(year: int) -> Place:
    """Those of a year."""
    return Place(f"{FOLDER}{year}", f"{year}年度绩效评价")


def of_department(department: Department, entries: Iterable[Entry]) -> Place:
    """Those of a department, of all years."""
    stem = f"{FOLDER}departments/{department.id}"
    return Place(stem, f"{department.name}绩效评价", _feed(f"{stem}.xml", entries))


def _feed(place: str, entries: Iterable[Entry]) -> str | None:
    """A feed tells days: there is none where nobody says when anything was disclosed."""
    return place if any(e.published and not e.anchor for e in entries) else None
