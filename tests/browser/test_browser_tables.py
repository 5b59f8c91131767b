"""The year's table in a real browser: ordered and filtered by its readers, whole without script."""

import re
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import showcase
from helpers.browser import PHONE, WIDE, Host, Visit
from playwright.sync_api import Locator, Page, expect

YEAR = "2024/index.html"
ROWS = ".gk-filterable tbody tr"
SHOWN = ".gk-filterable tbody tr:visible"


def budgets(page: Page) -> list[float]:
    cells = browsers.texts(page, f"{ROWS} [data-label=预算]")
    given = [cell.partition("万元") for cell in cells if cell != "—"]
    return [float(number.replace(",", "")) for number, *_ in given]


def heading(page: Page, name: str) -> Locator:
    return page.locator(".gk-filterable thead th", has_text=name)


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_heading_orders_the_rows_and_says_how(visit: Visit, width: int) -> None:
    page = visit(YEAR, width)
    as_printed = budgets(page)
    th, button = heading(page, "预算"), heading(page, "预算").get_by_role("button")
    button.click()
    expect(th).to_have_attribute("aria-sort", "ascending")
    assert budgets(page) == sorted(as_printed)
    page.keyboard.press("Enter")
    expect(th).to_have_attribute("aria-sort", "descending")
    assert budgets(page) == sorted(as_printed, reverse=True)
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    expect(th).not_to_have_attribute("aria-sort", "descending")
    assert budgets(page) == as_printed != sorted(as_printed)


POINTS = """cells => cells.flatMap(cell => {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), text = walk.nextNode()
  const at = text && /^[\\d,]+\\.\\d/.test(text.data) ? text.data.indexOf(".") : -1
  if (at < 0) return []
  const range = document.createRange()
  range.setStart(text, at)
  range.setEnd(text, at + 1)
  return [range.getBoundingClientRect().x]
})"""


@pytest.mark.parametrize("column", ["预算", "支出", "执行率", "得分"])
def test_decimals_stand_under_one_another(visit: Visit, column: str) -> None:
    cells = visit(YEAR).locator(f"{ROWS} [data-label={column}]")
    points = cells.evaluate_all(POINTS)
    assert len(points) > 10
    assert max(points) - min(points) < 2


def test_a_long_sum_is_ordered_and_found_like_the_others(visit: Visit) -> None:
    page = visit("2023/index.html")
    expect(page.locator(f"{ROWS} [data-label=预算]", has_text="11,313.55万元")).to_have_count(1)
    heading(page, "预算").get_by_role("button").click()
    assert budgets(page) == sorted(budgets(page))
    page.get_by_label("筛选").fill("11313.55")
    expect(page.locator(SHOWN)).to_have_count(1)


def test_only_one_heading_orders(visit: Visit) -> None:
    page = visit(YEAR)
    heading(page, "预算").get_by_role("button").click()
    heading(page, "得分").get_by_role("button").click()
    expect(page.locator("[aria-sort]")).to_have_count(1)
    scores = browsers.texts(page, f"{ROWS} [data-label=得分]")
    given = [score for score in scores if score[0].isdecimal()]
    assert scores[len(given) :]
    assert scores[: len(given)] == given == sorted(given, key=float)


def test_grades_are_ordered_by_rank_and_none_comes_last(visit: Visit) -> None:
    page = visit(YEAR)
    for last in ("差", "优"):
        heading(page, "等级").get_by_role("button").click()
        grades = browsers.texts(page, f"{ROWS} [data-label=等级]")
        ranked = [grade for grade in grades if grade in "优良中差"]
        order = ["优良中差".index(grade) for grade in ranked]
        assert order == sorted(order, reverse=last == "优") != sorted(order, reverse=last == "差")
        assert grades[-1] == "—"


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_field_filters_by_all_words_and_says_how_many_are_left(visit: Visit, width: int) -> None:
    page = visit(YEAR, width)
    field, count = page.get_by_label("筛选"), page.get_by_role("status").filter(has_text="显示")
    everything = page.locator(ROWS).count()
    expect(count).to_have_text(f"显示 {everything} 项，共 {everything} 项")
    field.focus()
    page.keyboard.insert_text("市交通局 公交")
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(count).to_have_text(f"显示 1 项，共 {everything} 项")
    assert browsers.violations(page) == []
    field.fill("")
    expect(page.locator(SHOWN)).to_have_count(everything)


@pytest.mark.parametrize("words", ["示例市交通运输局", "1613.6", "１６１３", "市交通局 公交"])
def test_the_field_understands_what_the_search_understands(visit: Visit, words: str) -> None:
    page = visit(YEAR)
    page.get_by_label("筛选").fill(words)
    expect(page.locator(SHOWN).filter(has_text="公交")).to_have_count(1)


def test_how_it_is_ordered_and_filtered_can_be_linked(visit: Visit, site: Path) -> None:
    page = visit("index.html", site=f"{site.as_uri()}/")
    page.get_by_role("link", name="2024年度").first.click()
    before = page.evaluate("history.length")
    button = heading(page, "预算").get_by_role("button")
    button.click()
    button.click()
    page.get_by_label("筛选").fill("市交通局")
    asked = "?sort=预算&order=desc&filter=市交通局"
    assert page.evaluate("decodeURI(location.search)") == asked
    assert page.evaluate("history.length") == before
    shown = browsers.texts(page, f"{SHOWN} a")
    assert 0 < len(shown) < page.locator(ROWS).count()
    page.reload()
    assert browsers.texts(page, f"{SHOWN} a") == shown
    expect(heading(page, "预算")).to_have_attribute("aria-sort", "descending")
    expect(page.get_by_label("筛选")).to_have_value("市交通局")
    button.click()
    page.get_by_label("筛选").fill("")
    assert page.evaluate("location.search") == ""
    page.go_back()
    expect(page).to_have_url(f"{site.as_uri()}/index.html")


def test_the_table_is_whole_without_script(visit: Visit) -> None:
    with_script = browsers.texts(visit(YEAR), f"{ROWS} a")
    page = visit(YEAR, java_script_enabled=False)
    assert browsers.texts(page, f"{ROWS} a") == with_script
    expect(page.locator(SHOWN)).to_have_count(len(with_script))
    expect(page.locator("article :is(button, input)")).to_have_count(0)


def test_headings_are_plain_text_on_paper(visit: Visit) -> None:
    """Chromium draws no button in a heading that it repeats on the next sheet."""
    page = visit(YEAR)
    for event, buttons in (("beforeprint", 0), ("afterprint", 8)):
        page.evaluate(f"dispatchEvent(new Event('{event}'))")
        expect(page.locator(".gk-filterable thead button")).to_have_count(buttons)
        assert [name.rstrip(" ↕") for name in browsers.texts(page, ".gk-filterable thead th")] == [
            "评价报告", "部门", "评价类型", "预算", "支出", "执行率", "得分", "等级",
        ]  # fmt: skip


@pytest.fixture
def projects(project: Path, host: Host) -> str:
    """The address of a site where a department has seven projects."""
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8")
    name = re.search("(?m)^  名称: (.*)$", text)
    assert name is not None
    for number, word in enumerate("甲乙丙丁戊己"):
        other = text.replace(name[1], f"{word}字号{name[1]}", 1)
        record.with_name(f"project-{number}.yml").write_text(other, encoding="utf-8")
    return host(showcase.build(project))


def test_the_projects_of_a_department_are_ordered_and_filtered_too(
    visit: Visit, projects: str
) -> None:
    page = visit(f"departments/{browsers.DEPARTMENT}/index.html", site=projects)
    expect(page.get_by_text("显示 7 个项目，共 7 个项目")).to_be_visible()
    page.get_by_label("筛选").fill("丙字号")
    expect(page.get_by_text("显示 1 个项目，共 7 个项目")).to_be_visible()
    expect(page.locator(SHOWN)).to_contain_text("丙字号")
    page.get_by_label("筛选").fill("")
    page.get_by_role("button", name=f"按 {browsers.YEAR} 排序").click()
    expect(page.locator("th[aria-sort] a")).to_have_text(browsers.YEAR)
    assert browsers.violations(page) == []
    page.locator(".gk-filterable thead a").click()
    expect(page.locator("h1")).to_contain_text(browsers.YEAR)
    expect(page.get_by_label("筛选")).to_have_attribute("placeholder", "项目、等级")
