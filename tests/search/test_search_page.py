"""The search page as readers use it: results, filters, order, pages, and its address."""

import re
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import showcase
from helpers.browser import PHONE, REPORT, Visit
from helpers.search_page import DEPARTMENT, PAGE, addresses, ask, count, facet, found, total
from playwright.sync_api import expect


def test_a_result_says_what_where_and_why(visit: Visit, address: str) -> None:
    page = ask(visit, DEPARTMENT)
    first = page.locator("#search-results > li").first
    expect(first).to_have_attribute("data-uri", f"{showcase.SEED}/")
    expect(first.locator("p").first).to_contain_text("评价报告")
    for fact in (DEPARTMENT, "2021年度", "98 分 计算值", "优 计算值", "预算 7万元"):
        expect(first).to_contain_text(fact)
    expect(first.locator("mark").first).to_have_text("办公室")  # what a sentence has of it
    expect(page).to_have_title("沅江市委办公室 - 搜索 - 财政支出绩效评价公开")
    expect(page.get_by_role("status")).to_have_text(f"找到 {total(page)} 条结果")
    first.get_by_role("link").click()
    expect(page).to_have_url(address + REPORT)


def test_a_finding_is_a_result_that_leads_to_its_place(visit: Visit) -> None:
    page = ask(visit, "对绩效评价理解不深")
    result = page.locator("#search-results > li", has_text="问题").first
    expect(result).to_have_attribute("data-uri", f"{showcase.SEED}/#finding-id-w1")
    result.get_by_role("link").click()
    expect(page.locator("#finding-id-w1")).to_be_in_viewport()


def test_the_whole_state_is_in_the_address(visit: Visit) -> None:
    page = ask(visit, "预算", "&kind=finding&year=2023&sort=year")
    expect(page.get_by_role("searchbox")).to_have_value("预算")
    expect(page.get_by_role("combobox", name="排序")).to_have_value("year")
    expect(facet(page, "年度", "2023年度")).to_be_checked()
    assert addresses(page)
    assert all(uri.startswith("2023/") and "#finding-" in uri for uri in addresses(page))


def test_words_typed_are_searched_at_once_and_stand_in_the_address(visit: Visit) -> None:
    page = visit(PAGE)
    before = page.evaluate("history.length")
    page.get_by_role("searchbox").press_sequentially("消防")
    found(page, "消防")
    assert page.evaluate("decodeURI(location.search)") == "?q=消防"
    assert page.evaluate("history.length") == before
    page.reload()
    found(page, "消防")


def test_back_and_forward_show_what_was_there(visit: Visit) -> None:
    page = ask(visit, "预算")
    everything = total(page)
    facet(page, "结果类型", "问题").check()
    expect(page.locator("#search-results")).not_to_have_attribute("data-total", str(everything))
    some, second = total(page), addresses(page)
    page.get_by_role("searchbox").fill("资金")
    page.get_by_role("searchbox").press("Enter")
    found(page, "资金")
    page.go_back()
    found(page, "预算")
    assert (total(page), addresses(page)) == (some, second)
    page.go_back()
    expect(page.locator("#search-results")).to_have_attribute("data-total", str(everything))
    page.go_forward()
    page.go_forward()
    found(page, "资金")
    expect(page.get_by_role("searchbox")).to_have_value("资金")
    page.goto(page.url.split("?")[0])
    page.go_back()
    found(page, "资金")


def test_typing_leaves_the_search_before_in_the_history(visit: Visit) -> None:
    """However slowly: what is typed in one go is one step back."""
    page = ask(visit, "公路")
    before = page.evaluate("history.length")
    page.get_by_role("searchbox").fill("公")
    found(page, "公")
    page.get_by_role("searchbox").fill("公交")
    found(page, "公交")
    page.get_by_role("searchbox").press("Enter")
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    found(page, "公路")
    expect(page.get_by_role("searchbox")).to_have_value("公路")


def test_words_just_typed_are_kept_by_whatever_is_pressed_next(visit: Visit) -> None:
    page = ask(visit, "公路")
    page.get_by_role("searchbox").fill("消防")
    facet(page, "结果类型", "评价报告").check()
    found(page, "消防")
    page.get_by_role("searchbox").fill("公路")
    page.get_by_role("combobox", name="排序").select_option("score")
    found(page, "公路")
    page.wait_for_url("**kind=evaluation&sort=score")


def test_without_words_findings_can_be_listed(visit: Visit) -> None:
    page = visit(f"{PAGE}?kind=finding")
    assert total(found(page).page) > 100
    assert all("#finding-" in address for address in addresses(page))
    page = visit(f"{PAGE}?year=2023")
    own = [address for address in addresses(found(page).page) if "#item-" not in address]
    assert own
    assert "#" not in "".join(own)
    expect(facet(page, "结果类型", "评价报告")).to_be_checked()
    facet(page, "结果类型", "建议").check()
    page.wait_for_url("**kind=evaluation&kind=recommendation&year=2023")
    facet(page, "结果类型", "评价报告").uncheck()
    page.wait_for_url("**?kind=recommendation&year=2023")
    expect(page.get_by_role("status")).to_contain_text("在“建议、2023年度”中找到")


def test_a_facet_counts_what_a_press_gives(visit: Visit) -> None:
    page = ask(visit, "预算")
    everything = total(page)
    for title, value in (("结果类型", "建议"), ("年度", "2022年度"), ("等级", "良")):
        box = facet(page, title, value)
        number = count(box)
        box.check()
        expect(page.locator("#search-results")).to_have_attribute("data-total", str(number))
        expect(box).to_be_focused()
        box.uncheck()
        expect(page.locator("#search-results")).to_have_attribute("data-total", str(everything))
    assert page.evaluate("decodeURI(location.search)") == "?q=预算"


def test_facets_without_words_list_the_reports(visit: Visit) -> None:
    page = visit(f"{PAGE}?year=2021")
    found(page)
    assert addresses(page) == [f"{showcase.SEED}/"]


def test_results_are_sorted_as_chosen(visit: Visit) -> None:
    page = ask(visit, "预算", "&kind=evaluation")
    order = page.get_by_role("combobox", name="排序")
    order.select_option("year")
    page.wait_for_url("**sort=year")
    found(page, "预算")
    years = [int(uri[:4]) for uri in addresses(page)]
    assert years == sorted(years, reverse=True)
    by_year = addresses(page)
    order.select_option("score")
    expect(page.locator("#search-results > li").first).not_to_have_attribute("data-uri", by_year[0])
    assert "sort=score" in page.url
    order.select_option("rate")
    seed = page.locator(f"[data-uri='{showcase.SEED}/']")
    expect(seed).to_contain_text("执行率 135.71% 计算值")
    rates = [
        text.split("执行率 ")[1] for text in browsers.texts(page, ".gk-hit") if "执行率 " in text
    ]
    numbers = [float(rate.split("%")[0]) for rate in rates]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) > 5
    order.select_option("relevance")
    expect(page).not_to_have_url(re.compile("sort="))


def test_pages_follow_one_another(visit: Visit) -> None:
    page = ask(visit, "预算")
    first, last = addresses(page), -(-total(page) // 10)
    assert len(first) == 10
    assert last > 2
    pages = page.get_by_role("navigation", name="结果分页")
    expect(pages.get_by_role("link", name="上一页")).to_have_count(0)
    pages.get_by_role("link", name="下一页").click()
    expect(page.get_by_role("status")).to_contain_text("第 2 页")
    assert page.url.endswith("&page=2")
    assert not set(addresses(page)) & set(first)
    expect(page.get_by_role("heading", name="搜索结果")).to_be_focused()
    pages.get_by_role("link", name=f"第 {last} 页").click()
    expect(pages.get_by_role("link", name="下一页")).to_have_count(0)
    here = pages.get_by_role("link", name=f"第 {last} 页")
    expect(here).to_have_attribute("aria-current", "page")


def test_a_page_beyond_the_last_shows_the_last(visit: Visit) -> None:
    page = ask(visit, "预算", "&page=999")
    assert addresses(page)
    expect(page.locator("#search-pages").get_by_role("link", name="下一页")).to_have_count(0)


def test_an_empty_result_says_what_to_try(visit: Visit) -> None:
    page = ask(visit, "qwertyuiop", "&year=2023")
    assert total(page) == 0
    expect(page.get_by_role("status")).to_have_text(
        "在“2023年度”中没有找到与“qwertyuiop”相符的内容"
    )
    expect(page.get_by_text("少写几个字")).to_be_visible()
    expect(page.get_by_role("heading", name="按年度查阅")).to_be_visible()
    assert browsers.violations(page) == []
    page.get_by_role("link", name="去掉筛选条件").click()
    page.wait_for_url("**?q=qwertyuiop")


def test_pasted_words_are_heard(visit: Visit) -> None:
    page = visit(PAGE)
    page.get_by_role("searchbox").focus()
    page.keyboard.insert_text("消防")
    found(page, "消防")


def test_it_works_from_a_folder(visit: Visit, site: Path) -> None:
    folder = f"{site.as_uri()}/"
    page = visit("index.html", site=folder)
    page.get_by_role("combobox").fill("消防")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("combobox").press("Enter")
    found(page, "消防")
    facet(page, "结果类型", "问题").check()
    page.wait_for_url("**kind=finding")
    found(page, "消防")
    page.go_back()
    page.wait_for_url("**=%E6%B6%88%E9%98%B2")
    page.locator("#search-results a").first.click()
    expect(page.locator(".gk-lead")).to_be_visible()
    assert page.url.startswith(f"{folder}20")


def test_the_banners_of_all_regions_stand_over_the_results(visit: Visit) -> None:
    page = ask(visit, "消防")
    expect(page.get_by_text("示例市为虚构地区")).to_be_visible()


def test_departments_with_the_most_results_come_first(visit: Visit) -> None:
    page = ask(visit, "消防")
    group = page.locator(".gk-facets__group").filter(has=page.get_by_text("部门", exact=True))
    counts = [int(count) for count in group.locator(".gk-facet__count").all_inner_texts()]
    assert len(counts) > 3
    assert counts == sorted(counts, reverse=True)


def test_on_a_phone_a_filter_leads_to_its_results(visit: Visit) -> None:
    page = ask(visit, "预算", width=PHONE)
    page.get_by_text("筛选", exact=True).click()
    facet(page, "结果类型", "问题").check()
    expect(page.get_by_text("筛选（已选 1 项）")).to_be_visible()
    page.get_by_role("button", name="条结果").click()
    expect(page.locator("#search-results a").first).to_be_in_viewport()
    expect(page.get_by_role("status")).to_be_in_viewport(ratio=1)


def test_a_page_of_results_begins_at_its_head(visit: Visit) -> None:
    page = ask(visit, "预算", "&page=2")
    page.get_by_role("link", name="上一页").click()
    page.wait_for_url(re.compile("q=[^&]*$"))
    expect(page.get_by_role("heading", name="搜索结果")).to_be_focused()
    expect(page.locator("#search-results a").first).to_be_in_viewport()


def test_what_is_only_alike_says_so(visit: Visit) -> None:
    page = ask(visit, "消放站")
    expect(page.get_by_role("status")).to_have_text(
        f"没有找到“消放站”，有 {total(page)} 条与它相近"
    )
    expect(page.locator("#search-results > li").first).to_contain_text("消防站")
    expect(page.locator("#search-results mark").first).to_have_text("消防站")


@pytest.mark.parametrize("words", ["消防战", "2021年 消防", "消防站 鼯鼠"])
def test_what_has_a_part_of_the_words_only_says_so(visit: Visit, words: str) -> None:
    page = ask(visit, words)
    expect(page.get_by_role("status")).to_have_text(
        f"没有找到“{words}”，有 {total(page)} 条与它相近"
    )
    assert total(page) > 0
    page.get_by_role("searchbox").fill("2022年 消防")
    found(page, "2022年 消防")
    exact, near = re.findall(r"\d+", page.get_by_role("status").inner_text())
    assert int(exact) + int(near) == total(page)
    divide = page.get_by_text("以下只与所查的字句相近")
    above = divide.locator("xpath=preceding-sibling::li")
    expect(above).to_have_count(int(exact))


def test_long_words_are_cut(visit: Visit) -> None:
    page = visit(f"{PAGE}?q={'鼯鼠' * 300}")
    found(page, "鼯鼠" * 100)
    expect(page.get_by_role("status")).to_have_text(f"没有找到与“{'鼯鼠' * 20}…”相符的内容")
