"""What a region says of itself stands wherever something of it does."""

import posixpath
import re

from helpers import showcase

HREF = re.compile(r'href="([^"#?]+)')


def test_whatever_leads_to_reports_of_a_region_bears_its_notice() -> None:
    catalog = showcase.published().catalog
    assert catalog is not None
    noted = {region.id: region.note for region in catalog.regions if region.note}
    notes = {one.address: noted.get(one.region) for one in catalog.documents}
    assert len(set(notes.values())) > 1
    silent = {
        f"{address}: {note}"
        for address, text in showcase.texts().items()
        for note in {notes.get(_leads_to(address, href)) for href in HREF.findall(text)}
        if note and note not in text
    }
    assert silent == set()


def _leads_to(address: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(address, href)).removesuffix("index.html")
