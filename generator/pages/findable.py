"""What a search finds beside reports, with the pages where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.intake.written import WrittenPage
from generator.pages.addresses import (
    department_address,
    departments_link,
    frame_address,
    frames_link,
)
from generator.pages.edition import Edition

_PAGE = "页面"


class Findable(NamedTuple):
    """A place of the site that is no report, in plain text."""

    label: str
    """What readers call its kind: the title of a page, for its sections."""
    title: str
    address: str
    text: str
    """What is searched and shown below the title."""


def findable(edition: Edition) -> Iterator[Findable]:
    """Departments and frames that have pages, then what is written by hand."""
    catalog = edition.catalog
    for department in catalog.departments:
        names = (*department.aliases, *department.former_names)
        address = department_address(department)
        yield Findable(departments_link().title, department.name, address, "、".join(names))
    for frame in catalog.frames:
        yield Findable(frames_link().title, frame.name, frame_address(frame), frame.description)
    for page in edition.written.pages:
        yield from _of_page(page)


def _of_page(page: WrittenPage) -> Iterator[Findable]:
    """A page with what stands outside of sections that have an id, then each of these."""
    own = [one.below for one in page.passages if one.level == 1 or not one.id]
    yield Findable(_PAGE, page.title, page.address, " ".join(filter(None, own)))
    for one in page.passages:
        if one.level > 1 and one.id:
            yield Findable(page.title, one.text, f"{page.address}#{one.id}", one.below)
