"""The built site in a real browser: the facts are there, and it asks nobody else."""

from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import showcase
from helpers.browser import PHONE, REPORT, WIDE, YEAR, Host, Visit
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import expect

SHEET = 794
"""Pixels across A4."""


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_reader_finds_the_facts(visit: Visit, script: bool) -> None:
    page = visit(java_script_enabled=script)
    lead = page.locator(".gk-lead")
    expect(lead).to_contain_text(
        "预算 7万元，到位 7万元，支出 9.5万元，预算执行率 135.71%（支出 ÷ 全年预算）"
    )
    expect(lead).to_be_in_viewport()
    assert "；".join(browsers.texts(page, ".gk-figures > div")) == (
        "全年预算 7万元；支出 9.5万元；预算执行率 135.71% 计算值；总分 98 计算值；等级 优 计算值"
    )
    assert "；".join(browsers.texts(page, ".gk-scores :is(tbody, tfoot) tr")) == (
        "项目投入 时效情况 — 10 —；项目立项 — 10 —；资金落实 — 10 —；小计 30 30 0；"
        "项目过程 业务管理 — 15 —；资金使用管理 — 15 —；小计 30 30 0；"
        "产出与效益 产出数量 — 10 —；产出质量 — 9 —；社会效益 — 9 —；可持续效益 — 10 —；"
        "小计 40 38 2；总分 100 98 计算值 2；等级 优 计算值"
    )
    assert browsers.texts(page, "[aria-label=资金来源与使用] tbody tr") == [
        "市财政专项资金 7 7 9.5"
    ]
    expect(page.locator(".gk-disclosure")).to_contain_text("成文日期2022-07-29")


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_findings_stand_beside_their_recommendations(visit: Visit, width: int) -> None:
    page = visit(width=width)
    pairs = ("对绩效评价理解不深", "完善绩效评价"), ("年初的数量", "一要具体"), ("培训重视", "加强")
    for number, (found, advised) in enumerate(pairs, 1):
        finding = page.locator(f"#finding-id-w{number}", has_text=found)
        advice = page.locator(f"#recommendation-{number}", has_text=advised)
        left, right = browsers.box(finding), browsers.box(advice)
        if width == WIDE:
            assert left["x"] + left["width"] <= right["x"]
            assert left["y"] == right["y"]
        else:
            assert left["y"] + left["height"] <= right["y"]


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_navigation_needs_no_script(visit: Visit, address: str, width: int) -> None:
    page = visit("index.html", width, java_script_enabled=False)
    navigation = page.get_by_role("navigation", name="主导航")
    navigation.locator("summary", has_text="年度").click()
    navigation.get_by_role("link", name=f"{YEAR}年度").click()
    expect(page).to_have_url(f"{address}{YEAR}/index.html")
    expect(page.get_by_role("button")).to_have_count(1)  # of the search form


@pytest.mark.parametrize(("system", "other"), [("light", "深色显示"), ("dark", "浅色显示")])
def test_switch_of_light_and_dark_is_remembered(visit: Visit, system: str, other: str) -> None:
    page = visit(color_scheme=system)
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.get_by_role("button", name=other).click()
    chosen = page.evaluate(ground)
    page.reload()
    assert page.evaluate(ground) == chosen != before


def test_paper_has_all_text_and_no_navigation(visit: Visit) -> None:
    page = visit(color_scheme="dark")
    page.emulate_media(media="print")
    for part in ("nav", "search", "scheme-button", "toc", "breadcrumb", "terms"):
        expect(page.locator(f".gk-{part}")).to_be_hidden()
    expect(page.locator(".gk-chart > svg").first).to_be_visible()
    # Drawings have descriptions that are not to be seen; links back, to words, to places and files
    # mean nothing here.
    ways = (".gk-breadcrumb", ".gk-terms", ".gk-permalink", ".gk-cite .gk-downloads")
    for part in (".gk-chart > svg", *ways):
        page.locator(part).evaluate_all("all => all.forEach(each => each.remove())")
    whole = "".join((page.locator("article").text_content() or "").split())
    assert "".join(page.locator("article").inner_text().split()) == whole
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [WIDE, PHONE, SHEET])
@pytest.mark.parametrize("uri", ["index.html", f"{YEAR}/index.html", REPORT])
def test_no_figure_runs_into_the_next(visit: Visit, uri: str, width: int) -> None:
    page = visit(uri, width)
    if width == SHEET:
        page.emulate_media(media="print")
        page.evaluate("document.body.style.margin = '0 16mm'")  # the sheet's own
    wider = page.locator(".gk-figures dd").evaluate_all(
        "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.innerText)"
    )
    assert wider == []


def test_paper_keeps_each_entry_of_a_rectification_whole(visit: Visit) -> None:
    page = visit("2024/shili-zhujian/old-neighbourhood-rectification/index.html")
    page.emulate_media(media="print")
    for entry in page.locator(".gk-rectification > li").all():
        expect(entry).to_have_css("break-inside", "avoid")


def test_what_was_put_right_has_not_the_colour_of_a_problem(visit: Visit) -> None:
    page = visit("2024/shili-zhujian/old-neighbourhood-rectification/index.html")
    ink = page.evaluate("getComputedStyle(document.body).color")
    for state in page.locator(".gk-rectification .gk-state").all():
        expect(state).to_have_css("color", ink)


def test_preview_shows_faults_as_text(visit: Visit, host: Host, project: Path) -> None:
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("得分: 38", "得分: <b>38</b>"), encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    previewed = host(Path(config.site_dir))
    page = visit("about/index.html", site=previewed)
    alert = page.get_by_role("alert")
    # The record is audited as far as it can be read: its other faults are said in the same run.
    expect(alert).to_contain_text("内容有 3 处需要修改")
    expect(alert.get_by_role("listitem").filter(has_text="<b>38</b>")).to_have_count(1)
    expect(alert.locator("b")).to_have_count(0)
    expect(alert.get_by_role("list", name="需要修改的内容")).to_be_visible()
    page.emulate_media(media="print")
    expect(alert).to_be_hidden()
    page.emulate_media(media="screen", color_scheme="dark")
    expect(alert).to_be_visible()
    assert browsers.violations(page) == []
    page.goto(f"{previewed}404.html")
    expect(page.get_by_role("alert")).to_contain_text("<b>38</b>")
    page = visit("about/index.html", site=f"{Path(config.site_dir).as_uri()}/")
    expect(page.get_by_role("alert")).to_contain_text("<b>38</b>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_the_audit_says(
    visit: Visit, host: Host, project: Path, scheme: str
) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    previewed = host(Path(config.site_dir))
    page = visit("review/index.html", site=previewed, color_scheme=scheme)
    expect(page.locator(".gk-results li").first).to_be_visible()
    assert browsers.violations(page) == []
    page.goto(f"{previewed}{REPORT}")
    expect(page.locator(".gk-review")).to_be_visible()
    assert browsers.violations(page) == []


def test_addresses_name_folders(project: Path) -> None:
    built = showcase.build(project, site_url="https://example.org/sub/")
    page = (built / REPORT).read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="https://example.org/sub/{showcase.SEED}/">' in page
    sitemap = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/sub/</loc>" in sitemap
    assert f"<loc>https://example.org/sub/{showcase.SEED}/</loc>" in sitemap
    assert "index.html" not in sitemap
    reports = len(list((project / "content/records").rglob("*.yml")))
    assert sitemap.count("<lastmod>") == reports
    assert f"{showcase.SEED}/</loc>\n    <lastmod>2022-07-29</lastmod>" in sitemap
