"""Questions of citizens in their own words, asked as the search page asks them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from helpers import demo_site, search_engine, showcase
from helpers.browser import Host, Visit
from helpers.citizens import Asked, Citizens
from helpers.search_engine import Outcome, judged, recall
from helpers.search_page import PAGE
from helpers.tables import valued
from playwright.sync_api import Page

from generator.site import Site

SETS = ("citizens", "citizens-second", "citizens-third")
"""The later two were written when the first had been used to widen the words."""
CASES: dict[str, dict[str, list[dict[str, Any]]]] = {
    name: valued(Path(__file__).with_name(f"{name}.yml")) for name in SETS
}
ENOUGH = {"questions": 0.9, "words": 0.8}
IN_A_CITY = {"questions": 0.9, "words": 0.9}
"""In a demo reports are named at random: most that have a word of a question are not about it, and
those that are have names that tell so."""
SCRIPTS = ("search", "search-question", "search-meaning", "search-beside")
ASK = """async text => {
  const { results, groups } = await gongkaiMeaning.query(text, { filters: {}, sort: "", limit: 10 })
  const beside = await gongkaiBeside.query(text, groups)
  return [results, beside].map(found => found.map(one => one.address))
}"""


def judge(page: Page, asked: Sequence[Asked]) -> tuple[list[Outcome], list[str]]:
    """How each did, and which lead neither to a right answer nor to a page that holds it."""
    outcomes, dead = [], []
    for one in asked:
        found, beside = page.evaluate(ASK, one.typed)
        is_led = any(address in one.pages for address in beside)
        outcome = judged(one.typed, one.reports, found) if one.reports else None
        outcomes.append(outcome or Outcome(one.typed, float(is_led), 1 if is_led else None))
        if outcomes[-1].first is None and not is_led:
            dead.append(one.typed)
    return outcomes, dead


def prove(page: Page, site: Site, cases: list[dict[str, Any]], fewest: int, enough: float) -> None:
    assert site.catalog is not None
    citizens = Citizens(site.catalog, [one.address for one in site.beside])
    asked = list(citizens.asked(cases))
    assert len(asked) >= fewest
    outcomes, dead = judge(page, asked)
    assert dead == []
    assert recall(outcomes) >= enough, [one for one in outcomes if one.recall < 1]


@pytest.mark.parametrize("name", SETS)
def test_there_are_as_many_as_promised(name: str) -> None:
    asked = [case["ask"] for cases in CASES[name].values() for case in cases]
    assert len(set(asked)) == len(asked) == 100


@pytest.mark.parametrize("group", ENOUGH)
@pytest.mark.parametrize("name", SETS)
def test_citizens_find_what_is_right(visit: Visit, name: str, group: str) -> None:
    prove(visit(PAGE), showcase.published(), CASES[name][group], 35, ENOUGH[group])


@pytest.fixture(scope="module", params=[300, 3_000], ids="{} reports".format)
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Site]:
    """A demo's site with nothing but the search, and what was indexed."""
    project = demo_site.made(tmp_path_factory.mktemp("demo"), request.param, seed=7)
    site = search_engine.indexed(project)
    return search_engine.page_of(project, SCRIPTS, site), site


@pytest.mark.promises
@pytest.mark.parametrize("group", ENOUGH)
def test_citizens_of_a_city_do_too(
    demo: tuple[Path, Site], visit: Visit, host: Host, group: str
) -> None:
    folder, site = demo
    page = visit(search_engine.PAGE, site=host(folder))
    prove(page, site, CASES[SETS[0]][group], 24, IN_A_CITY[group])
