"""What was disclosed lately, as Atom feeds (RFC 4287): of the whole site, of each department.

A feed's own address is not known here, since one tree serves any address: entries lead to pages
relative to the feed, and ids are made from the addresses, which are permanent.
"""

import uuid
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree

from generator.catalog import Entry
from generator.privacy.numbers import masked
from generator.values.text import FORBIDDEN

LATEST = 50
"""Disclosures in a feed."""
_ATOM = "http://www.w3.org/2005/Atom"
_SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "gongkai")


def feed(name: str, entries: Sequence[Entry], place: str) -> str:
    """The documents among these, the latest first; those without a date of disclosure are not.

    `place` is the feed's own path in the tree.
    """
    dated = [(e.published, e) for e in entries if e.published is not None and not e.anchor]
    newest = sorted(dated, key=lambda one: (one[0], one[1].address), reverse=True)[:LATEST]
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(_tag("feed"))
    up = "../" * place.count("/")
    _text(root, "id", _id(place))
    _text(root, "title", name)
    for day, _ in newest[:1]:
        _text(root, "updated", _day(day))
    for day, entry in newest:
        one = ElementTree.SubElement(root, _tag("entry"))
        _text(one, "id", _id(entry.address))
        _text(one, "title", entry.record.head.title)
        _text(one, "updated", _day(day))
        _text(ElementTree.SubElement(one, _tag("author")), "name", entry.department)
        href = f"{up}{entry.address}index.html"
        ElementTree.SubElement(one, _tag("link"), {"rel": "alternate", "href": href})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _tag(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, _tag(name)).text = masked(FORBIDDEN.sub("", text))


def _id(address: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, address)}"


def _day(day: date) -> str:
    """Midnight where the reports are from: a day is all that is known."""
    return f"{day.isoformat()}T00:00:00+08:00"
