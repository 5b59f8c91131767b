"""Departments, frames and pages written by hand are found beside the reports."""

import pytest
from helpers.browser import Visit
from helpers.search_page import PAGE, ask, found
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("words", "label", "target"),
    [
        ("单位自评", "名词解释", "glossary/index.html#self-evaluation"),
        ("示例市教育局", "部门", "departments/shili-jiaoyu/index.html"),
    ],
)
def test_what_is_called_so_comes_first(visit: Visit, words: str, label: str, target: str) -> None:
    page = ask(visit, words)
    first = page.locator(".gk-beside:has(+ #search-results) li").first
    expect(first).to_contain_text(label)
    href = first.locator("h3 a").get_attribute("href") or ""
    assert href.endswith(target)
    assert found(page, words).count() > 0


def test_what_says_so_stands_below_the_reports(visit: Visit) -> None:
    page = ask(visit, "绩效评价")
    below = page.locator("#search-results + .gk-beside li")
    assert 0 < below.count() <= 5
    page = ask(visit, "绩效评价", "&kind=evaluation")
    expect(page.locator(".gk-beside")).to_have_count(0)


def test_no_dead_end_where_a_page_has_the_words(visit: Visit) -> None:
    words = "越多越好的指标"
    page = ask(visit, words)
    assert any("method/index.html#scoring" in a for a in _all(page))
    page.goto(page.url.partition("?")[0] + "?q=鼯鼠")
    found(page, "鼯鼠")
    expect(page.locator(".gk-beside")).to_have_count(0)
    assert PAGE in page.url


def _all(page: Page) -> list[str]:
    links = page.locator(".gk-beside h3 a").all()
    return [link.get_attribute("href") or "" for link in links]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("哪个单位花钱超支了", "questions/overspent/"),
        ("去年没花完的钱", "questions/unspent/"),
        ("哪些报告看不到原文", "questions/without-original/"),
        ("检查以后有哪些问题", "problems/"),
    ],
)
def test_a_question_leads_to_the_list_that_answers_it(
    visit: Visit, words: str, target: str
) -> None:
    page = ask(visit, words)
    assert any(link.endswith(f"/{target}index.html") for link in _all(page))
