"""What a search finds beside reports, with the pages where it stands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.intake.written import WrittenPage
from generator.model.search_words import SearchWord
from generator.pages.addresses import (
    department_address,
    departments_link,
    frame_address,
    frames_link,
)
from generator.pages.edition import Edition
from generator.pages.views import problems, question

_LIST, _PAGE = "列表", "页面"


class Findable(NamedTuple):
    """A place of the site that is no report, in plain text."""

    label: str
    """What readers call its kind: the title of a page, for its sections."""
    title: str
    address: str
    text: str
    """What is searched and shown below the title."""
    asked: Sequence[str] = ()
    """Words of readers that ask for it, wherever they stand in a question."""


def findable(edition: Edition, words: Sequence[SearchWord] = ()) -> Iterator[Findable]:
    """Ready lists, departments and frames that have pages, then what is written by hand."""
    catalog = edition.catalog
    for list_, link, told in (*question.ready(edition), *problems.ready(edition)):
        asked = [said for word in words if word.ready is list_ for said in word.said]
        yield Findable(_LIST, link.title, link.address, told, asked)
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
