"""What somebody needs who cites a report, and the files that its tables stand in."""

from dataclasses import dataclass
from datetime import date

from generator.catalog import Entry
from generator.exports.lists import INDICATOR, PROBLEM, RECTIFICATION
from generator.exports.places import Place, of_document, of_year
from generator.model.publisher import Publisher
from generator.pages.parts.downloads import Taken


@dataclass(frozen=True, slots=True)
class Citation:
    """One line, in its parts."""

    producer: str
    """Who made the report public, else whose it is."""
    title: str
    document_number: str
    published: date | None
    issued: date | None
    site: str
    address: str
    """Below that of the site, which only a reader's browser knows."""
    digest: str
    """Of the record's file; empty where it stands in none."""
    own: Place
    """Its own files."""
    has_indicators: bool
    """Whether its indicators are one of them."""
    taken_along: Taken
    """The lists of its year that have its rows."""


def citation_of(document: Entry, publisher: Publisher) -> Citation:
    """Of one report."""
    record = document.record
    disclosure = record.evaluation.disclosure
    items = [matter.item for matter in (record.matter, *record.matter.below)]
    has_indicators = any(item.indicators for item in items)
    had = (
        (PROBLEM, any(item.findings for item in items)),
        (RECTIFICATION, any(item.rectification for item in items)),
        (INDICATOR, has_indicators),
    )
    place = of_year(record.year)
    return Citation(
        disclosure.publisher or record.department.name,
        record.head.title,
        disclosure.document_number or "",
        disclosure.published,
        disclosure.issued,
        publisher.name,
        record.address,
        record.form.document.digest,
        of_document(document),
        has_indicators,
        Taken(place, tuple(sort.beside(place) for sort, has in had if has)),
    )
