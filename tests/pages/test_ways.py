"""Ways through a site: what the home page puts first, relatives of a department, the map."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from helpers import showcase

from generator import site
from generator.intake import walk, written
from generator.pages.addresses import PAGE
from generator.pages.edition import Edition
from generator.pages.parts.terms import GLOSSARY
from generator.pages.views import department, home, sitemap, year

LOADED = showcase.loaded()
WRITTEN = LOADED.written


@pytest.fixture(scope="module")
def edition() -> Edition:
    published = tuple(record for record in LOADED.records if record.is_published)
    return site.edited(LOADED, published)


@cache
def tree(*, without: bool = False) -> dict[str, str]:
    """Every page by its address, also where nothing is written by hand."""
    loaded = replace(LOADED, written=written.NOTHING) if without else LOADED
    pages = (a for a in site.publish(loaded).artifacts if a.uri.endswith(PAGE))
    return {page.uri.removesuffix(PAGE): str(page.content) for page in pages}


def test_the_latest_disclosures_come_first_whatever_their_year(edition: Edition) -> None:
    [page] = home.views(edition)
    found = [entry.record.evaluation.disclosure for entry in page.latest]
    days = [(d.published or date.min, d.issued or date.min) for d in found]
    assert days == sorted(days, reverse=True)
    newest = max(
        e.record.evaluation.disclosure.published or date.min for e in edition.catalog.entries
    )
    assert days[0][0] == newest


def test_years_lead_to_their_neighbours(edition: Edition) -> None:
    found = {page.address: (page.earlier, page.later) for page in year.views(edition)}
    assert found["2024/"][1] is None
    assert found["2021/"][0] is None
    earlier, later = found["2023/"]
    assert earlier
    assert later
    assert (earlier.address, later.address) == ("2022/", "2024/")


def test_a_department_names_its_relatives_and_links_those_with_a_page(edition: Edition) -> None:
    pages = {page.department.id: page for page in department.views(edition)}
    old, new = pages["shili-wenguang"], pages["shili-wenlv"]
    assert old.successor
    assert old.successor.link
    assert (old.successor.name, old.successor.day) == (new.title, date(2024, 3, 18))
    [before] = new.predecessors
    assert before.link
    assert before.link.address == old.address
    assert [unit.link.title for unit in new.units] == ["示例市图书馆"]
    lamps = pages["shili-ludeng"].parent
    assert lamps
    assert lamps.link is None
    assert lamps.name == "示例市城市管理和综合执法局"


def test_a_project_goes_on_under_a_successor(edition: Edition) -> None:
    pages = {page.department.id: page for page in department.views(edition)}
    for page in (pages["shili-wenguang"], pages["shili-wenlv"]):
        [project] = page.history.projects
        assert [cell and cell.entry.year for cell in project.cells] == [2022, 2023, 2024]
    assert [year.link is None for year in pages["shili-wenlv"].history.years] == [True, True, False]
    [own] = pages["shili-wenlv"].years
    assert own.summary.count.documents == 1


@pytest.mark.slow
def test_the_map_names_every_page_that_is_no_list_of_one_year_or_report(edition: Edition) -> None:
    [page] = sitemap.views(edition)
    text = tree()[page.address]
    linked = {link.removesuffix("index.html") for link in re.findall(r'href="\.\./([^"]*)"', text)}
    below_a_year = re.compile(r"\d{4}/.+|problems/(?:\d{4}/|departments/.+)")
    pages = {address for address in tree() if not below_a_year.match(address)}
    by_hand = {page.address for page in WRITTEN.pages}
    assert linked == (pages | by_hand) - {page.address}


@pytest.mark.slow
def test_the_report_links_words_only_to_a_glossary_that_has_them() -> None:
    report = f"{showcase.SEED}/"
    links = re.findall(rf'href="[./]*/{GLOSSARY}index\.html#([a-z-]+)"', tree()[report])
    glossary = WRITTEN.page(GLOSSARY)
    assert glossary
    assert links
    assert set(links) <= set(glossary.sections)
    assert "相关名词" not in tree(without=True)[report]
    assert "how-to-read" not in tree(without=True)[""]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: 前言\n---\n\n# 正文\n", "前言"),
        ("---\r\ntitle: '前 言'\r\n---\r\n文字\r\n", "前 言"),
        ("---\ntitle: [甲\n---\n\n# 正文\n", "正文"),
        ("---\n# 注释\na: b\n---\n\n# 正文\n", "正文"),
        ("```sh\n# 命令\n```\n\n# 正文\n", "正文"),
        ("<!--\n# 注释\n-->\n\n# 正文\n", "正文"),
        ("    # 代码\n\n正文\n====\n", "正文"),
        ("# 正文 #\n", "正文"),
        ("# *正* `文`&amp; { #a .b }\n", "正 文&"),
        ("<h1>正文</h1>\n", "正文"),
        ("没有标题。\n", "words"),
    ],
)
def test_a_hand_written_page_is_called_what_its_readers_see(
    text: str, title: str, tmp_path: Path
) -> None:
    (tmp_path / "pages/words").mkdir(parents=True)
    (tmp_path / "pages/words/index.md").write_bytes(text.encode())
    found, _ = written.load(walk.files(tmp_path), tmp_path, tmp_path)
    assert [page.title for page in found.pages] == [title]


def test_code_is_no_section(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    text = "# 甲\n\n```\n## 乙 {#b}\n```\n\n丙 {#c}\n------\n"
    (tmp_path / "pages/a.md").write_text(text, encoding="utf-8")
    found, _ = written.load(walk.files(tmp_path), tmp_path, tmp_path)
    assert found.pages[0].sections == {"c": "丙"}


def test_hand_written_pages_are_read_for_their_titles_and_sections(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    (pages / "words").mkdir(parents=True)
    (pages / "index.md").write_text("欢迎。\n", encoding="utf-8")
    (pages / "plain.md").write_text("没有标题。\n", encoding="utf-8")
    text = "---\na: b\n---\n\n# 名词 {#top}\n\n## 甲、乙 {#a-b}\n\n## 没有编号\n"
    (pages / "words/index.md").write_text(text, encoding="utf-8")
    found, _ = written.load(walk.files(tmp_path), tmp_path, tmp_path)
    assert found.introduction == "欢迎。\n"
    assert [(page.address, page.title) for page in found.pages] == [
        ("plain.html", "plain"),
        ("words/", "名词"),
    ]
    assert found.pages[1].sections == {"a-b": "甲、乙"}
    assert written.load((), tmp_path, tmp_path) == (written.NOTHING, ())
