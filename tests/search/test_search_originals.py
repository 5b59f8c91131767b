"""What stands only in an original is found: there, under the original's name, and once."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers import browser as browsers
from helpers import office_files, search_engine, showcase
from helpers.browser import Visit
from helpers.search_engine import ask
from helpers.search_page import PAGE, found
from playwright.sync_api import Browser, Page

from generator import search
from generator.catalog import Catalog
from generator.intake import content
from generator.search import originals
from generator.search.script_files import FOLDER

RECORD = "2024/shili-minzheng/elderly-meals"
LONG = f"{RECORD}/files/%E8%B0%83%E6%9F%A5%20%E5%85%A8%E6%96%87.docx"
SHORT = f"{RECORD}/files/b.pdf"
TITLES = {LONG: "入户调查全文", SHORT: "专家意见"}
FILLER = "第{}户对助餐点的菜品、价格和送餐时间都作了回答，调查员当场记下。"
PHONE, MAIL, HIDDEN = "13912345678", "own@example.com", "鹦鹉"
CASES = {
    "貔貅路口": [LONG],
    "獬豸大桥": [LONG],
    "貔貅路口 獬豸大桥": [LONG],
    '"獬豸大桥南侧"': [LONG],
    "穷奇码头": [SHORT],
    HIDDEN: [],
    PHONE: [],
}
ADD = re.compile(r'gongkaiSearch\.add\("(\w+)",(.*)\)\n', re.DOTALL)


def long_document() -> bytes:
    """Of several pieces, with a rare word in the first one and another in the last."""
    lines = [FILLER.format(n) for n in range(400)]
    lines[3] = "貔貅路口的助餐点在修缮。"
    lines[-3] = f"獬豸大桥南侧没有助餐点；联系人手机{PHONE}，邮箱{MAIL}。"
    hidden = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{HIDDEN}</w:t></w:r></w:p>"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return office_files.raw_docx(body + hidden)


def with_originals(project: Path) -> Path:
    """A project in which one report has two originals with words of their own."""
    record = project / f"content/records/{RECORD}.yml"
    folder = record.with_suffix("")
    folder.mkdir()
    (folder / "调查 全文.docx").write_bytes(long_document())
    (folder / "b.pdf").write_bytes(office_files.pdf("穷奇码头的送餐路线", title=HIDDEN))
    files = "  - {文件: 调查 全文.docx, 标题: 入户调查全文}\n  - {文件: b.pdf, 标题: 专家意见}\n"
    with record.open("a", encoding="utf-8") as stream:
        stream.write(f"附件:\n{files}")
    return project


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = with_originals(showcase.small_to(tmp_path_factory.mktemp("originals")))
    return search_engine.page_of(project)


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto((folder / search_engine.PAGE).as_uri())
    yield opened
    opened.close()


def wholly(page: Page, text: str, **options: Any) -> list[Any]:
    results = ask(page, text, limit=50, **options)["results"]
    return [one for one in results if one["share"] > 0.99]


@pytest.mark.parametrize("text", CASES)
def test_words_of_an_original_find_it_once(page: Page, text: str) -> None:
    assert [one["address"] for one in wholly(page, text)] == CASES[text]


def test_a_result_says_what_it_is_of_and_shows_the_words(page: Page) -> None:
    (one,) = wholly(page, "獬豸大桥")
    assert (one["kind"], one["title"], one["grade"]) == ("original", TITLES[LONG], "")
    assert one["listed"] == f"{RECORD}/#attachments"
    assert ["獬豸大桥", True] in one["excerpt"]
    assert "score" not in one
    (report,) = wholly(page, "", filters={"kind": "evaluation", "department": "shili-minzheng"})
    assert one["report"] == report["title"]


def test_the_record_itself_comes_first_and_originals_are_counted(page: Page) -> None:
    results = wholly(page, "助餐点")
    kinds = [one["kind"] for one in results]
    assert kinds.count("original") == 1
    assert kinds.index("original") == len(kinds) - 1 > 0
    counted = {value: count for value, _, count in ask(page, "助餐点")["facets"]["kind"]}
    assert counted["original"] == 1
    assert len(wholly(page, "助餐点", filters={"kind": "original"})) == 1
    every = ask(page, "", filters={"kind": "original"}, limit=50)
    assert {one["address"] for one in every["results"]} >= set(TITLES)
    assert every["total"] == len(every["results"])


def test_a_word_that_must_not_be_there_counts_in_the_whole_original(page: Page) -> None:
    assert wholly(page, "貔貅路口 -獬豸大桥") == []
    assert [one["address"] for one in wholly(page, "助餐点 -獬豸大桥")]


@pytest.mark.parametrize("how", ["lost", "cut", "another"])
def test_a_piece_that_is_lost_costs_its_own_results(
    browser: Browser, folder: Path, how: str
) -> None:
    texts = {file: unpacked(file) for file in (folder / FOLDER).glob("*.js")}
    (own,) = (file for file, data in texts.items() if data and "獬豸" in str(data))
    other = next(file for file, data in texts.items() if data and "貔貅" in str(data))
    text = (other if how == "another" else own).read_text(encoding="utf-8")
    body = {"lost": "", "cut": text[: len(text) // 2]}.get(how, text)
    with browsers.serve(folder) as served:
        page = browser.new_page()
        page.goto(served + search_engine.PAGE)
        page.route(f"**/{own.name}*", lambda route: route.fulfill(body=body))
        assert wholly(page, "獬豸大桥") == []
        assert page.evaluate("gongkaiSearch.query('獬豸大桥').then(({lost}) => lost.size)") > 0
        assert [one["address"] for one in wholly(page, "貔貅路口")] == [LONG]
        assert "evaluation" in [one["kind"] for one in wholly(page, "助餐点")]
        page.close()


def unpacked(file: Path) -> Any:
    """What a piece holds; nothing of another script."""
    call = ADD.fullmatch(file.read_text(encoding="utf-8"))
    return search_engine.unpacked(json.loads(call[2])) if call and call[1] == "piece" else None


def test_nobody_is_told_of_persons_and_of_what_is_hidden(folder: Path) -> None:
    for file in (folder / FOLDER).glob("*.js"):
        script = file.read_text(encoding="utf-8")
        whole = f"{script}{unpacked(file)}"
        assert not [one for one in (PHONE, MAIL, HIDDEN, "own@") if one in whole]


def test_pieces_are_whole_paragraphs_within_a_bound(tmp_path: Path) -> None:
    original = office_files.original(tmp_path, "a.docx", long_document())
    ((_, _, texts),), known = originals.pieces_of([original], {})
    assert len(texts) > 3
    assert "\n".join(texts) == known[original.digest]
    assert max(map(len, texts)) < 4_200
    endless = office_files.original(tmp_path, "b.docx", office_files.docx("甲乙丙丁" * 60_000))
    ((_, _, texts),), _ = originals.pieces_of([endless], {})
    assert originals.MOST <= sum(map(len, texts)) < originals.MOST * 1.02


def test_what_is_known_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> str:
        raise AssertionError("read again")

    original = office_files.original(tmp_path, "a.docx", office_files.docx("文字"))
    first = originals.pieces_of([original], {})
    monkeypatch.setattr(originals, "seen_in", never)
    assert originals.pieces_of([original], first[1]) == first


def test_a_site_without_originals_weighs_nothing_more(tmp_path: Path) -> None:
    project = showcase.seed_to(tmp_path)
    loaded = content.load(project / "content", project)
    catalog = Catalog(loaded.regions, loaded.departments, loaded.records)
    scripts = [str(one.content) for one in search.scripts(catalog)]
    assert not [one for one in scripts if "original" in one.replace('"original":[', "")]


def test_the_page_leads_to_the_original_and_to_its_report(visit: Visit) -> None:
    page = visit(f"{PAGE}?q=此处从略")
    hit = found(page, "此处从略").first
    assert "gk-hit--original" in str(hit.get_attribute("class"))
    file, report = (link.get_attribute("href") for link in hit.get_by_role("link").all())
    assert str(file).endswith(".pdf")
    assert str(report).endswith("/index.html#attachments")
    assert browsers.violations(page) == []
    page.goto(str(report))
    assert page.locator("#attachments").count() == 1
    name = str(file).rpartition("/")[2]
    assert page.locator(f'.gk-files a[href$="{name}"]').count() == 1
