"""The page of data to take along: every file, and what its columns mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.exports import lists, places
from generator.exports.evaluations import table_of
from generator.exports.lists import Listed
from generator.model.register import Region
from generator.pages.addresses import data_link, home_link
from generator.pages.edition import Edition
from generator.pages.parts.downloads import Taken, taken
from generator.pages.views.base import View, all_notices
from generator.tables import Column


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column means."""

    key: str
    heading: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sort of rows."""

    name: str
    columns: Sequence[Meaning]
    schema: str
    """Of its rows for programs: in lists, else in the files of reports."""


@dataclass(frozen=True, kw_only=True)
class DataView(View):
    """For spreadsheets, for programs, for readers of feeds."""

    template = "data.md.jinja"

    everything: Taken
    years: Sequence[Taken]
    regions: Sequence[tuple[Region, Sequence[Taken]]]
    sheets: Sequence[Sheet]


def views(edition: Edition) -> Iterator[DataView]:
    """One page; a site without evaluations has nothing to take along."""
    catalog = edition.catalog
    if not catalog.entries:
        return
    years = [lists.of_year(catalog, year) for year in catalog.by_year]
    departments = [(d, lists.of_department(catalog, d)) for d in catalog.departments]
    every = (lists.everything(catalog), *years, *(listed for _, listed in departments))
    yield DataView(
        address=data_link().address,
        title=data_link().title,
        description="评价、问题、整改和指标的表格，全部、按年度、按部门：CSV、Excel、JSON 和订阅",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        everything=taken(every[0]),
        years=tuple(map(taken, years)),
        regions=tuple(
            (region, tuple(taken(listed) for d, listed in departments if d.region == region.id))
            for region in catalog.regions_of(catalog.entries)
        ),
        sheets=(
            _sheet("评价", table_of("", (), catalog).columns, places.schema()),
            *_sheets(every),
        ),
    )


def _sheets(every: Sequence[Listed]) -> Iterator[Sheet]:
    """Of the sorts of rows that a list has."""
    sorts = {sort.id: sort for listed in every for sort, _ in listed.beside}
    for sort in sorts.values():
        schema = places.schema(sort.id if sort.has_json else places.DOCUMENTS)
        yield _sheet(sort.name, sort.columns, schema)


def _sheet(name: str, columns: Sequence[Column[Any]], schema: str) -> Sheet:
    return Sheet(name, tuple(Meaning(c.key, c.heading, c.meaning) for c in columns), schema)
