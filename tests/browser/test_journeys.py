"""What citizens ask and journalists do, from the home page: in two clicks or fewer.

To type into the box in the head and to press Enter is one of them.
"""

import csv
import io
import re
from pathlib import Path

import pytest
from helpers import showcase
from helpers.browser import PHONE, WIDE, Visit
from playwright.sync_api import Locator, Page, expect

HOME = "index.html"
MOST = 2
pytestmark = pytest.mark.parametrize(
    "width", [WIDE, pytest.param(PHONE, marks=pytest.mark.promises)], ids="{} wide".format
)


class Journey:
    """A way through the site that counts its clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, name: str, within: str = "main, .gk-content") -> None:
        """Follow the first link in sight that is called so."""
        link = self.page.locator(within).get_by_role("link", name=name).locator("visible=true")
        self.clicks += 1
        link.first.click()

    def ask(self, words: str) -> Locator:
        """Type, and look at what is found."""
        self.page.locator(".gk-search__query").fill(words)
        self.clicks += 1
        self.page.keyboard.press("Enter")
        results = self.page.locator("#search-results")
        expect(results).to_have_attribute("data-query", words)
        return self.page.locator("#search-found li.gk-hit")

    def save(self, name: str, row: Locator) -> str:
        """Take a file along."""
        self.clicks += 1
        with self.page.expect_download() as waiting:
            row.get_by_role("link", name=name).first.click()
        return Path(waiting.value.path()).read_text(encoding="utf-8-sig")

    def arrived(self) -> None:
        assert 0 < self.clicks <= MOST


@pytest.fixture
def journey(visit: Visit, width: int) -> Journey:
    return Journey(visit(HOME, width))


def test_who_overspent(journey: Journey) -> None:
    journey.click("支出超过预算的项目")
    part = journey.page.locator("section, .gk-scroll").filter(
        has=journey.page.locator("caption", has_text="2023年度")
    )
    expect(part.locator("tbody tr")).to_contain_text("干部教育培训")
    journey.arrived()


def test_which_did_worst_of_all_years(journey: Journey) -> None:
    journey.click("浏览全部")
    first = journey.page.locator("#search-results h3").first
    expect(first).to_be_visible()
    journey.page.get_by_label("排序").select_option("score-rising")
    journey.clicks += 1
    expect(first).to_have_text("2024年度电动自行车充电车棚建设项目财政重点绩效评价报告")
    journey.arrived()


def test_why_the_lamps_are_dark(journey: Journey) -> None:
    found = journey.ask("路灯为什么不亮")
    expect(found.first).to_contain_text("路灯")
    journey.click("城市路灯运行维护项目支出绩效自评表", "#search-results")
    expect(journey.page.locator(".gk-found")).to_contain_text("夜间抢修车辆不足")
    journey.arrived()


def test_what_is_not_mended_yet(journey: Journey) -> None:
    journey.click("没有整改完的问题")
    expect(journey.page.locator("h1")).to_have_text("没有整改完的问题")
    expect(journey.page.locator(".gk-content")).to_contain_text("维修资金补缴方案")
    journey.arrived()


def test_where_the_original_is(journey: Journey) -> None:
    journey.ask("城东消防站 2022")
    journey.click("2022年度城东消防站建设项目财政重点绩效评价报告", "#search-results")
    files = journey.page.get_by_role("link", name=re.compile("重点绩效评价报告（虚构样件）"))
    assert (files.first.get_attribute("href") or "").endswith(".pdf")
    journey.arrived()


def test_scores_of_a_year_into_a_spreadsheet(journey: Journey) -> None:
    journey.click("2023年度", ".gk-cards")
    line = journey.page.locator(".gk-downloads").last
    rows = list(csv.DictReader(io.StringIO(journey.save("CSV", line), newline="")))
    scores = {row["项目"]: row["总分（分）"] for row in rows}
    assert scores["城市公交运营补贴"] == "83.36"
    journey.arrived()


def test_one_problem_with_a_link_to_cite(journey: Journey, address: str) -> None:
    found = journey.ask("围墙彩绘").first
    link = found.get_by_role("link").get_attribute("href") or ""
    assert link.startswith(f"{address}2023/shili-zhujian/old-neighbourhood/")
    journey.clicks += 1
    found.get_by_role("link").click()
    cite = journey.page.locator(".gk-item:has(:target), .gk-item:target").first
    expect(cite).to_contain_text("18.60万元补助资金用于围墙彩绘")
    expect(journey.page.locator(".gk-cite__line")).to_contain_text("示例市财政局")
    journey.arrived()


def test_all_problems_as_a_file(journey: Journey) -> None:
    journey.click("全部问题")
    line = journey.page.locator(".gk-downloads").last
    rows = list(csv.DictReader(io.StringIO(journey.save("CSV", line), newline="")))
    catalog = showcase.published().catalog
    assert catalog is not None
    assert len(rows) == len(catalog.problems.all)
    journey.arrived()
