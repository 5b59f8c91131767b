"""The page of data to take along: every file, and what its columns mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.exports import places
from generator.exports.evaluations import table_of
from generator.exports.places import Place
from generator.model.register import Region
from generator.pages.addresses import data_link, home_link
from generator.pages.edition import Edition
from generator.pages.views.base import View, all_notices


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column means."""

    key: str
    heading: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class DataView(View):
    """For spreadsheets, for programs, for readers of feeds."""

    template = "data.md.jinja"

    everything: Place
    years: Sequence[Place]
    regions: Sequence[tuple[Region, Sequence[Place]]]
    columns: Sequence[Meaning]
    schema: str


def views(edition: Edition) -> Iterator[DataView]:
    """One page; a site without evaluations has nothing to take along."""
    catalog = edition.catalog
    if not catalog.entries:
        return
    table = table_of("", (), catalog)
    yield DataView(
        address=data_link().address,
        title=data_link().title,
        description="全部、各年度、各部门的评价表格：CSV、Excel 工作簿、JSON 和订阅，附栏目说明",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        everything=places.of_all(catalog.entries),
        years=tuple(map(places.of_year, catalog.by_year)),
        regions=tuple(
            (
                region,
                tuple(
                    places.of_department(department, catalog.by_department[department.id])
                    for department in catalog.departments
                    if department.region == region.id
                ),
            )
            for region, _ in catalog.by_region(catalog.entries)
        ),
        columns=tuple(Meaning(one.key, one.heading, one.meaning) for one in table.columns),
        schema=places.SCHEMA,
    )
