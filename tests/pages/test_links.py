"""Every link and anchor of the built site leads somewhere inside it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

LINKS = {"href", "src"}


def attributes(page: Path) -> Iterator[tuple[str, str]]:
    tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    for element in tree.iter():
        for name, value in element.attrib.items():
            if isinstance(name, str):
                yield name, value


ORIGINALS = "example.org"
"""Where the fictional originals of the showcase stand."""


@pytest.mark.slow
def test_all_links_and_anchors_resolve(site: Path) -> None:
    pages = {page: list(attributes(page)) for page in site.rglob("*.html")}
    anchors = {page: {v for name, v in found if name == "id"} for page, found in pages.items()}
    broken = []
    checked = 0
    for page, found in pages.items():
        # The page for missing addresses is served anywhere, so its links start at the root.
        base = site if page.name == "404.html" else page.parent
        for name, value in found:
            parts = urlsplit(value)
            if name not in LINKS or parts.scheme in {"mailto", "data"}:
                continue
            if parts.netloc == ORIGINALS:  # followed by whoever wants to see the original
                continue
            checked += 1
            path = unquote(parts.path)
            target = page if not path else (base / path.lstrip("/")).resolve()
            known = target.is_file() and (
                not parts.fragment or unquote(parts.fragment) in anchors.get(target, set())
            )
            if parts.scheme or parts.netloc or not known:
                broken.append(f"{page.relative_to(site)}: {value}")
    assert broken == []
    assert checked > len(pages)
