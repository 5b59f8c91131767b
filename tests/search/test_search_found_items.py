"""Items of a document as readers find them, in a real browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from helpers import search_engine, statistics_site
from playwright.sync_api import Browser, Page

BONDS = "2023/jiaotong/bonds/"


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    root = tmp_path_factory.mktemp("items")
    statistics_site.edition(root)
    opened = browser.new_page()
    opened.goto((search_engine.page_of(root) / search_engine.PAGE).as_uri())
    yield opened
    opened.close()


def found(page: Page, text: str, **options: Any) -> list[str]:
    results = search_engine.ask(page, text, **options)["results"]
    return [result["address"] for result in results]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("污水处理厂", f"{BONDS}#item-sewage"),
        ("停车场", f"{BONDS}#item-parking"),
        ("管网接入偏慢", f"{BONDS}#item-sewage-finding-id-w1"),
        ("专项债券2023年度单位自评", BONDS),
        ("台账已补齐", "2023/jiaotong/road-rectification/"),
    ],
)
def test_an_item_is_found_where_it_stands(page: Page, asked: str, first: str) -> None:
    assert found(page, asked)[0] == first


def test_an_item_is_found_once(page: Page) -> None:
    results = found(page, "污水处理厂", limit=50)
    assert len(results) == len(set(results))


def test_an_item_has_facets_of_its_own(page: Page) -> None:
    """The plant was evaluated by the bureau, the list it stands in is a self-evaluation."""
    wanted = {"type": "fiscal_evaluation", "kind": "evaluation"}
    assert set(found(page, "", filters=wanted)) == {
        f"{BONDS}#item-sewage",
        "2023/jiaotong/road-evaluation/",
    }


def test_every_kind_can_be_asked_for(page: Page) -> None:
    kinds = search_engine.ask(page, "公路养护")["facets"]["type"]
    assert {label for _, label, _ in kinds} >= {
        "绩效目标", "运行监控", "单位自评", "财政评价", "复核", "整改报告",
    }  # fmt: skip
