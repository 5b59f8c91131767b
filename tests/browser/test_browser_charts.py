"""Charts in a real browser: they have a name, say their numbers, and those of their table."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from helpers import browser as browsers
from helpers.browser import PHONE, SMALL, Visit
from playwright.sync_api import FloatRect, Page, expect

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
CHARTS = ".gk-chart > svg"
HALO = 5
"""Pixels that an outline in the colour of the ground adds to a text."""
PAGES = {
    "index.html": 1,
    "2024/index.html": 2,
    "departments/shili-jiaotong/index.html": 2,
    "2024/shili-zhujian/old-neighbourhood/index.html": 2,
}
every_page = pytest.mark.parametrize(("uri", "count"), PAGES.items(), ids=PAGES)


def numbers(text: str) -> list[str]:
    return NUMBER.findall(text)


def described(page: Page, chart: str) -> list[list[str]]:
    """The numbers of each part of a chart's description, without its name."""
    parts = page.locator(f"#{chart}-desc").text_content() or ""
    return [numbers(part.partition("：")[2]) for part in parts.split("；")]


def rows(page: Page, table: str) -> list[list[str]]:
    """The numbers of each row of a table, without its heading."""
    found = page.locator(f"{table} tbody tr").all()
    return [numbers(" ".join(row.locator("td").all_inner_texts())) for row in found]


@every_page
def test_a_chart_has_a_name_and_a_description(visit: Visit, uri: str, count: int) -> None:
    page = visit(uri)
    expect(page.locator(CHARTS)).to_have_count(count)
    for chart in page.locator(CHARTS).all():
        title = chart.locator("title").text_content() or ""
        expect(page.get_by_role("img", name=title)).to_have_count(1)
        expect(page.locator("figcaption", has_text=title)).to_have_count(1)
        assert numbers(chart.locator("desc").text_content() or "")


@every_page
def test_every_number_of_a_chart_stands_in_the_text(visit: Visit, uri: str, count: int) -> None:
    page = visit(uri)
    drawn = page.locator(CHARTS).evaluate_all(
        "all => all.map(each => [...each.querySelectorAll('text, desc')]"
        ".map(part => part.textContent).join(' '))"
    )
    page.locator(".gk-chart").evaluate_all("all => all.forEach(each => each.remove())")
    written = set(numbers(page.locator("article").inner_text()))
    assert [set(numbers(text)) - written for text in drawn] == [set()] * count


def test_departments_are_drawn_with_the_numbers_of_their_table(visit: Visit) -> None:
    page = visit("2024/index.html")
    sums = list(_sums(page, "[aria-label=示例市各部门合计] tbody tr"))
    assert sums
    assert [[spent, budget] for budget, spent in sums] == described(page, "departments-shili")


def _sums(page: Page, lines: str) -> Iterator[list[str]]:
    """Budget and spending of each department that has both, as its line begins to say them."""
    without = 0
    for line in page.locator(lines).all():
        _, budget, spent = map(numbers, line.locator("td").all_inner_texts())
        if budget and spent:
            yield [budget[0], spent[0]]
        else:
            without += 1
    assert without == 2


def test_grades_are_drawn_with_the_numbers_of_their_table(visit: Visit) -> None:
    page = visit("index.html")
    table = rows(page, "[aria-label=示例市各年度评价等级（份）]")
    assert [[n for n in counts[:-1] if n != "0"] for counts in table] == described(
        page, "grades-shili"
    )


def test_years_of_a_department_are_drawn_with_the_numbers_of_their_tables(visit: Visit) -> None:
    page = visit("departments/shili-jiaotong/index.html")
    money = [[spent, budget] for _, budget, spent in rows(page, "[aria-label=历年资金]")]
    assert money == described(page, "money-chart")
    years = numbers(" ".join(page.locator(".gk-history thead").all_inner_texts()))
    drawn = [
        dict(zip(part[::2], part[1::2], strict=True)) for part in described(page, "history-chart")
    ]
    for row, scores in zip(page.locator(".gk-history tbody tr").all(), drawn, strict=True):
        cells = row.locator("td").all_inner_texts()
        shown = {y: numbers(c)[0] for y, c in zip(years, cells, strict=True) if numbers(c)}
        assert shown == scores


@pytest.mark.parametrize("width", [PHONE, SMALL])
@every_page
def test_no_text_of_a_chart_leaves_it_or_covers_another(
    visit: Visit, uri: str, count: int, width: int
) -> None:
    page = visit(uri, width)
    assert count
    for chart in page.locator(CHARTS).all():
        frame = browsers.box(chart)
        drawn = [browsers.box(text) for text in chart.locator(".gk-chart__value:visible").all()]
        left, right = frame["x"] - HALO, frame["x"] + frame["width"] + HALO
        assert all(left <= b["x"] and b["x"] + b["width"] <= right for b in drawn)
        assert not any(_cover(a, b) for a, b in combinations(drawn, 2))


def _cover(a: FloatRect, b: FloatRect) -> bool:
    across = max(a["x"], b["x"]) < min(a["x"] + a["width"], b["x"] + b["width"])
    return across and max(a["y"], b["y"]) < min(a["y"] + a["height"], b["y"] + b["height"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_follows_the_scheme(visit: Visit, scheme: str) -> None:
    page = visit("2024/index.html", color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(page.locator(".gk-chart__part").first).not_to_have_css("fill", ground)
    ink = page.evaluate("getComputedStyle(document.body).color")
    expect(page.locator(".gk-chart__name").first).to_have_css("fill", ink)
