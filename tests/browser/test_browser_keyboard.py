"""Everything is reached by keyboard, and the reader sees where."""

import pytest
from helpers.browser import PHONE, SMALL, WIDE, Visit
from playwright.sync_api import Page, expect

FOCUS = """() => {
    const style = getComputedStyle(document.activeElement), name = document.activeElement
    return [name.innerText.trim() || name.name, style.outlineStyle, parseFloat(style.outlineWidth)]
}"""
FIRST, DISPLAY = ("跳到正文", "财政支出绩效评价公开"), ("深色显示", "大字", "高对比")
FARTHEST = 150
"""So many stops at most between two places of a journey."""


@pytest.mark.parametrize(
    ("width", "stops"),
    [
        (PHONE, [*FIRST, "菜单", "q", "搜索", *DISPLAY, "本页目录"]),
        (WIDE, [*FIRST, "q", "搜索", *DISPLAY, "首页", "年度", "部门"]),
    ],
)
def test_tab_visits_in_order_and_shows_where(visit: Visit, width: int, stops: list[str]) -> None:
    page = visit(width=width)
    for stop in stops:
        page.keyboard.press("Tab")
        name, outline, thickness = page.evaluate(FOCUS)
        assert name.startswith(stop)
        assert outline == "solid"
        assert thickness >= 2


def test_skip_link_leads_to_the_text(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#gk-content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".gk-breadcrumb").get_by_role("link", name="首页")).to_be_focused()


def test_score_table_scrolls_by_keyboard(visit: Visit) -> None:
    region = visit(width=SMALL).get_by_role("region", name="评分表")
    expect(region).to_have_attribute("tabindex", "0")
    region.press("ArrowRight")
    expect(region).to_be_focused()


def test_menu_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit(width=PHONE)
    button = page.get_by_role("button", name="菜单")
    departments = page.get_by_role("navigation", name="主导航").get_by_role("link", name="部门")
    expect(button).to_have_attribute("aria-controls", "gk-nav")
    expect(departments).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    departments.focus()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(departments).to_be_hidden()


def test_from_the_home_page_to_a_finding(visit: Visit, address: str) -> None:
    page = visit("index.html")
    for name, place in (
        ("2024年度", "2024/"),
        ("市住建局", "2024/shili-zhujian/"),
        ("城镇老旧小区改造", "2024/shili-zhujian/old-neighbourhood/"),
    ):
        _go(page, name)
        expect(page).to_have_url(f"{address}{place}index.html")
    _go(page, "问题 1")
    expect(page).to_have_url(
        f"{address}2024/shili-zhujian/old-neighbourhood/index.html#finding-id-w1"
    )
    expect(page.locator("#finding-id-w1")).to_be_in_viewport()


def _go(page: Page, name: str) -> None:
    """Press Tab until a link of the page's own text begins with a name, then Enter."""
    page.locator("#gk-content").focus()
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        if here.count() and here.inner_text().startswith(name):
            here.press("Enter")
            return
    pytest.fail(f"no way to {name} by keyboard from {page.url}")
