"""Where the tables and feeds of a site stand. Addresses are permanent: programs read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalog import Entry
from generator.model.register import Department

FOLDER = "data/v1/"
"""The number rises when a column changes its meaning or goes; more columns may come."""
ALL = "evaluations"
DOCUMENTS = "documents"
FEED = "feed.xml"
_EVALUATIONS = "绩效评价"


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one list."""

    stem: str
    """Path in the tree without an ending."""
    whose: str
    """Of which year, of which department; or all."""
    what: str = _EVALUATIONS
    """What its rows are."""
    feed: str | None = None
    """Where it has one."""
    has_workbook: bool = True
    has_json: bool = True

    @property
    def name(self) -> str:
        """What the list is called, and its files when they are saved."""
        return f"{self.whose}{self.what}"

    @property
    def csv(self) -> str:
        return f"{self.stem}.csv"

    @property
    def workbook(self) -> str | None:
        """None for what has a sheet in the workbook of the evaluations, or none at all."""
        return f"{self.stem}.xlsx" if self.has_workbook else None

    @property
    def json(self) -> str | None:
        """None for rows that are too many to stand in a second form."""
        return f"{self.stem}.json" if self.has_json else None

    def beside(self, folder: str, what: str, *, has_json: bool = True) -> "Place":
        """Where rows of another sort stand of the same year, department, or all."""
        rest = self.stem.removeprefix(FOLDER)
        stem = f"{FOLDER}{folder}/{'all' if rest == ALL else rest}"
        return Place(stem, self.whose, what, has_workbook=False, has_json=has_json)


def schema(folder: str = "") -> str:
    """What the keys of the rows in a folder mean."""
    return f"{FOLDER}{folder}{'/' if folder else ''}schema.json"


def of_document(document: Entry) -> Place:
    """What one document says: all of it as JSON, its indicators as CSV too."""
    stem = f"{FOLDER}{DOCUMENTS}/{document.address.rstrip('/')}"
    return Place(stem, document.record.head.title, "", has_workbook=False)


def of_all(entries: Iterable[Entry]) -> Place:
    """All evaluations of a site."""
    return Place(f"{FOLDER}{ALL}", "全部", feed=_feed(f"{FOLDER}{FEED}", entries))


def of_year(year: int) -> Place:
    """Those of a year."""
    return Place(f"{FOLDER}{year}", f"{year}年度")


def of_department(department: Department, entries: Iterable[Entry]) -> Place:
    """Those of a department, of all years."""
    stem = f"{FOLDER}departments/{department.id}"
    return Place(stem, department.name, feed=_feed(f"{stem}.xml", entries))


def _feed(place: str, entries: Iterable[Entry]) -> str | None:
    """A feed tells days: there is none where nobody says when anything was disclosed."""
    return place if any(e.published and not e.anchor for e in entries) else None
