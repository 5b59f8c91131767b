"""Search in a real browser, over http and from a folder: whoever types a part of it finds it."""

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from helpers import browser as browsers
from helpers import search_engine, showcase
from helpers.browser import Visit
from helpers.search_engine import ask, judged, recall
from helpers.tables import valued
from helpers.thorough import some
from playwright.sync_api import Browser, Page

from generator.catalog import Catalog
from generator.search.packing import ENCODING, encoded
from generator.search.terms import fold, terms

QUERIES = Path(__file__).with_name("queries.yml")
CASES: list[dict[str, Any]] = [case for group in valued(QUERIES).values() for case in group]
PAGE = "search/index.html"
ENOUGH = 0.97
BLOCKS = ((0x20, 0x500), (0x2000, 0xA000), (0xF900, 0x1_0000), (0x2_0000, 0x2_0100))
"""Latin to Cyrillic, symbols and Han, its compatibility forms, some of what is rare."""
UNUSED = {"Cn", "Co", "Cs"}
BOTH = """signs => signs.map(sign => {
    const { fold, terms } = gongkaiSearch
    return [fold(sign), terms(fold(sign + sign))]
})"""
DECODED = """([bytes, name]) =>
    JSON.parse(new TextDecoder(name).decode(new Uint8Array(bytes)))"""


@pytest.fixture(scope="module", params=["http", "folder"])
def page(
    request: pytest.FixtureRequest, browser: Browser, address: str, site: Path
) -> Iterator[Page]:
    """The search page, served and from a folder; a question leaves no trace in the engine."""
    own = f"{site.as_uri()}/" if request.param == "folder" else address
    visitor = browsers.Visitor(browser, own)
    yield visitor.open(PAGE)
    visitor.leave()
    assert visitor.faults == []


def addresses(page: Page, text: str, **options: Any) -> list[str]:
    return [found["address"] for found in ask(page, text, **options)["results"]]


def test_known_answers_are_found(page: Page) -> None:
    assert len(CASES) >= 40
    outcomes = [
        judged(case["query"], case["expect"], addresses(page, case["query"]))
        for case in CASES
        if case["expect"]
    ]
    poor = [outcome for outcome in outcomes if outcome.recall < 1]
    assert [outcome for outcome in outcomes if outcome.first is None] == []
    assert recall(outcomes) >= ENOUGH, poor


@pytest.mark.parametrize("case", [c for c in CASES if c.get("only")], ids=lambda c: c["query"])
def test_nothing_else_is_found(page: Page, case: dict[str, Any]) -> None:
    found = ask(page, case["query"])
    assert found["total"] == len(found["results"])
    assert all(r["address"].startswith(tuple(case["expect"])) for r in found["results"])
    assert bool(found["results"]) == bool(case["expect"])


@pytest.mark.parametrize("seed", some(range(3), every=3))
def test_any_part_of_a_report_is_found(page: Page, seed: int) -> None:
    outcomes = [
        judged(piece, right, addresses(page, piece))
        for piece, right in search_engine.substrings(
            search_engine.texts(showcase.PROJECT), 40, seed
        )
    ]
    assert [outcome for outcome in outcomes if outcome.first is None] == []
    assert recall(outcomes) >= ENOUGH, [o for o in outcomes if o.recall < 1]


def test_a_finding_is_a_result_with_its_words_marked(page: Page) -> None:
    found = ask(page, "围墙彩绘")
    first = found["results"][0]
    assert first["kind"] == "finding"
    assert first["address"] == "2023/shili-zhujian/old-neighbourhood/#finding-id-w1"
    assert (first["department"], first["year"]) == ("示例市住房和城乡建设局", "2023")
    assert (first["score"], first["grade"], first["amount"]) == ("89.65", "良", "3,736.80万元")
    assert first["excerpt"][:3] == [
        ["18.60万元补助资金用于", False],
        ["围墙彩绘", True],
        ["，超出规定的支出范围　资金使用　涉及金额18.60万元", False],
    ]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("1366.66万元", "1,366.66万元"),
        ("13666600元", "1,366.66万元"),
        ("0.1366660亿元", "1,366.66万元"),
        ("示民发[2025]22号", "示民发〔2025〕22号"),
        ("農村公路日常養護", "农村公路日常养护"),
        ("ｓｌ２３－ｚｊ－０３１１", "SL23-ZJ-0311"),
    ],
)
def test_what_is_marked_is_what_the_report_has(page: Page, typed: str, marked: str) -> None:
    excerpt = ask(page, typed)["results"][0]["excerpt"]
    assert marked in [text for text, is_hit in excerpt if is_hit]


@pytest.mark.parametrize("typed", ["超支", "农村公路养护", "不满意", "示例市教育局"])
def test_excerpts_are_what_the_report_says(page: Page, typed: str) -> None:
    """Neither what follows from its figures nor what stands above them already."""
    for found in ask(page, typed)["results"]:
        excerpt = "".join(text for text, _ in found["excerpt"])
        assert "（超支）" not in excerpt
        assert "（不满意）" not in excerpt
        assert "执行率" not in excerpt or "。" in excerpt
        assert not excerpt.startswith(found["department"])


def test_a_computed_score_says_so(page: Page) -> None:
    (found,) = ask(page, "沅江市委办公室", filters={"kind": "evaluation"})["results"]
    assert (found["score"], found["scoreIsComputed"], found["gradeIsComputed"]) == (
        "98",
        True,
        True,
    )


def test_filters_leave_their_own_counts(page: Page) -> None:
    every = ask(page, "消防")
    years = {value: count for value, _, count in every["facets"]["year"]}
    chosen = ask(page, "消防", filters={"year": "2024", "kind": "finding"}, limit=99)
    assert sum(years.values()) == every["total"]
    assert {r["year"] for r in chosen["results"]} == {"2024"}
    assert {r["kind"] for r in chosen["results"]} == {"finding"}
    assert sum(count for *_, count in chosen["facets"]["year"]) > chosen["total"]
    counted = {value: count for value, _, count in chosen["facets"]["kind"]}
    assert counted["finding"] == chosen["total"] < sum(counted.values())


@pytest.mark.parametrize("sort", ["year", "score", "amount", "rate", "score-rising", "rate-rising"])
def test_order(page: Page, sort: str) -> None:
    """By the number, and whatever has none comes last."""
    results = ask(page, "项目", sort=sort, filters={"kind": "evaluation"}, limit=99)["results"]
    name, _, rising = sort.partition("-")
    exact = [{**r, "amount": r.get("exact", r["amount"])} for r in results]
    printed = [re.sub("[,%万元]", "", r[name]) for r in exact]
    given = [float(number) for number in printed if number]
    assert len(given) > 5
    assert given == sorted(given, reverse=not rising)
    assert printed[len(given) :] == [""] * (len(printed) - len(given))
    assert name != "score" or len(printed) > len(given)


@pytest.mark.parametrize("text", ["公路", "资金使用情况", ""])
def test_pages_of_results_join_without_gap_or_repetition(page: Page, text: str) -> None:
    whole = [r["address"] for r in ask(page, text, limit=60)["results"]]
    pages = [addresses(page, text, offset=start) for start in range(0, 60, 10)]
    assert [address for some in pages for address in some] == whole
    assert len(set(whole)) == len(whole)


def test_no_words_give_everything_and_odd_ones_nothing(page: Page) -> None:
    every = ask(page, " ", filters={"kind": "evaluation"})
    loaded = showcase.loaded()
    published = tuple(record for record in loaded.records if record.is_published)
    made = Catalog(loaded.regions, loaded.departments, published)
    documents = [made.with_items(document) for document in made.documents]
    assert len(documents) == sum(1 for _ in search_engine.texts(showcase.PROJECT))
    assert every["total"] == sum(map(len, documents))
    assert every["results"][0]["year"] == max(r["year"] for r in every["results"])
    for text in ("？！", "财预〔2020〕10号", "鼯鼠", '"', "-", "(((", "\\"):
        assert ask(page, text)["total"] == 0, text


def test_a_report_found_by_its_finding_shows_it(page: Page) -> None:
    for result in ask(page, "公安局", filters={"kind": "evaluation"})["results"]:
        assert any(is_hit for _, is_hit in result["excerpt"]), result["address"]


def test_no_number_is_marked_within_another(page: Page) -> None:
    for text in ("60万元", "3%", "2个", "5人"):
        for result in ask(page, text)["results"]:
            line = "".join(f"[{part}]" if is_hit else part for part, is_hit in result["excerpt"])
            assert not re.search(r"[0-9.]\[[0-9]|[0-9]\](?:[0-9]|\.[0-9])", line), line


def test_links_name_the_file(page: Page) -> None:
    root = page.evaluate("gongkaiSearch.link('')").removesuffix("index.html")
    for address, file in (
        ("2021/office/report/#finding-id-w1", "2021/office/report/index.html#finding-id-w1"),
        ("departments/", "departments/index.html"),
    ):
        assert page.evaluate("a => gongkaiSearch.link(a)", address) == root + file
    assert page.url == f"{root}{PAGE}"


def test_signs_are_the_same_in_both_places(visit: Visit) -> None:
    """Every sign that a Chinese text may have; where the two differ, so would the terms."""
    engine = (showcase.ROOT / "theme_overrides/assets/search.js").read_text(encoding="utf-8")
    open_engine = engine.replace("return { add,", "return { terms, add,")
    assert open_engine != engine
    page = visit("about/index.html")
    page.route("**/assets/search.js?*", lambda route: route.fulfill(body=open_engine))
    page.goto(page.url.replace("about/", "search/"))
    codes = chain(*(range(*ends) for ends in BLOCKS))
    signs = [chr(code) for code in codes if unicodedata.category(chr(code)) not in UNUSED]
    answers = page.evaluate(BOTH, signs)
    differing = [
        (sign, folded, found)
        for sign, (folded, found) in zip(signs, answers, strict=True)
        if folded != fold(sign) or not _asks_for(set(found), terms(sign * 2))
    ]
    assert differing == []


def test_packed_signs_are_the_same_in_both_places(visit: Visit) -> None:
    """Private ones too: which of them that encoding has is not agreed upon."""
    text = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x1_0000), *range(*BLOCKS[-1]))))
    page = visit("about/index.html")
    assert page.evaluate(DECODED, [list(encoded([text])), ENCODING]) == [text]


def test_signs_of_the_national_list_are_simplified_but_for_those_named() -> None:
    """The table of Traditional signs is loaded for no others."""
    engine, table = (
        (showcase.ROOT / "theme_overrides/assets" / f"{name}.js").read_text(encoding="utf-8")
        for name in ("search", "traditional")
    )
    signs, _ = json.loads(table[table.index("[") : table.rindex(")")])
    named = re.search(r"TRADITIONAL = /\[(.*)\]/", engine)
    assert named is not None
    assert set(named[1]) == {sign for sign in signs if sign.encode("gb2312", "ignore")}


def test_a_slip_is_forgiven_in_signs_of_both_scripts(page: Page) -> None:
    traditional, simplified = (addresses(page, text) for text in ("執航", "执航"))
    assert traditional == simplified
    assert simplified


def _asks_for(asked: set[str], indexed: set[str]) -> bool:
    """All that is indexed but signs that stand alone; these where there is nothing else."""
    alone = {term for term in indexed if len(term) == 1 and not term.isdigit()}
    return asked in (indexed, indexed - alone or alone)
