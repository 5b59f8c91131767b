"""The site in the oldest browser that it promises to run in, Chromium 86 itself.

`make promises` installs it where npm is there (tests/browser/oldest/package-lock.json).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers.browser import PHONE, REPORT, WIDE, Visit
from playwright.sync_api import Browser, expect, sync_playwright

PROGRAM = Path(__file__).parent / "oldest/node_modules/chromium"

pytestmark = [
    pytest.mark.promises,
    pytest.mark.skipif(
        not PROGRAM.is_file(), reason="no Chromium 86: run `sh tools/oldest.sh` (needs npm)"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = browsers.launch(playwright, str(PROGRAM))
        assert started.version.startswith("86.")
        yield started
        started.close()


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("uri", browsers.PAGES)
def test_nothing_is_pushed_sideways(visit: Visit, uri: str, width: int) -> None:
    page = visit(uri, width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_home_page_leads_on(visit: Visit) -> None:
    page = visit("index.html")
    band = page.evaluate("getComputedStyle(document.querySelector('h1')).backgroundColor")
    assert band == "rgb(23, 65, 107)"
    expect(page.locator(".gk-cards li").first).to_be_visible()
    last = page.locator("article > p").last
    expect(last).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.get_by_role("navigation", name="主导航").locator("summary").first.click()
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="2024年度").click()
    expect(page.locator("h1")).to_contain_text("2024年度")
    expect(page.locator(".gk-menu--current > summary")).to_have_css("font-weight", "700")


def test_a_report_shows_its_figures_and_points(visit: Visit) -> None:
    page = visit(REPORT)
    expect(page.locator(".gk-figures")).to_contain_text("135.71%")
    page = visit(REPORT, PHONE)
    points = page.locator(".gk-scores tbody td[data-label=得分]").first
    points.scroll_into_view_if_needed()
    drawn = browsers.box(points)
    assert drawn["x"] >= 0
    assert drawn["x"] + drawn["width"] <= PHONE


def test_a_table_is_ordered(visit: Visit) -> None:
    page = visit("2024/index.html")
    heading = page.locator(".gk-filterable thead th", has_text="预算")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")


def test_search_finds_and_suggests(visit: Visit) -> None:
    page = visit("search/index.html?q=公路")
    expect(page.locator("h1 ~ * a, main a", has_text="农村公路养护").first).to_be_visible()
    page = visit("index.html")
    page.get_by_role("searchbox").fill("公路")
    expect(page.get_by_role("option").first).to_be_visible()


def test_how_the_site_is_seen_is_chosen_and_kept(visit: Visit) -> None:
    page = visit(REPORT)
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="大字").click()
    page.reload()
    assert page.evaluate(size) > before * 1.2
