"""What documents beside the evaluations have in common: where they stand, and their head."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.demo.facts import Facts
from generator.source import Plain


@dataclass(frozen=True, slots=True)
class Companion:
    """A document and where it stands, below the folder of records."""

    path: str
    data: dict[str, Plain]


def disclosure(facts: Facts, dates: tuple[date, date]) -> Plain:
    """The metadata of a document that is signed and published on these days."""
    issued, published = dates
    return {
        "publisher": facts.bureau.name,
        "issued": issued.isoformat(),
        "published": published.isoformat(),
        "openness": "proactive",
    }


def days(year: int, of: tuple[int, int]) -> tuple[date, date]:
    """When a document is signed, and when it is published a fortnight later."""
    issued = date(year, *of)
    return issued, issued + timedelta(14)


def amount(number: Decimal) -> str:
    """An amount of money as a document prints it, without idle zeros."""
    return f"{number.normalize():f}"


def marked(data: Mapping[str, Plain]) -> dict[str, Plain]:
    """The data of a record with the word that it is made up, behind its title."""
    head = ("format", "status", "title")
    begin = {name: data[name] for name in head}
    return begin | {"fictional": "true"} | {n: v for n, v in data.items() if n not in head}
