"""What people write by hand in content/pages, as far as generated pages refer to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PAGES = "pages"
"""Hand-written Markdown, beside the records in the content folder."""
HOME = "index.md"
"""Its text stands on the generated home page."""
_TITLE = re.compile(r"^# +(.+?) *(?:\{.*\})?$", re.MULTILINE)
_SECTION = re.compile(r"^#{2,6} +(.+?) *\{ *#([a-z0-9-]+) *\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page: where it stands, and what it may be asked for."""

    address: str
    title: str
    sections: Mapping[str, str]
    """Headings with an id of their own, by that id."""


@dataclass(frozen=True, slots=True)
class Written:
    """The text for the home page, and all other pages in the order of their paths."""

    introduction: str = ""
    pages: Sequence[WrittenPage] = ()

    def page(self, address: str) -> WrittenPage | None:
        """The page at an address; generated pages link to it only where it exists."""
        return next((page for page in self.pages if page.address == address), None)


NOTHING = Written()
"""A site without a page written by hand."""


def read(content: Path) -> Written:
    """Read the pages of a content folder; none when there is no such folder."""
    folder = content / PAGES
    home = folder / HOME
    return Written(_text(home) if home.is_file() else "", tuple(_pages(folder)))


def _pages(folder: Path) -> Iterator[WrittenPage]:
    for file in sorted(folder.rglob("*.md")):
        place = file.relative_to(folder).as_posix()
        if place == HOME:
            continue
        text = _text(file)
        title = _TITLE.search(text)
        yield WrittenPage(
            _address(place),
            title[1] if title else file.stem,
            {anchor: name for name, anchor in _SECTION.findall(text)},
        )


def _address(place: str) -> str:
    """A folder for its index page; else the page MkDocs makes of the file."""
    folder = place.removesuffix(HOME)
    return (
        folder if folder != place and folder.endswith("/") else f"{place.removesuffix('.md')}.html"
    )


def _text(file: Path) -> str:
    # A page that cannot be read is among the diagnostics; nothing is published then.
    return file.read_text(encoding="utf-8-sig", errors="replace")
