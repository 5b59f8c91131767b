"""What holds for every page, whatever it shows; tried on the golden ones."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree.ElementTree import Element

import pytest
from helpers.reading import parsed, split
from helpers.showcase import GOLDEN

from generator import site


def tree(project: Path) -> dict[str, str | bytes | Path]:
    """Everything a preview of a project shows, by its place."""
    content = project / "content"
    made = site.build(content, project, preview=True).artifacts
    return {artifact.uri: artifact.content for artifact in (*site.hand_written(content), *made)}


TREES = {"golden": tree(GOLDEN), "empty": tree(GOLDEN / "empty")}
PAGES = [
    pytest.param(name, uri, id=f"{name}: {uri}")
    for name, files in TREES.items()
    for uri, text in files.items()
    if isinstance(text, str) and uri.endswith(".md")
]
every_page = pytest.mark.parametrize(("name", "uri"), PAGES)


def body_of(name: str, uri: str) -> str:
    return split(str(TREES[name][uri]))[1]


@cache
def elements_of(name: str, uri: str) -> Element:
    text = TREES[name][uri]
    return parsed(text.read_text("utf-8") if isinstance(text, Path) else body_of(name, uri))


def ids_of(name: str, uri: str) -> list[str]:
    return [e.attrib["id"] for e in elements_of(name, uri).iter() if "id" in e.attrib]


@every_page
def test_no_blank_line_stands_inside_an_html_block(name: str, uri: str) -> None:
    """CommonMark ends such a block at a blank line, and reads on as Markdown."""
    blocks = re.split(r"\n{2,}", body_of(name, uri).strip("\n"))
    opened = [block for block in blocks if block.startswith("<")]
    assert [block for block in opened if not _is_closed(block)] == []
    others = [block for block in blocks if block not in opened]
    assert [block for block in others if re.search(r"^<", block, re.MULTILINE)] == []


def _is_closed(block: str) -> bool:
    """Whether every element that begins in this block ends in it."""
    begun: list[str] = []
    for slash, name in re.findall(r"<(/?)([a-z][a-z0-9]*)", block):
        if not slash and name not in {"br", "input"}:
            begun.append(name)
        elif slash and (not begun or begun.pop() != name):
            return False
    return not begun


@every_page
def test_headings_have_one_title_and_ids_that_last(name: str, uri: str) -> None:
    elements = list(elements_of(name, uri).iter())
    assert len([e for e in elements if e.tag == "h1"]) == 1
    ids = ids_of(name, uri)
    assert sorted(ids) == sorted(set(ids))
    headings = [e.attrib["id"] for e in elements if re.fullmatch("h[2-6]", str(e.tag))]
    assert [name for name in headings if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []


@every_page
def test_every_row_of_a_table_is_as_wide_as_the_others(name: str, uri: str) -> None:
    for table in elements_of(name, uri).iter("table"):
        assert len(set(_widths(table))) == 1, list(_widths(table))


def _widths(table: Element) -> Iterator[int]:
    hanging: list[int] = []
    for row in table.iter("tr"):
        yield len(hanging) + sum(int(cell.attrib.get("colspan", "1")) for cell in row)
        begun = [int(cell.attrib["rowspan"]) for cell in row if "rowspan" in cell.attrib]
        hanging = [rows - 1 for rows in (*hanging, *begun) if rows > 1]


@every_page
def test_every_link_leads_to_a_file_and_place_that_exist(name: str, uri: str) -> None:
    links = [e.attrib["href"] for e in elements_of(name, uri).iter("a")]
    assert [link for link in links if not _exists(link, name, uri)] == []


def _exists(link: str, name: str, here: str) -> bool:
    """What a search is asked stands behind a question mark."""
    asked, place = urldefrag(link)
    path = asked.partition("?")[0]
    beside = posixpath.join(
        posixpath.dirname(here), unquote(path).replace("index.html", "index.md")
    )
    target = posixpath.normpath(beside) if path else here
    return target in TREES[name] and (not place or place in ids_of(name, target))


def test_the_pages_are_there() -> None:
    assert {"index.md", "2023/xincheng-shuili-ju/draft/index.md"} <= TREES["golden"].keys()
    assert {"index.md", "departments/index.md"} <= TREES["empty"].keys()
