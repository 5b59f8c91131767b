"""Pages for everyone: what axe finds, narrow screens, a folder instead of a server."""

from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers.browser import PAGES, PHONE, SMALL, WIDE, Visit
from helpers.thorough import THOROUGH, some
from playwright.sync_api import expect


@pytest.mark.parametrize("width", some([PHONE, WIDE], every=2))
def test_axe_finds_nothing(visit: Visit, address: str, width: int) -> None:
    page = visit(width=width)
    # Every other kind of page in a run: what they have in common is most of it.
    for uri in (*PAGES[:: 1 if THOROUGH else 2], "404.html"):
        page.goto(address + uri)
        if not THOROUGH:
            browsers.thin(page)
        for scheme, rules in browsers.ASKED_IN.items():
            page.emulate_media(color_scheme=scheme)
            assert browsers.violations(page, rules) == [], scheme


def test_axe_finds_nothing_in_what_opens(visit: Visit) -> None:
    page = visit(width=PHONE)
    page.get_by_role("button", name="菜单").click()
    page.locator("summary", has_text="年度").click()
    page.locator("summary", has_text="本页目录").click()
    assert browsers.violations(page) == []
    page.get_by_role("button", name="菜单").click()
    page.get_by_role("combobox").fill("会议")
    expect(page.get_by_role("option").first).to_be_visible()
    assert browsers.violations(page) == []


def test_pages_work_from_a_folder(visit: Visit, site: Path) -> None:
    page = visit(site=f"{site.as_uri()}/")
    for uri in PAGES:
        page.goto(f"{site.as_uri()}/{uri}")
        expect(page.locator(".gk-breadcrumb, .gk-article h1").first).to_be_visible()


@pytest.mark.parametrize("width", [SMALL, PHONE])
def test_pages_do_not_scroll_sideways(visit: Visit, address: str, width: int) -> None:
    page = visit(width=width)
    for uri in PAGES:
        page.goto(address + uri)
        assert page.evaluate("document.documentElement.scrollWidth") == width, uri
