"""What a reader's first word loads, and what the index of a city weighs."""

import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from helpers import browser as browsers
from helpers import demo_site, search_engine
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SCRIPTS = ("search", "search-question", "search-meaning")
TYPED = ("公路", "养老", "食堂", "补贴")
EVERYDAY = ("修路", "看病", "老人", "路灯", "上学", "养猪")
"""Words that mean what reports call otherwise, each in several ways."""
MANY = ("低保", "花冤枉钱")
"""In so many ways, or so long ones, that few words load more."""
ASK = """text => gongkaiMeaning.query(text, {filters: {}, sort: "", limit: 10})
    .then(({ results }) => results.length)"""
MOST: Mapping[int, Mapping[tuple[str, ...], int]] = {
    300: {TYPED: 68, EVERYDAY: 75, MANY: 80},
    3_000: {TYPED: 125, EVERYDAY: 150, MANY: 180},
}
"""KB as they are sent, compressed."""
LARGEST = {300: 1_450_000, 3_000: 12_000_000}
"""Bytes of the index."""


@pytest.fixture(
    scope="module",
    params=[300, pytest.param(3_000, marks=pytest.mark.promises)],
    ids="{} reports".format,
)
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[int, Path]:
    project = demo_site.made(tmp_path_factory.mktemp("demo"), request.param, seed=7)
    return request.param, search_engine.page_of(project, SCRIPTS)


@pytest.fixture(scope="module")
def address(demo: tuple[int, Path]) -> Iterator[str]:
    with browsers.serve(demo[1]) as served:
        yield served


def first_word(browser: Browser, address: str, folder: Path, text: str) -> Any:
    """KB that a visit loads until a first word is answered."""
    context = browser.new_context()
    page = context.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(address + search_engine.PAGE)
    assert page.evaluate(ASK, text) > 0
    context.close()
    files = [folder / urlsplit(url).path.lstrip("/") for url in loaded]
    return sum(len(zlib.compress(file.read_bytes())) for file in files) / 1024


@pytest.mark.parametrize("words", [TYPED, EVERYDAY, MANY], ids="-".join)
def test_a_first_word_loads_little(
    demo: tuple[int, Path], address: str, browser: Browser, words: tuple[str, ...]
) -> None:
    reports, folder = demo
    loaded = {text: first_word(browser, address, folder, text) for text in words}
    assert max(loaded.values()) <= MOST[reports][words], loaded


def test_the_index_is_small(demo: tuple[int, Path]) -> None:
    reports, folder = demo
    size = sum(file.stat().st_size for file in (folder / "search/index").iterdir())
    assert size < LARGEST[reports]
