"""A site's own colours at the very limit, its drawn name: read by day, by night and on paper."""

from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import showcase
from helpers.browser import PHONE, REPORT, Host, Visit
from playwright.sync_api import Page

LIMIT, LIMIT_DARK = (116, 116, 0), (139, 139, 139)
"""A little more yellow, or a darker grey, would be refused."""
OWN = """\
网站标识码: "0000000000"
备案: {党政机关标识: https://example.org/mark}
外观: {主色: 747400, 深色主色: 8b8b8b, 标志: name.svg, 标志含名称: 是}
"""
NAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 48">'
    '<path fill="#747400" d="M0 0h400v48H0z"/></svg>\n'
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = showcase.seed_to(tmp_path_factory.mktemp("looks"))
    (project / "content/pages/name.svg").write_text(NAME, encoding="utf-8")
    with (project / "content/publisher.yml").open("a", encoding="utf-8") as publisher:
        publisher.write(OWN)
    return showcase.build(project)


def colour(page: Page, selector: str, name: str = "color") -> tuple[int, ...]:
    browsers.settle(page)
    asked = "(element, name) => getComputedStyle(element)[name]"
    code = page.locator(selector).first.evaluate(asked, name)
    return tuple(int(part) for part in code.removeprefix("rgb(").removesuffix(")").split(","))


def test_colours_at_the_limit_can_be_read(built: Path, visit: Visit, host: Host) -> None:
    address = host(built)
    page = visit("index.html", width=PHONE, site=address)
    for uri in ("index.html", REPORT):
        page.goto(address + uri)
        for scheme, rules in browsers.ASKED_IN.items():
            page.emulate_media(color_scheme=scheme)
            assert browsers.violations(page, rules) == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def test_links_and_bars_follow_in_light_and_dark_and_not_on_paper(
    built: Path, visit: Visit, host: Host
) -> None:
    page = visit(site=host(built), color_scheme="light")
    link, bar = ".gk-footer a", ".gk-nav"
    assert colour(page, link) == LIMIT
    assert colour(page, bar, "backgroundColor") == LIMIT
    page.get_by_role("button", name="深色显示").click()
    assert colour(page, link) == LIMIT_DARK
    assert max(colour(page, bar, "backgroundColor")) < max(LIMIT)
    page.get_by_role("button", name="浅色显示").click()
    assert colour(page, link) == LIMIT
    page.emulate_media(color_scheme="dark", media="print")
    assert len(set(colour(page, ".gk-article a"))) == 1  # a grey
    assert page.get_by_role("img", name="财政支出绩效评价公开").is_visible()
