"""A file of the index that is lost, cut or another one costs what it holds, and nothing else."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from helpers import browser as browsers
from helpers import search_engine, showcase
from helpers.search_page import PAGE, found
from playwright.sync_api import Browser, Page, Route, expect

from generator.search.index import FORMAT, MANIFEST
from generator.search.script_files import FOLDER, names_in
from generator.search.terms import spread

pytestmark = pytest.mark.browser

WORDS, TERM = "资金使用", "金使"
LOWEST = "最低分"
ASK = """async ([text, name]) => {
    const asked = name ? gongkaiMeaning : gongkaiSearch
    const { results, lost } = await asked.query(text, {filters: {}, limit: 999})
    return [results.map(result => result.address), lost.size]
}"""
FAILS = "gongkaiSearch.query('资金').then(() => null, error => error.isOld === true)"
ADD = re.compile(r'\w+\.add\("(\w+)",(.*)\)\n', re.DOTALL)
HOW = (
    "lost",
    pytest.param("cut", marks=pytest.mark.promises),
    pytest.param("another", marks=pytest.mark.promises),
)
LIMIT = 15
"""Results of one segment: the showcase has several."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = showcase.copy_to(tmp_path_factory.mktemp("losses"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("generator.search.index._FEW", LIMIT)
        patched.setattr("generator.search.index._LARGEST", LIMIT)
        return search_engine.page_of(project)


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    with browsers.serve(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    visitor = browsers.Visitor(browser, served)
    opened = visitor.open(search_engine.PAGE)
    for name in ("search-question", "search-meaning"):
        opened.add_script_tag(url=f"{served}assets/{name}.js")
    yield opened
    visitor.leave()


def data_of(folder: Path, name: str) -> Any:
    call = ADD.fullmatch((folder / FOLDER / f"{name}.js").read_text(encoding="utf-8"))
    assert call is not None
    data = json.loads(call[2])
    return search_engine.unpacked(data) if call[1] == "report" else data


def segments(folder: Path) -> list[Mapping[str, str]]:
    return list(data_of(folder, MANIFEST)["segments"])


def damage(page: Page, folder: Path, how: str, name: str, other: str) -> list[str]:
    """Let a file be lost, cut short, or another one of its kind; returns who asked for it."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        file = folder / FOLDER / f"{name if how == 'cut' else other}.js"
        text = file.read_text(encoding="utf-8")
        if how == "lost":
            route.fulfill(status=404, body="")
        else:
            route.fulfill(body=text[: len(text) // 2] if how == "cut" else text)

    page.route(f"**/{FOLDER}{name}.js*", answer)
    return asked


def whole(page: Page, text: str = WORDS) -> list[str]:
    addresses, lost = page.evaluate(ASK, [text, ""])
    assert lost == 0
    assert len(addresses) > 10
    page.reload()
    return list(addresses)


def of_segment(folder: Path, number: int) -> set[str]:
    """The pages of the results of a segment."""
    names = names_in(data_of(folder, segments(folder)[number]["columns"])[1])
    return {data_of(folder, name)[0]["address"] for name in names}


@pytest.mark.parametrize("how", HOW)
def test_a_report_costs_itself(how: str, page: Page, folder: Path) -> None:
    before = whole(page)
    gone = before[0].partition("#")[0]
    names = list(
        chain.from_iterable(names_in(data_of(folder, s["columns"])[1]) for s in segments(folder))
    )
    cards = {name: data_of(folder, name)[0] for name in names}
    (name,) = (n for n, card in cards.items() if card["address"] == gone)
    parts = len(cards[name]["anchors"])
    other = next(n for n, card in cards.items() if len(card["anchors"]) != parts)
    asked = damage(page, folder, how, name, other)
    after, lost = page.evaluate(ASK, [WORDS, ""])
    assert lost > 0
    assert sorted(after) == sorted(a for a in before if a.partition("#")[0] != gone)
    assert len({url.partition("?")[2] for url in asked}) == 2  # once more, past what was kept


@pytest.mark.parametrize("how", HOW)
def test_columns_cost_their_segment(how: str, page: Page, folder: Path) -> None:
    before, own = whole(page), of_segment(folder, 0)
    damage(page, folder, how, *(s["columns"] for s in segments(folder)[:2]))
    after, lost = page.evaluate(ASK, [WORDS, ""])
    kept = {a for a in before if a.partition("#")[0] not in own}
    assert lost > 0
    assert kept == set(after)


@pytest.mark.parametrize("how", HOW)
def test_a_shard_costs_its_terms_in_its_segment(how: str, page: Page, folder: Path) -> None:
    before, own = whole(page), of_segment(folder, 0)
    shards = names_in(segments(folder)[0]["shards"])
    at = spread(TERM) % len(shards)
    assert len(shards) > 1
    damage(page, folder, how, shards[at], shards[at - 1])
    after, lost = page.evaluate(ASK, [WORDS, ""])
    assert lost > 0
    others = {a for a in before if a.partition("#")[0] not in own}
    assert others == {a for a in after if a.partition("#")[0] not in own}
    assert {a for a in after if a.partition("#")[0] in own}  # 资金 and 使用 are known there


@pytest.mark.parametrize("how", HOW)
def test_everyday_words_cost_what_they_mean(how: str, page: Page, folder: Path) -> None:
    shards = names_in(data_of(folder, MANIFEST)["words"])
    at = spread(LOWEST[0]) % len(shards)
    damage(page, folder, how, shards[at], shards[at - 1])
    answer, lost = page.evaluate(ASK, [LOWEST, "meaning"])
    assert lost > 0
    typed, _ = page.evaluate(ASK, [LOWEST, ""])
    assert answer == typed


def test_an_old_manifest_is_asked_for_once_more(page: Page, folder: Path) -> None:
    text = (folder / FOLDER / f"{MANIFEST}.js").read_text(encoding="utf-8")
    old = text.replace(f'"format":{FORMAT}', f'"format":{FORMAT - 1}')
    assert old != text
    asked = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=text if "?" in route.request.url else old)

    page.route(f"**/{FOLDER}{MANIFEST}.js*", answer)
    assert page.evaluate(ASK, [WORDS, ""])[0]
    assert len(asked) == 2


@pytest.mark.parametrize("how", HOW)
def test_without_a_manifest_nothing_is_made_up(how: str, page: Page, folder: Path) -> None:
    damage(page, folder, how, MANIFEST, segments(folder)[0]["columns"])
    assert page.evaluate(FAILS) is False


def test_engine_and_index_are_of_one_format() -> None:
    engine = (showcase.ROOT / "theme_overrides/assets/search.js").read_text(encoding="utf-8")
    assert f"const FORMAT = {FORMAT} " in engine


def test_a_page_says_that_a_part_is_lost(browser: Browser, address: str, site: Path) -> None:
    visitor = browsers.Visitor(browser, address)
    page = visitor.open(f"{PAGE}?q=消防")
    before = found(page, "消防").count()
    first = page.locator("li.gk-hit").first.get_attribute("data-uri")
    names = chain.from_iterable(names_in(data_of(site, s["columns"])[1]) for s in segments(site))
    gone = str(first).partition("#")[0]
    (name,) = (n for n in names if data_of(site, n)[0]["address"] == gone)
    damage(page, site, "lost", name, name)
    page.reload()
    left = found(page, "消防").count()
    assert 0 < left < before
    expect(page.get_by_role("status")).to_contain_text("索引有一部分没有载入", timeout=60_000)
    visitor.leave()


def test_a_page_of_another_format_renews_itself_once(browser: Browser, address: str) -> None:
    visitor = browsers.Visitor(browser, address)
    page = visitor.open("index.html")
    body = 'gongkaiSearch.add("manifest",{"format":999,"segments":[]})\n'
    page.route(f"**/{FOLDER}{MANIFEST}.js*", lambda route: route.fulfill(body=body))
    loaded: list[str] = []
    page.on("request", lambda one: loaded.append(one.url) if one.is_navigation_request() else None)
    page.goto(f"{address}{PAGE}?q=消防")
    expect(page.get_by_role("status")).to_contain_text("搜索没有载入", timeout=60_000)
    page.wait_for_timeout(300)
    assert len(loaded) == 2
    page.unroute_all()
    page.reload()
    assert found(page, "消防").count() > 0
    visitor.leave()


def test_a_sign_of_work_comes_before_the_first_request(browser: Browser, address: str) -> None:
    visitor = browsers.Visitor(browser, address)
    page = visitor.open(PAGE)
    said: list[str] = []

    def answer(route: Route) -> None:
        if not said:
            said.append(page.locator("#search-status").inner_text())
        route.continue_()

    page.route(f"**/{FOLDER}**", answer)
    page.goto(f"{address}{PAGE}?q=消防")
    found(page, "消防")
    assert said == ["正在查找…"]
    visitor.leave()
