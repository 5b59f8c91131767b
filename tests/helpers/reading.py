"""A page as readers get it: Python-Markdown with the project's extensions, then html5lib."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import markdown
import yaml

from generator.values.text import squeeze

EXTENSIONS = ("attr_list", "toc", "tables", "fenced_code")
"""What mkdocs.yml and MkDocs itself turn on."""
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)
"""As MkDocs looks for it."""


def split(page: str) -> tuple[dict[str, object], str]:
    """Front matter and Markdown of a page."""
    parts = _FRONT_MATTER.fullmatch(page)
    assert parts is not None
    return yaml.safe_load(parts[1]), parts[2]


def parsed(body: str) -> Element:
    """The element tree a browser makes of Markdown."""
    written = markdown.markdown(body, extensions=list(EXTENSIONS), output_format="html")
    root: Element = html5lib.parse(written, namespaceHTMLElements=False)
    return root


def shape(root: Element) -> list[tuple[str, tuple[str, ...], int]]:
    """Elements in document order: name, names of attributes, number of children."""
    return [(str(e.tag), tuple(sorted(e.attrib)), len(e)) for e in root.iter()]


def words(root: Element) -> list[str]:
    """Every text and attribute value in document order, white space folded.

    The ids that the table of contents gives to headings follow from their text, and are left out.
    """
    return [squeeze(text) for element in root.iter() for text in _of(element)]


def _of(element: Element) -> Iterator[str]:
    yield element.text or ""
    yield element.tail or ""
    generated = element.tag == "h1"
    yield from (v for k, v in sorted(element.attrib.items()) if not (generated and k == "id"))


def strings(meta: object) -> Iterator[str]:
    """The strings of front matter as a browser shows them."""
    if isinstance(meta, dict):
        for value in meta.values():
            yield from strings(value)
    else:
        yield html.unescape(str(meta))
