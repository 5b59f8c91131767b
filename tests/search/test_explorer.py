"""The search page without a word typed: every report, to be chosen from, sorted and added up."""

import re
from pathlib import Path

from helpers import browser as browsers
from helpers import showcase
from helpers.browser import PHONE, Visit
from helpers.search_page import PAGE, addresses, ask, count, facet, found, total
from playwright.sync_api import Page, Route, expect

from generator.catalog import Catalog

SCREEN = 844
"""The height of a phone 390 wide."""


def explorer(visit: Visit, asked: str = "", **settings: object) -> Page:
    page = visit(PAGE + asked, **settings)
    found(page)
    return page


def scores(page: Page) -> list[float]:
    told = (re.search(r"([\d.]+) 分", text) for text in browsers.texts(page, ".gk-hit__facts"))
    return [float(score[1]) for score in told if score]


def test_all_reports_are_there_the_newest_first(visit: Visit) -> None:
    page = explorer(visit)
    loaded = showcase.loaded()
    catalog = Catalog(loaded.regions, loaded.departments, loaded.records)
    everything = [e for document in catalog.documents for e in catalog.with_items(document)]
    assert total(page) == len(everything)
    status = page.locator("#search-status")
    expect(status).to_have_text(f"全部评价报告，共 {len(everything)} 条")
    days = {e.address: f"{e.published}" for e in everything}
    shown = [days[address.split("#")[0]] for address in addresses(page)]
    assert len(shown) == 20
    assert shown == sorted(shown, reverse=True)
    page.get_by_role("navigation", name="结果分页").get_by_role("link", name="下一页").click()
    expect(status).to_contain_text("第 2 页")
    assert page.evaluate("location.search") == "?page=2"
    assert browsers.violations(page) == []


def test_values_of_a_facet_are_added_and_facets_narrow_one_another(visit: Visit) -> None:
    page = explorer(visit)
    results = page.locator("#search-results")
    one, other = (facet(page, "年度", f"{year}年度") for year in (2022, 2023))
    numbers = count(one), count(other)
    one.check()
    expect(results).to_have_attribute("data-total", str(numbers[0]))
    assert count(other) == numbers[1]
    other.check()
    expect(results).to_have_attribute("data-total", str(sum(numbers)))
    expect(other).to_be_focused()
    good = count(facet(page, "等级", "优"))
    facet(page, "等级", "优").press("Space")
    expect(results).to_have_attribute("data-total", str(good))
    assert count(one) + count(other) == good
    assert page.evaluate("decodeURI(location.search)") == "?year=2022&year=2023&grade=优"
    page.get_by_role("button", name="去掉“2022年度”").click()
    expect(one).not_to_be_checked()
    page.go_back()
    expect(one).to_be_checked()
    expect(results).to_have_attribute("data-total", str(good))
    page.get_by_role("link", name="全部去掉").click()
    expect(page).to_have_url(re.compile(r"index\.html$"))


def test_numbers_are_chosen_from_and_to(visit: Visit) -> None:
    page = explorer(visit, "?sort=score-rising")
    low, high = (page.get_by_label(f"得分（折合百分制，分）{end}") for end in ("最低", "最高"))
    everything = total(page)
    low.fill("８５")
    low.press("Enter")
    expect(page.locator("#search-results")).not_to_have_attribute("data-total", str(everything))
    expect(low).to_be_focused()
    high.fill("95.5")
    high.press("Tab")
    page.wait_for_url("**?score-from=85&score-to=95.5&sort=score-rising")
    expect(page.get_by_role("status")).to_contain_text("在“得分85至95.5分”中找到")
    shown = scores(page)
    assert shown == sorted(shown)
    assert shown[0] >= 85
    assert shown[-1] <= 95.5
    high.fill("很高")
    high.press("Enter")
    expect(page.locator("#search-wrong-score")).to_be_visible()
    expect(high).to_have_attribute("aria-invalid", "true")
    assert page.url.endswith("sort=score-rising")
    assert browsers.violations(page) == []


def test_a_rate_beyond_its_range_and_links_of_before_lead_to_the_same(visit: Visit) -> None:
    page = explorer(visit, "?year=2021&sort=rate")
    assert addresses(page) == [f"{showcase.SEED}/"]
    expect(page.locator(".gk-hit")).to_contain_text("执行率 135.71% 计算值")
    expect(facet(page, "执行率", "超过100%")).to_be_visible()
    expect(page.locator("#search-sums summary")).to_have_text(
        "1 条都计入合计：预算 7.0万元，支出 9.5万元"
    )


def test_money_is_added_where_it_may_be_and_says_of_how_many(visit: Visit) -> None:
    """The showcase's year of bonds, whose budgets are not in the sum and whose spending is."""
    page = explorer(visit, "?year=2024")
    summary = page.locator("#search-sums summary")
    told = re.fullmatch(
        r"其中 (\d+) 条计入合计：预算 [\d.]+亿元（(\d+) 条），支出 [\d.]+亿元（(\d+) 条）",
        summary.inner_text(),
    )
    assert told is not None
    summary.click()
    lines = browsers.texts(page, "#search-sums li")
    assert "24,584.58万元" in lines[0]
    assert "不与项目相加" in lines[1]
    left_out = [int(n) for line in lines for n in re.findall(r"不计入的 (\d+) 条", line)]
    departments = re.search(r"部门整体支出（(\d+) 条）", lines[1])
    assert departments is not None
    assert int(told[1]) + int(departments[1]) + sum(left_out) == total(page)
    page = explorer(visit)
    expect(page.locator("#search-sums summary")).to_contain_text("分属 2 个地区，金额不相加")


def test_problems_are_chosen_by_whether_they_are_mended(visit: Visit) -> None:
    page = explorer(visit, "?kind=finding")
    box = facet(page, "问题整改", "没有整改完")
    number = count(box)
    box.check()
    expect(page.locator("#search-results")).to_have_attribute("data-total", str(number))
    assert "&mended=open" in page.url
    loaded = showcase.loaded()
    problems = Catalog(loaded.regions, loaded.departments, loaded.records).problems
    open_ones = {f"{p.document.address}#{p.found.anchor}" for p in problems.all if p.is_not_mended}
    assert set(addresses(page)) == open_ones
    assert len(open_ones) == number


def test_a_long_sum_is_rounded_with_the_exact_one_at_hand(visit: Visit) -> None:
    page = explorer(visit, "?department=shili-minzheng&sort=amount")
    budget = page.locator(".gk-hit__facts .gk-rounded").first
    expect(budget).to_have_text("1.13亿元")
    expect(budget).to_have_attribute("title", "11,313.55万元")


def test_what_words_find_is_added_too(visit: Visit) -> None:
    page = ask(visit, "农村公路养护")
    expect(page.locator("#search-sums summary")).to_have_text(
        re.compile(r"\d+ 条评价报告，?(其中 \d+ 条|都)计入合计：预算 [\d,.]+万元，支出 [\d,.]+万元")
    )
    page = ask(visit, "鼯鼠打洞")
    expect(page.locator("#search-sums")).to_be_hidden()


def test_it_does_without_the_file_of_its_own(visit: Visit) -> None:
    """Days, originals and sums are in a file that may be lost; the rest of the page stands."""
    page = visit("404.html")

    def emptied(route: Route) -> None:
        answer = route.fetch()
        lost = answer.text().startswith('gongkaiSearch.add("explore"')
        route.fulfill(response=answer, body="" if lost else answer.body())

    page.route("**/search/index/*.js", emptied)
    page.goto(page.url.replace("404.html", f"{PAGE}?year=2023"))
    found(page)
    assert total(page) > 10
    expect(page.get_by_text("一部分筛选条件和合计没有载入")).to_be_visible()
    expect(page.get_by_text("报告原文", exact=True)).to_have_count(0)
    expect(page.locator("#search-sums")).to_be_hidden()
    facet(page, "等级", "优").check()
    page.wait_for_url("**grade=*")
    found(page)


def test_on_a_phone_the_first_result_is_on_the_first_screen(visit: Visit) -> None:
    page = explorer(visit, "?year=2023", width=PHONE)
    for words in ("", "公路"):
        if words:
            page = ask(visit, words, width=PHONE)
        first = browsers.box(page.locator("#search-results h3").first)
        assert first["y"] + first["height"] < SCREEN
        expect(page.locator("#search-facets")).not_to_have_attribute("open", "")
    page.locator("#search-facets > summary").click()
    assert browsers.violations(page) == []


def test_words_narrow_by_the_same_choices(visit: Visit, site: Path) -> None:
    page = ask(
        visit, "预算", "&year=2023&year=2022&rate-to=100&sort=date", site=f"{site.as_uri()}/"
    )
    assert {uri[:4] for uri in addresses(page)} <= {"2022", "2023"}
    assert len(page.locator("#search-results li.gk-hit").all()) == 10
    expect(facet(page, "报告原文", "未提供原文")).to_be_visible()
    page.get_by_role("searchbox").fill("")
    page.wait_for_url("**?year=2023&year=2022&rate-to=100")
    found(page)


def test_without_script_it_leads_to_lists_and_answers(visit: Visit) -> None:
    page = visit(PAGE, java_script_enabled=False)
    expect(page.locator("noscript p")).to_contain_text("搜索和筛选需要浏览器启用 JavaScript")
    for name in ("2023年度", "支出超过预算的项目", "数据下载"):
        expect(page.get_by_role("link", name=name).first).to_be_visible()
    expect(page.locator("#search-form, #search-found").first).to_be_hidden()
