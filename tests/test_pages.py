"""What holds for every page, whatever it shows; tried on the golden ones."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest
from reading import parsed, split

GOLDEN = Path(__file__).with_name("golden")
TREES = (GOLDEN / "expected", GOLDEN / "empty/expected")
PAGES = [(tree, page) for tree in TREES for page in sorted(tree.rglob("*.md"))]
every_page = pytest.mark.parametrize(
    ("tree", "page"), PAGES, ids=[page.relative_to(GOLDEN).as_posix() for _, page in PAGES]
)
HAND_WRITTEN = GOLDEN / "content/pages"


def body_of(page: Path) -> str:
    return split(page.read_text(encoding="utf-8"))[1]


@every_page
def test_no_blank_line_stands_inside_an_html_block(tree: Path, page: Path) -> None:
    """CommonMark ends such a block at a blank line, and reads on as Markdown."""
    assert page.is_relative_to(tree)
    blocks = re.split(r"\n{2,}", body_of(page).strip("\n"))
    opened = [block for block in blocks if block.startswith("<")]
    assert [block for block in opened if not _is_closed(block)] == []
    others = [block for block in blocks if block not in opened]
    assert [block for block in others if re.search(r"^<", block, re.MULTILINE)] == []


def _is_closed(block: str) -> bool:
    """Whether every element that begins in this block ends in it."""
    begun: list[str] = []
    for slash, name in re.findall(r"<(/?)([a-z][a-z0-9]*)", block):
        if not slash and name != "br":
            begun.append(name)
        elif slash and (not begun or begun.pop() != name):
            return False
    return not begun


@every_page
def test_headings_have_one_title_and_ids_that_last(tree: Path, page: Path) -> None:
    elements = list(parsed(body_of(page)).iter())
    assert page.is_relative_to(tree)
    assert len([e for e in elements if e.tag == "h1"]) == 1
    ids = [e.attrib["id"] for e in elements if "id" in e.attrib]
    assert sorted(ids) == sorted(set(ids))
    headings = [e.attrib["id"] for e in elements if re.fullmatch("h[2-6]", str(e.tag))]
    assert [name for name in headings if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []


@every_page
def test_every_row_of_a_table_is_as_wide_as_the_others(tree: Path, page: Path) -> None:
    assert page.is_relative_to(tree)
    for table in parsed(body_of(page)).iter("table"):
        assert len(set(_widths(table))) == 1, list(_widths(table))


def _widths(table: Element) -> Iterator[int]:
    hanging: list[int] = []
    for row in table.iter("tr"):
        yield len(hanging) + sum(int(cell.attrib.get("colspan", "1")) for cell in row)
        begun = [int(cell.attrib["rowspan"]) for cell in row if "rowspan" in cell.attrib]
        hanging = [rows - 1 for rows in (*hanging, *begun) if rows > 1]


@every_page
def test_every_link_leads_to_a_file_or_place_that_exists(tree: Path, page: Path) -> None:
    elements = parsed(body_of(page))
    ids = {e.attrib["id"] for e in elements.iter() if "id" in e.attrib}
    links = [e.attrib["href"] for e in elements.iter("a")]
    assert [link for link in links if not _exists(link, tree, page, ids)] == []


def _exists(link: str, tree: Path, page: Path, ids: set[str]) -> bool:
    if link.startswith("#"):
        return link[1:] in ids
    file = (page.parent / unquote(link).replace("index.html", "index.md")).resolve()
    return file.is_file() or (HAND_WRITTEN / file.relative_to(tree)).is_file()


def test_the_golden_pages_are_there() -> None:
    assert {page.parent.name for _, page in PAGES} >= {"school-lunch", "departments", "expected"}
