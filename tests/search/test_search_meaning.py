"""Questions in readers' own words, asked of the engine as the search page asks it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers import browser as browsers
from helpers.browser import Visit
from helpers.search_engine import judged, recall
from helpers.search_page import PAGE, ask, total
from helpers.tables import valued
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

EVERYDAY: dict[str, list[dict[str, Any]]] = valued(Path(__file__).with_name("everyday.yml"))
ASK = "text => gongkaiMeaning.query(text, {filters: {}, sort: '', limit: 10})"
ENOUGH = 0.9


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    visitor = browsers.Visitor(browser, address)
    yield visitor.open(PAGE)
    visitor.leave()
    assert visitor.faults == []


def addresses(page: Page, words: str) -> list[str]:
    return [one["address"] for one in page.evaluate(ASK, words)["results"]]


def test_questions_find_their_reports(page: Page) -> None:
    outcomes = [
        judged(case["query"], case["expect"], addresses(page, case["query"]))
        for case in EVERYDAY["questions"]
    ]
    assert [outcome for outcome in outcomes if outcome.first is None] == []
    assert recall(outcomes) >= ENOUGH, [one for one in outcomes if one.recall < 1]


@pytest.mark.parametrize("case", EVERYDAY["figures"], ids=lambda case: case["query"])
def test_words_may_ask_for_an_order_or_for_what_follows_from_the_figures(
    page: Page, case: dict[str, Any]
) -> None:
    listed = addresses(page, case["query"])
    if first := case.get("first"):
        assert listed[0].startswith(first)
    for right in case.get("expect", ()):
        assert any(address.startswith(right) for address in listed)


def test_what_is_not_as_typed_is_told_apart(visit: Visit) -> None:
    page = ask(visit, "修路")
    divide = page.locator(".gk-hit__divide")
    status = page.get_by_role("status")
    expect(status).to_contain_text("没有照原样找到“修路”，按“公路、道路、路面、养护”查到")
    expect(divide).to_have_count(0)
    assert total(page) > 0
    page = ask(visit, "老人吃饭的钱")
    expect(page.locator("#search-results > li.gk-hit").first).to_contain_text("助餐")
    assert total(page) > 0


def test_what_is_counted_adds_up_to_what_the_choices_count(visit: Visit) -> None:
    ways = set()
    for words in ("养老", "道路", "路灯", "老年", "绿化", "修路"):
        page = ask(visit, words)
        told = page.get_by_role("status").inner_text()
        if "，按“" not in told:
            continue
        ways |= {way for way in ("查到", "另有") if way in told}
        assert ("查到" in told) is told.startswith("没有照原样找到")
        counts = [int(number) for number in re.findall(r"(\d+) 条", told)]
        assert sum(counts) == total(page)
    assert ways == {"查到", "另有"}


def test_a_name_comes_before_what_its_words_may_mean(page: Page) -> None:
    results = page.evaluate(ASK, "城镇老旧小区改造")["results"]
    how = [one.get("how", "exact") for one in results]
    assert how == sorted(how, key=["exact", "meant", "near"].index)
    assert how[0] == "exact"
    assert "/shili-zhujian/" in results[0]["address"]


def test_a_phrase_is_taken_as_it_is(page: Page) -> None:
    assert page.evaluate(ASK, '"修路"')["total"] == 0


@pytest.mark.parametrize("case", EVERYDAY["questions"], ids=lambda case: case["query"])
def test_a_question_may_end_as_questions_do(page: Page, case: dict[str, Any]) -> None:
    plain, asked = (page.evaluate(ASK, case["query"] + end) for end in ("", "？"))
    assert [one["address"] for one in asked["results"]] == [
        one["address"] for one in plain["results"]
    ]


@pytest.mark.parametrize(
    "words", ["修路", "今年", "去年哪个项目最贵", "超支最多", "教育局去年得分"]
)
def test_no_more_is_counted_than_is_there(page: Page, words: str) -> None:
    for filters in ({}, {"kind": "finding"}, {"year": "2023"}):
        answer = page.evaluate(
            "([text, filters]) => gongkaiMeaning.query(text, {filters, sort: '', limit: 10})",
            [words, filters],
        )
        assert answer.get("exact", 0) <= answer.get("sure", answer["total"]) <= answer["total"]


def test_a_denied_word_is_not_answered_by_its_opposite(page: Page) -> None:
    right = {"2021/yuanjiang-shiwei-bangongshi/", "2023/shili-dangxiao/cadre-training/"}
    answer = page.evaluate(ASK, "哪些项目没有超支")
    sure = [one["address"] for one in answer["results"] if one.get("how") == "meant"]
    assert not any(address.startswith(tuple(right)) for address in sure)


def test_a_year_in_digits_is_a_year(page: Page) -> None:
    results = page.evaluate(ASK, "2022年最低分")["results"]
    assert {one["year"] for one in results} == {"2022"}
    assert {one["how"] for one in results} == {"meant"}


def test_all_that_overspent_most_did_overspend(page: Page) -> None:
    results = page.evaluate(ASK, "超支最多")["results"]
    assert results[0]["address"].startswith("2021/yuanjiang-shiwei-bangongshi/")
    assert len([one for one in results if one["how"] == "meant"]) == 2


def test_single_signs_do_not_cut_words(page: Page) -> None:
    answer = page.evaluate(ASK, "土地治理怎么样")
    assert answer["meaning"]["groups"] == [["土地治理"]]
    assert answer["results"][0]["address"].startswith("2023/shili-shuili/watershed-loan/")


@pytest.mark.parametrize(
    ("asked", "department"),
    [
        ("教育局得分怎么样", "示例市教育局"),
        ("民政局都干了什么", "示例市民政局"),
        ("人社局做了哪些项目", "示例市人力资源和社会保障局"),
        ("住建委花了多少", "示例市住房和城乡建设局"),
    ],
)
def test_a_department_is_known_by_what_people_call_it(
    page: Page, asked: str, department: str
) -> None:
    results = page.evaluate(ASK, asked)["results"]
    assert {one["department"] for one in results} == {department}


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("近两年哪些项目花超了", ["2023", "2024"]),
        ("2021到2022年最低分", ["2021", "2022"]),
    ],
)
def test_years_may_be_several(page: Page, asked: str, years: list[str]) -> None:
    answer = page.evaluate(ASK, asked)
    assert answer["meaning"]["years"] == years
    assert {one["year"] for one in answer["results"]} <= set(years)


def test_names_come_before_what_prose_speaks_of(page: Page) -> None:
    """Every report on schools speaks of pupils; few are about what they eat."""
    first, *_ = addresses(page, "学生营养餐的钱怎么花的")
    assert "/nutrition-meals/" in first


def test_signs_of_two_words_are_two_words(page: Page) -> None:
    answer = page.evaluate(ASK, "消防疫苗有没有")
    titles = [one["title"] for one in answer["results"][:4]]
    assert any("消防" in title for title in titles)
    assert any("疫苗" in title for title in titles)


def test_whether_or_not_asks_whether(page: Page) -> None:
    assert addresses(page, "食堂干不干净") == addresses(page, "食堂干净吗")
