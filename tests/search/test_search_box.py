"""The search box in the head of every page, and all ways of typing into it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import search_engine, showcase
from helpers.browser import Host, Visit
from helpers.search_page import PAGE, facet, found
from playwright.sync_api import Browser, CDPSession, Page, expect

from generator.search.script_files import FOLDER

Suggest = Callable[[str], list[tuple[str, str, str]]]
OPTIONS = """all => all.map(option =>
    [option.firstChild.data, option.querySelector("span").innerText, option.dataset.href])"""
FOCUS = """() => {
    const here = document.activeElement
    const name = here.innerText || here.labels?.[0]?.innerText || ""
    return [name, getComputedStyle(here).outlineStyle]
}"""


def test_every_journey_needs_the_keyboard_only(visit: Visit, address: str) -> None:
    page = visit("index.html")
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("消防")
    page.keyboard.press("Enter")
    found(page, "消防")
    page.keyboard.press("s")
    expect(page.get_by_role("searchbox")).to_be_focused()
    _tab_to(page, "问题")
    page.keyboard.press("Space")
    page.wait_for_url("**kind=finding")
    found(page, "消防")
    expect(facet(page, "结果类型", "问题")).to_be_focused()
    first = page.locator("#search-results a").first
    _tab_to(page, first.inner_text())
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}20**#finding-id-*")


def _tab_to(page: Page, text: str) -> None:
    """Go on with Tab until what has the focus begins with the text; each stop must be visible."""
    for _ in range(120):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(FOCUS)
        assert outline != "none", name
        if name.startswith(text):
            return
    pytest.fail(f"no stop at {text}")


def test_a_key_can_be_turned_off_and_does_not_disturb_typing(visit: Visit, address: str) -> None:
    page = visit(PAGE)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("s/f")
    expect(page.get_by_role("searchbox")).to_have_value("s/f")
    page.locator("#search-keys").get_by_role("checkbox").uncheck()
    page.goto(f"{address}index.html")
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).not_to_be_focused()


def test_an_input_method_is_heard_when_its_word_is_chosen(visit: Visit) -> None:
    for uri, field in ((PAGE, "#search-query"), ("index.html", ".gk-search__query")):
        page = visit(uri)
        page.locator(field).focus()
        keyboard = page.context.new_cdp_session(page)
        _compose(keyboard, "xiao'fang")
        page.wait_for_timeout(400)
        assert page.locator("#search-results[data-query*=i], [role=option]").count() == 0
        keyboard.send("Input.insertText", {"text": "消防"})
        if uri == PAGE:
            found(page, "消防")
        else:
            expect(page.get_by_role("option").first).to_be_visible()


def _compose(keyboard: CDPSession, letters: str) -> None:
    for end in range(1, len(letters) + 1):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": letters[:end], "selectionStart": end, "selectionEnd": end},
        )


def test_suggestions_are_a_combobox(visit: Visit, address: str) -> None:
    page = visit("index.html")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("市委办")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("中共沅江市委办公室")
    expect(options.first).to_contain_text("部门")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_contain_text("条建议")
    box.press("ArrowDown")
    chosen = options.first
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    box.press("ArrowUp")
    expect(chosen).to_have_attribute("aria-selected", "false")
    expect(box).not_to_have_attribute("aria-activedescendant", "")
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("市委办")
    box.press("ArrowDown")
    expect(options.first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(f"{address}departments/yuanjiang-shiwei-bangongshi/index.html")


def test_a_suggestion_can_be_pressed(visit: Visit, address: str) -> None:
    page = visit("index.html")
    page.get_by_role("combobox").fill("沅江")
    page.get_by_role("option").first.click()
    page.wait_for_url(f"{address}departments/yuanjiang-shiwei-bangongshi/index.html")


@pytest.fixture
def suggest(visit: Visit) -> Suggest:
    """Types into the box and reads what is suggested: title, kind and department, address."""
    page = visit("index.html")
    box, answered = page.get_by_role("combobox"), page.locator("#gk-suggestions")

    def typed(text: str) -> list[tuple[str, str, str]]:
        box.fill(text)
        expect(answered).to_have_attribute("data-query", text)
        return [tuple(read) for read in page.get_by_role("option").evaluate_all(OPTIONS)]

    return typed


def test_suggestions_name_departments_projects_and_reports(suggest: Suggest, address: str) -> None:
    assert suggest("水务")[0] == (
        "示例市水利局", "部门", f"{address}departments/shili-shuili/index.html",
    )  # fmt: skip
    kinds = [label.partition(" · ")[0] for _, label, _ in suggest("消防")]
    assert kinds == sorted(kinds, key=["部门", "项目", "报告"].index)
    assert {"部门", "项目", "报告"} == set(kinds)
    for nothing in ("围墙彩绘", "。", "-", '"', '""', "😀", "-水利"):
        assert suggest(nothing) == [], nothing


def test_a_project_is_suggested_by_its_name_only_and_says_whose_it_is(suggest: Suggest) -> None:
    projects = [
        (title, label) for title, label, _ in suggest("文物") if label.startswith("项目 · ")
    ]
    assert len(projects) == len(set(projects)) > 1
    assert all("文物" in title for title, _ in projects)
    found = suggest("绩效")
    kinds = {label.partition(" · ")[0] for _, label, _ in found}
    assert "报告" in kinds
    assert all("绩效" in title for title, label, _ in found if label.startswith("项目"))
    assert all("绩效" in title for title, *_ in found)


def test_a_mistake_is_forgiven_in_a_suggestion(suggest: Suggest) -> None:
    assert "消防站" in suggest("消防站建没")[0][0]


def test_suggestions_leave_with_the_focus(visit: Visit) -> None:
    page = visit("index.html")
    page.get_by_role("combobox").fill("沅江")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_without_script_the_form_leads_to_the_lists(visit: Visit, address: str) -> None:
    page = visit("index.html", java_script_enabled=False)
    page.get_by_role("searchbox", name="搜索评价报告").fill("消防")
    page.get_by_role("button", name="搜索").click()
    page.wait_for_url(f"{address}{PAGE}?q=*")
    expect(page.locator("noscript p")).to_be_visible()
    for part in ("form", "found", "keys"):
        expect(page.locator(f"#search-{part}")).to_be_hidden()
    page.locator("#search-lists").get_by_role("link", name="2021年度").click()
    expect(page).to_have_url(f"{address}2021/index.html")


def test_a_page_does_not_load_the_search_before_it_is_wanted(visit: Visit, address: str) -> None:
    page = visit("index.html")
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name)"
    names = [name.removeprefix(address) for name in page.evaluate(loaded)]
    assert any(name.startswith("assets/search-box.js?") for name in names)
    assert not [name for name in names if name.startswith(("search/", "assets/search.js"))]


def test_suggestions_survive_a_new_publication(
    browser: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(site, tmp_path / "site")
    visitor = browsers.Visitor(browser, host(folder))
    page = visitor.open("index.html")
    box = page.get_by_role("combobox")
    box.fill("沅江")
    expect(page.get_by_role("option").first).to_be_visible()
    project = showcase.small_to(tmp_path / "project")
    shutil.rmtree(folder / FOLDER)
    search_engine.index_to(folder, project)
    for text in ("消防", "消防站"):
        box.fill(text)
        page.wait_for_timeout(500)
    expect(page.get_by_role("option").first).to_contain_text("消防")
    visitor.leave()
