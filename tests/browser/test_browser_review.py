"""The reviewer's page of a preview: chosen from by its address, whole without script."""

import re
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import showcase
from helpers.browser import Host, Visit
from playwright.sync_api import expect

from generator.diagnostics.diagnostic import STOPS

ACCEPTED = "例外:\n  - {规则: total-missing, 理由: 原表没有总分, 岗位: 绩效科, 日期: 2022-07-29}\n"
REVIEW = "review/index.html"


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview of three records: one result stops the publication, one is accepted."""
    root = showcase.small_to(tmp_path_factory.mktemp("review"))
    more = {
        "content/publisher.yml": "核对: {拦截: [spent-over-budget]}\n",
        showcase.SEED_RECORD: ACCEPTED,
    }
    for file, text in more.items():
        with (root / file).open("a", encoding="utf-8") as whole:
            whole.write(f"\n{text}")
    return showcase.build(root, strict=False, command="serve")


def test_what_is_chosen_stands_in_the_address(
    visit: Visit, host: Host, previewed: Path
) -> None:  # fmt: skip
    page = visit(REVIEW, site=host(previewed))
    shown = page.locator("[data-rule]:visible")
    expect(shown).to_have_count(8)
    expect(page.locator(".gk-review__total")).to_contain_text("另有已接受的 1 处")
    page.get_by_label("部门").select_option("shili-xiaofang")
    expect(shown).to_have_count(4)
    page.get_by_label("文字").fill("训练塔")
    expect(shown).to_have_count(1)
    page.get_by_label("文字").fill("城东消防站 说明")
    expect(shown).to_have_count(4)  # of the title one word, of each result the other
    page.get_by_label("文字").fill("没有这样的字")
    expect(shown).to_have_count(0)
    page.get_by_label("文字").fill("")
    address = page.url
    assert re.search(r"\?department=shili-xiaofang$", address)
    page.goto(address.replace("department=shili-xiaofang", "severity=warning&year=2021&blocking=1"))
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text(STOPS)
    expect(shown).to_contain_text("spent-over-budget")
    expect(page.locator(".gk-review__file:visible code")).to_have_text(showcase.SEED_RECORD)
    assert browsers.violations(page) == []


def test_without_script_the_whole_list_stands(visit: Visit, previewed: Path) -> None:
    page = visit(
        f"{REVIEW}?rule=numbering", site=f"{previewed.as_uri()}/", java_script_enabled=False
    )
    expect(page.locator("[data-rule]:visible")).to_have_count(8)
    expect(page.locator(".gk-review__filter")).to_be_hidden()


def test_an_exception_to_paste_keeps_its_lines(visit: Visit, previewed: Path) -> None:
    page = visit(f"{REVIEW}?rule=grade-missing", site=f"{previewed.as_uri()}/")
    page.get_by_text("原文确实如此").locator("visible=true").click()
    text = page.locator("[data-rule=grade-missing] pre").text_content()
    # The record has a block of exceptions already: one more line for it.
    assert text is not None
    assert text.startswith("  - {规则: grade-missing, 字段: 评价结论.等级, ")


def test_the_banner_puts_first_what_this_page_is_about(visit: Visit, previewed: Path) -> None:
    own, other = f"{showcase.SEED}/index.html", "2022/shili-xiaofang/fire-station/index.html"
    firsts = []
    for address in (own, other):
        page = visit(address, site=f"{previewed.as_uri()}/")
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("内容有 8 处需要修改，其中 1 处拦截发布，本页 4 处")
        expect(alert.get_by_role("listitem").filter(has_text="total-missing")).to_have_count(0)
        firsts.append(alert.get_by_role("listitem").first.inner_text())
    assert f"【{STOPS}】" in firsts[0]
    assert "fire-station.yml" in firsts[1]
    page.goto(f"{previewed.as_uri()}/about/index.html")
    expect(page.get_by_role("alert").get_by_role("listitem").first).to_contain_text(STOPS)
    expect(page.get_by_role("alert")).not_to_contain_text("本页")


def test_a_published_site_has_none_of_it(site: Path) -> None:
    assert not list(site.rglob("review*"))
