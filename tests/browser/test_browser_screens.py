"""What a reader sees first, on every screen, and how large and how clear it can be made."""

from io import BytesIO

import pdfplumber
import pytest
from helpers import browser as browsers
from helpers.browser import PHONE, REPORT, SMALL, WIDE, Visit
from playwright.sync_api import Page, expect

SCREENS = {"laptop": (1366, 768), "phone": (PHONE, 844)}
LARGE = 24
"""Pixels of 18 points: what is asked of pages for the elderly."""


def lower_edge(page: Page, selector: str) -> float:
    drawn = browsers.box(page.locator(selector).first)
    return drawn["y"] + drawn["height"]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_first_screen_says_what_matters(visit: Visit, screen: str) -> None:
    """What was wrong, how much, how well, then what for; the marks of the paper come later."""
    width, height = SCREENS[screen]
    page = visit(REPORT, width)
    page.set_viewport_size({"width": width, "height": height})
    for part in (".gk-verdict", ".gk-figures"):
        assert lower_edge(page, part) <= height, part
    assert browsers.box(page.locator(".gk-lead"))["y"] + 3 * 28 <= height  # three lines of it
    assert browsers.box(page.locator(".gk-disclosure"))["y"] >= lower_edge(page, ".gk-lead")


@pytest.mark.parametrize("width", [PHONE, SMALL])
def test_points_and_departments_need_no_push_sideways(visit: Visit, width: int) -> None:
    for uri, cells in ((REPORT, ".gk-scores td"), ("departments/index.html", ".gk-list td")):
        page = visit(uri, width)
        boxes = page.locator(cells).evaluate_all(
            "all => all.map(each => each.getBoundingClientRect()).filter(box => box.width)"
            ".map(box => [box.left, box.right, box.width, box.height])"
        )
        assert len(boxes) > 10
        assert all(left >= 0 and right <= width for left, right, _, _ in boxes)
        assert all(tall <= 6 * wide for _, _, wide, tall in boxes)


def test_keys_of_charts_break_between_words_only(visit: Visit) -> None:
    for uri in ("index.html", REPORT):
        page = visit(uri, SMALL)
        keys = page.locator(".gk-key")
        assert keys.count() > 1
        for key in keys.all():
            drawn = browsers.box(key)
            assert drawn["x"] + drawn["width"] <= SMALL
            assert drawn["height"] < 2 * 20  # one line


def test_large_type_is_large_and_stays(visit: Visit) -> None:
    page = visit(REPORT)
    size = "parseFloat(getComputedStyle(document.querySelector('.gk-lead p')).fontSize)"
    before = page.evaluate(size)
    button = page.get_by_role("button", name="大字")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    assert page.evaluate(size) >= LARGE > before
    for width in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.get_by_role("button", name="大字").press("Space")
    page.reload()
    assert page.evaluate(size) == before


@pytest.mark.promises
@pytest.mark.parametrize("uri", browsers.PAGES)
def test_large_type_and_more_contrast_are_for_everybody(visit: Visit, uri: str) -> None:
    page = visit(uri)
    page.get_by_role("button", name="大字").click()
    page.get_by_role("button", name="高对比").click()
    for width in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert browsers.violations(page) == []


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.promises)])
def test_more_contrast_is_the_highest_level(visit: Visit, scheme: str) -> None:
    page = visit(REPORT, color_scheme=scheme)
    page.get_by_role("button", name="高对比").click()
    page.reload()
    expect(page.get_by_role("button", name="高对比")).to_have_attribute("aria-pressed", "true")
    assert browsers.violations(page, ["color-contrast", "color-contrast-enhanced"]) == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(0, 0, 0)"}[scheme]


def test_a_system_that_asks_for_contrast_gets_it(visit: Visit) -> None:
    page = visit(REPORT, contrast="more")
    expect(page.get_by_role("button", name="高对比")).to_have_attribute("aria-pressed", "true")


def test_forced_colours_leave_the_keys_of_charts_apart(visit: Visit) -> None:
    page = visit("2024/shili-zhujian/old-neighbourhood/index.html", forced_colors="active")
    looks = page.locator(".gk-key").evaluate_all(
        "all => all.map(each => getComputedStyle(each, '::before')).map(one => "
        "`${one.backgroundColor} ${one.backgroundImage}`)"
    )
    assert len(looks) == 5
    assert len(set(looks)) == 3  # part, whole and what is missing
    fills = {
        look: page.locator(f".gk-chart__{look}").first.evaluate("one => getComputedStyle(one).fill")
        for look in ("part", "ground")
    }
    assert fills["part"] != fills["ground"]


def test_without_script_nothing_is_offered_that_does_nothing(visit: Visit) -> None:
    page = visit(REPORT, java_script_enabled=False)
    expect(page.locator(".gk-display button:visible")).to_have_count(0)


def test_each_sheet_says_whose_paper_it_is_and_which_of_how_many(
    visit: Visit, address: str
) -> None:
    uri = "2024/shili-zhujian/old-neighbourhood/index.html"
    with pdfplumber.open(BytesIO(visit(uri).pdf(prefer_css_page_size=True))) as paper:
        sheets = ["".join((sheet.extract_text() or "").split()) for sheet in paper.pages]
    assert len(sheets) > 2
    if "(cid:0)" in sheets[0]:
        pytest.skip("no font with Chinese letters is here, and none could be installed")
    for number, text in enumerate(sheets, 1):
        assert f"第{number}页，共{len(sheets)}页" in text
        assert "财政支出绩效评价公开" in text
        assert "示建发〔2025〕36号" in text
        assert f"{address}{uri}" in text
        assert "发布2025-09-11" in text
