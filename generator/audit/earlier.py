"""Earlier documents on the same thing: what one may be copied from, or fall behind."""

from collections.abc import Iterator

from generator.catalog import Catalog, Entry
from generator.intake.records import Matter, Record


def earlier(catalog: Catalog, entry: Entry) -> Iterator[tuple[Record, Matter]]:
    """Last year's document of the project, then those of earlier years that this one names."""
    before, _ = catalog.neighbours(entry)
    if before is not None and before.record.year == entry.record.year - 1:
        yield before.record, before.matter
    for reference in catalog.relations.named_by(entry.record):
        named = reference.record
        is_told = before is not None and named is before.record
        if named is not None and not is_told and named.year < entry.record.year:
            yield named, named.matter
