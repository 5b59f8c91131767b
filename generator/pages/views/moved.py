"""The pages at former addresses of documents: each leads on to where the document stands now."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.intake.records import Record
from generator.pages.addresses import Link, home_link
from generator.pages.edition import Edition
from generator.pages.views.base import View, notices_of


@dataclass(frozen=True, kw_only=True)
class MovedView(View):
    """An old address, kept for the links that lead to it."""

    template = "moved.md.jinja"

    target: Link


def views(edition: Edition) -> Iterator[MovedView]:
    """One page for each former address of each document."""
    records = edition.catalog.records
    taken = {record.address for record in records}
    for record in records:
        for address in record.former_addresses:
            if address not in taken:
                taken.add(address)
                yield _view(edition, record, address)


def _view(edition: Edition, record: Record, address: str) -> MovedView:
    title = record.head.title
    return MovedView(
        address=address,
        title=title,
        description=f"本页已移到新的网址：{title}",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=notices_of(edition, record.department),
        source=record.path,
        leads_to=record.address,
        target=Link(title, record.address),
    )
