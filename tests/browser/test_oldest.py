"""The site in the oldest browser that it promises to run in, Chromium 86 itself.

`make promises` installs it where npm is there (tests/browser/oldest/package-lock.json).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers.browser import PHONE, REPORT, WIDE, Visit
from playwright.sync_api import Browser, Page, Playwright

PATIENCE = 100
"""Tenths of a second."""
PROGRAM = Path(__file__).parent / "oldest/node_modules/chromium"

pytestmark = [
    pytest.mark.promises,
    pytest.mark.skipif(
        not PROGRAM.is_file(), reason="no Chromium 86: run `sh tools/oldest.sh` (needs npm)"
    ),
]


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
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
    assert style(page, "h1", "backgroundColor") == "rgb(23, 65, 107)"
    assert style(page, "article > p:last-of-type", "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert is_drawn(page, ".gk-cards li a")
    page.evaluate("document.querySelector('.gk-menu summary').click()")
    assert is_drawn(page, ".gk-menu a")
    page.goto(page.url.replace("index.html", "2024/index.html"))
    assert style(page, ".gk-menu--current > summary", "fontWeight") == "700"


def test_a_report_shows_its_figures_and_points(visit: Visit) -> None:
    page = visit(REPORT, PHONE)
    assert "135.71%" in page.inner_text(".gk-figures")
    edges = page.evaluate(
        "[...document.querySelectorAll('.gk-scores .gk-subtotal td')]"
        ".map(cell => cell.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert edges
    assert all(left >= 0 and right <= PHONE for left, right in edges)


def test_a_table_is_ordered(visit: Visit) -> None:
    page = visit("2024/index.html")
    page.evaluate("document.querySelector('.gk-filterable thead th:nth-child(4) button').click()")
    assert page.locator(".gk-filterable th:nth-child(4)[aria-sort=ascending]").count() == 1


def test_search_finds_and_suggests(visit: Visit) -> None:
    page = visit("search/index.html?q=公路")
    wait(page, "document.querySelector('main').innerText.includes('农村公路养护')")
    page = visit("index.html")
    page.evaluate(
        """() => {
            const box = document.querySelector('.gk-search__query')
            box.focus()
            box.value = '公路'
            box.dispatchEvent(new Event('input', { bubbles: true }))
        }"""
    )
    wait(page, "document.querySelectorAll('.gk-suggestions li').length > 0")


def test_how_the_site_is_seen_is_chosen_and_kept(visit: Visit) -> None:
    page = visit(REPORT)
    before = style(page, "body", "fontSize")
    for button in ("type", "contrast"):
        page.evaluate(f"document.querySelector('.gk-{button}-button').click()")
    page.reload()
    assert float(style(page, "body", "fontSize")[:-2]) > 1.4 * float(before[:-2])
    assert style(page, "body", "color") == "rgb(0, 0, 0)"


def wait(page: Page, expression: str) -> None:
    """Until it is true; Playwright's own way is refused by the site's policy here."""
    for _ in range(PATIENCE):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never: {expression}")


def style(page: Page, selector: str, name: str) -> str:
    """A computed style of the first element that matches."""
    asked = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    return str(page.evaluate(asked, [selector, name]))


def is_drawn(page: Page, selector: str) -> bool:
    """Whether an element takes up room; Playwright's own way asks what this browser lacks."""
    asked = "selector => document.querySelector(selector).getClientRects().length > 0"
    return bool(page.evaluate(asked, selector))
