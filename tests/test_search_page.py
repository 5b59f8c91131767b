"""The search page and the box in the head of every page, as readers use them."""

from collections.abc import Iterator
from pathlib import Path

import browser as browsers
import pytest
import showcase
from browser import PHONE, REPORT, WIDE, Visit
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

PAGE = "search/index.html"
DEPARTMENT = "沅江市委办公室"
HOSTILE = "<img src=x onerror=\"document.title='烤饼'\"><b>粗体</b>&amp;{{ 7*7 }}"
FOCUS = """() => {
    const here = document.activeElement
    return [here.innerText, getComputedStyle(here).outlineStyle]
}"""
TEXTS = (
    ("标题", "2021年度沅江市委办公室专项资金绩效评价报告"),
    ("名称", "全市办公室工作会议专项资金"),
    ("内容", "对绩效评价理解不深，往往把它等同于工作目标、工作考核和业务管理。"),
)
SHIFTS = """() => new Promise(done => {
    // What a slow machine paints of a page it is still parsing moves on without any results.
    const parsed = performance.getEntriesByType("navigation")[0].domInteractive
    let sum = 0
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (entry.startTime >= parsed) sum += entry.value
    }).observe({ type: "layout-shift", buffered: true })
    requestAnimationFrame(() => setTimeout(() => done(sum), 100))
})"""


def found(page: Page, words: str | None = None) -> Locator:
    """The results, once those of a query are there."""
    results = page.locator("#search-results")
    if words is None:
        expect(results).to_have_attribute("data-query", "")
    else:
        expect(results).to_have_attribute("data-query", words)
    expect(results).not_to_have_attribute("aria-busy", "true")
    return results.locator("li")


def addresses(page: Page) -> list[str]:
    items = page.locator("#search-results li").all()
    return [item.get_attribute("data-uri") or "" for item in items]


def total(page: Page) -> int:
    return int(page.locator("#search-results").get_attribute("data-total") or -1)


def facet(page: Page, title: str, value: str) -> Locator:
    group = page.locator(".gk-facets__group").filter(has=page.get_by_text(title, exact=True))
    return group.get_by_role("link", name=value)


def ask(visit: Visit, words: str, others: str = "", **settings: object) -> Page:
    """The search page with these words in its address."""
    page = visit(f"{PAGE}?q={words}{others}", **settings)
    found(page, words)
    return page


def test_a_result_says_what_where_and_why(visit: Visit, address: str) -> None:
    page = ask(visit, DEPARTMENT)
    first = page.locator("#search-results > li").first
    expect(first).to_have_attribute("data-uri", f"{showcase.SEED}/")
    expect(first.locator("p").first).to_contain_text("评价报告")
    for fact in (DEPARTMENT, "2021年度", "98 分 计算值", "优 计算值", "预算 7万元"):
        expect(first).to_contain_text(fact)
    expect(first.locator("mark").first).to_have_text(DEPARTMENT)
    expect(page).to_have_title("沅江市委办公室 - 搜索 - 财政支出绩效评价公开")
    expect(page.get_by_role("status")).to_have_text(f"找到 {total(page)} 条结果")
    first.get_by_role("link").click()
    expect(page).to_have_url(address + REPORT)


def test_a_finding_is_a_result_that_leads_to_its_place(visit: Visit) -> None:
    page = ask(visit, "对绩效评价理解不深")
    result = page.locator("#search-results > li", has_text="问题").first
    expect(result).to_have_attribute("data-uri", f"{showcase.SEED}/#finding-1")
    result.get_by_role("link").click()
    expect(page.locator("#finding-1")).to_be_in_viewport()


def test_the_whole_state_is_in_the_address(visit: Visit) -> None:
    page = ask(visit, "预算", "&kind=finding&year=2023&sort=year")
    expect(page.get_by_role("searchbox")).to_have_value("预算")
    expect(page.get_by_role("combobox", name="排序")).to_have_value("year")
    expect(facet(page, "年度", "2023年度")).to_have_attribute("aria-current", "true")
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
    everything, first = total(page), addresses(page)
    facet(page, "结果类型", "问题").click()
    expect(page.locator("#search-results")).not_to_have_attribute("data-total", str(everything))
    some, second = total(page), addresses(page)
    page.get_by_role("searchbox").fill("资金")
    page.get_by_role("searchbox").press("Enter")
    found(page, "资金")
    page.go_back()
    found(page, "预算")
    page.go_forward()
    found(page, "资金")
    expect(page.get_by_role("searchbox")).to_have_value("资金")
    page.goto(page.url.split("?")[0])
    page.go_back()
    page.go_back()
    assert (total(page), addresses(page)) in ((some, second), (everything, first))


def test_a_facet_counts_what_a_press_gives(visit: Visit) -> None:
    page = ask(visit, "预算")
    everything = total(page)
    for title, value in (("结果类型", "建议"), ("年度", "2022年度"), ("等级", "良")):
        link = facet(page, title, value)
        count = int(link.locator(".gk-facet__count").inner_text())
        link.click()
        expect(page.locator("#search-results")).to_have_attribute("data-total", str(count))
        expect(facet(page, title, value)).to_be_focused()
        facet(page, title, "全部").click()
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
    order.select_option("relevance")
    expect(page).not_to_have_url("sort=")


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
    expect(page.get_by_role("status")).to_have_text("没有找到与“qwertyuiop”相符的内容")
    expect(page.get_by_text("少写几个字")).to_be_visible()
    expect(page.get_by_role("heading", name="按年度查阅")).to_be_visible()
    assert browsers.violations(page) == []
    page.get_by_role("link", name="去掉筛选条件").click()
    page.wait_for_url("**?q=qwertyuiop")


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
    page.keyboard.press("Enter")
    page.wait_for_url("**kind=finding")
    found(page, "消防")
    expect(facet(page, "结果类型", "问题")).to_be_focused()
    first = page.locator("#search-results a").first
    _tab_to(page, first.inner_text())
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}20**#finding-*")


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
    page.get_by_role("checkbox").uncheck()
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
        assert page.locator("#search-results[data-query], [role=option]").count() == 0
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


def test_suggestions_leave_with_the_focus(visit: Visit) -> None:
    page = visit("index.html")
    page.get_by_role("combobox").fill("沅江")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_pasted_words_are_heard(visit: Visit) -> None:
    page = visit(PAGE)
    page.get_by_role("searchbox").focus()
    page.keyboard.insert_text("消防")
    found(page, "消防")


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


def test_it_works_from_a_folder(visit: Visit, site: Path) -> None:
    folder = f"{site.as_uri()}/"
    page = visit("index.html", site=folder)
    page.get_by_role("combobox").fill("消防")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("combobox").press("Enter")
    found(page, "消防")
    facet(page, "结果类型", "问题").click()
    page.wait_for_url("**kind=finding")
    found(page, "消防")
    page.go_back()
    page.wait_for_url("**=%E6%B6%88%E9%98%B2")
    page.locator("#search-results a").first.click()
    expect(page.locator(".gk-lead")).to_be_visible()
    assert page.url.startswith(f"{folder}20")


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, scheme: str, width: int) -> None:
    page = visit(PAGE, width=width, color_scheme=scheme)
    assert browsers.violations(page) == []
    page = ask(visit, "预算", "&kind=finding", width=width, color_scheme=scheme)
    for closed in page.locator("details:not([open]) > summary").all():
        if closed.is_visible() and closed.inner_text() != "年度":
            closed.click()
    assert browsers.violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("words", ["预算", "消防救援", "qwertyuiop", '"一所乡镇"'])
@pytest.mark.parametrize("others", ["", "&kind=finding&page=2"])
def test_nothing_moves_while_results_arrive(
    visit: Visit, words: str, others: str, width: int
) -> None:
    page = ask(visit, words, others, width=width)
    assert page.evaluate(SHIFTS) == 0


def test_the_index_comes_as_scripts(visit: Visit) -> None:
    page = visit("index.html")
    kinds: set[str] = set()
    page.on("request", lambda request: kinds.add(request.resource_type))
    page.get_by_role("combobox").fill("消防")
    expect(page.get_by_role("option").first).to_be_visible()
    assert kinds - {"other"} == {"script"}  # other: the browser's own request for the icon


def test_a_page_does_not_load_the_search_before_it_is_wanted(visit: Visit, address: str) -> None:
    page = visit("index.html")
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name)"
    names = [name.removeprefix(address) for name in page.evaluate(loaded)]
    assert "assets/search-box.js" in names
    assert not [name for name in names if name.startswith(("search/", "assets/search.js"))]


def test_the_themes_own_scripts_are_gone(site: Path) -> None:
    assert not (site / "assets" / "javascripts").exists()
    assert "bundle" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def hostile(project: Path) -> Iterator[str]:
    """A site whose report has markup in its title, its project's name and its first finding."""
    record, quoted = project / showcase.SEED_RECORD, HOSTILE.replace("'", "''")
    text = record.read_text(encoding="utf-8")
    for key, words in TEXTS:
        assert f"{key}: {words}" in text
        text = text.replace(f"{key}: {words}", f"{key}: '{quoted}{words}'", 1)
    record.write_text(text, encoding="utf-8")
    with browsers.serve(showcase.build(project)) as served:
        yield served


def test_hostile_text_stays_text(visit: Visit, hostile: str) -> None:
    page = visit(f"{PAGE}?q=绩效评价", site=hostile)
    first = found(page, "绩效评价").filter(has_text=DEPARTMENT).first
    expect(first.get_by_role("link")).to_contain_text(HOSTILE)
    expect(page.locator(".gk-hit--finding .gk-hit__excerpt").first).to_contain_text(HOSTILE)
    for words in ("<b>粗体</b>", '"><script>alert(1)</script>', "<img src=x onerror=alert(1)>"):
        page.get_by_role("searchbox").fill(words)
        found(page, words)
        expect(page.get_by_role("status")).to_contain_text(words if total(page) == 0 else "找到")
    page.goto(f"{hostile}index.html")
    page.get_by_role("combobox").fill("烤饼")
    expect(page.get_by_role("option").first).to_contain_text(HOSTILE)
    assert page.locator(".gk-suggestions :is(img, b)").count() == 0
    page.goto(f"{hostile}{PAGE}?year=%3Cb%3E&q=预算&sort=%3Cb%3E&page=-3")
    found(page, "预算")
    expect(facet(page, "年度", "<b>")).to_be_visible()
    assert page.locator("#search-found :is(img, b, script)").count() == 0
    assert "烤饼" not in page.title()


def test_an_index_that_cannot_be_read_is_said(browser: Browser, address: str) -> None:
    visitor = browsers.Visitor(browser, address)
    page = visitor.open(PAGE)
    page.route("**/search/index/**", lambda route: route.abort())
    page.get_by_role("searchbox").fill("消防")
    expect(page.get_by_role("status")).to_contain_text("搜索没有载入")
    expect(page.get_by_role("heading", name="按年度查阅")).to_be_visible()
    visitor.leave()
