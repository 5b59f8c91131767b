"""What holds of the search whatever is asked: access, stillness, policy, hostile text, faults."""

import shutil
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import search_engine, showcase
from helpers.browser import PHONE, WIDE, Host, Visit
from helpers.search_page import DEPARTMENT, PAGE, ask, facet, found, total
from helpers.thorough import some
from playwright.sync_api import Browser, expect

from generator.search.script_files import FOLDER

HOSTILE = "<img src=x onerror=\"document.title='烤饼'\"><b>粗体</b>&amp;{{ 7*7 }}"
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


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", PHONE),
        ("dark", WIDE),
        pytest.param("light", WIDE, marks=pytest.mark.promises),
        pytest.param("dark", PHONE, marks=pytest.mark.promises),
    ],
)
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
@pytest.mark.parametrize("words", some(["预算", "消防救援", "qwertyuiop", '"一所乡镇"'], every=2))
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


def test_the_themes_own_scripts_are_gone(site: Path) -> None:
    assert not (site / "assets" / "javascripts").exists()
    assert "bundle" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def hostile(project: Path, host: Host) -> str:
    """A site whose report has markup in its title, its project's name and its first finding."""
    record, quoted = project / showcase.SEED_RECORD, HOSTILE.replace("'", "''")
    text = record.read_text(encoding="utf-8")
    for key, words in TEXTS:
        assert f"{key}: {words}" in text
        text = text.replace(f"{key}: {words}", f"{key}: '{quoted}{words}'", 1)
    record.write_text(text, encoding="utf-8")
    return host(showcase.build(project))


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


def test_what_was_loaded_works_without_a_connection(browser: Browser, address: str) -> None:
    visitor = browsers.Visitor(browser, address)
    page = visitor.open(f"{PAGE}?q=预算")
    everything = found(page, "预算").count()
    page.context.set_offline(True)
    page.get_by_role("searchbox").fill("鼯鼠")
    expect(page.get_by_role("status")).to_contain_text("搜索没有载入")
    page.get_by_role("searchbox").fill("预算")
    expect(found(page, "预算")).to_have_count(everything)
    visitor.leave()


def test_a_page_that_was_open_while_the_site_was_published_anew_finds_the_new_index(
    browser: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    """The manifest it has names files that are gone; what the browser kept of it must not count."""
    project = showcase.copy_to(tmp_path)
    folder = shutil.copytree(site, tmp_path / "site")
    visitor = browsers.Visitor(browser, host(folder))
    page = visitor.open(f"{PAGE}?q=消防")
    found(page, "消防")
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("全市办公室工作会议", "全市鼯鼠工作会议"), encoding="utf-8")
    shutil.rmtree(folder / FOLDER)
    search_engine.index_to(folder, project)
    page.get_by_role("searchbox").fill("鼯鼠工作会议")
    expect(found(page, "鼯鼠工作会议").first).to_contain_text("全市鼯鼠工作会议")
    visitor.leave()
