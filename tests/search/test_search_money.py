"""Money is the same term in the program and in a browser: half up, however it is typed."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from helpers import showcase
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.search.terms import terms
from generator.values.money import Unit

ENGINE = showcase.ROOT / "theme_overrides" / "assets" / "search.js"
ADDRESS = "http://example.test/assets/"
TERMS = "texts => texts.map(text => gongkaiSearch.terms(text))"
FINDS = "pairs => pairs.map(([asked, text]) => gongkaiSearch.pattern(asked).test(text))"
MOST_DIGITS = 18
HALVES = ("1.005", "1.015", "1.025", "2.675", "0.145", "0.005", "0.0049", "8.575", "99.995", "0")

digits = st.text("0123456789", min_size=1, max_size=MOST_DIGITS)
numbers = st.one_of(
    digits,
    st.builds("{}.{}".format, digits, st.text("0123456789", min_size=1, max_size=8)),
    st.builds("{}.{}5".format, digits, st.text("0123456789", min_size=2, max_size=2)),
)
sums = st.builds("{}{}".format, numbers, st.sampled_from([unit.label for unit in Unit]))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that carries nothing but the engine, its inner functions within reach."""
    engine = ENGINE.read_text(encoding="utf-8").replace(
        "return { add,", "return { terms, pattern, add,"
    )
    opened = browser.new_page()
    opened.route("**/search.js", lambda route: route.fulfill(body=engine))
    opened.route(
        "**/page.html",
        lambda route: route.fulfill(
            body='<!doctype html><meta charset="utf-8"><script src="search.js"></script>',
            content_type="text/html",
        ),
    )
    opened.goto(f"{ADDRESS}page.html")
    yield opened
    opened.close()


def half_up(text: str) -> str:
    """By the decimal module alone, with room for all digits."""
    number = text.rstrip("元万亿")
    unit = next(unit for unit in Unit if unit.label == text.removeprefix(number))
    exact = Context(prec=80, rounding=ROUND_HALF_UP)
    found = f"{exact.quantize(exact.multiply(Decimal(number), unit.yuan), Decimal('0.01')):f}"
    return f"{found.rstrip('0').rstrip('.')}元"


def test_halves_are_rounded_up_in_both_places(page: Page) -> None:
    texts = [f"{number}{unit.label}" for number in HALVES for unit in Unit]
    for text, asked in zip(texts, page.evaluate(TERMS, texts), strict=True):
        assert asked == [half_up(text)], text
        assert half_up(text) in terms(text), text
    assert half_up("1.015元") == "1.02元"


@given(st.lists(sums, min_size=200, max_size=200))
@settings(max_examples=10)
def test_drawn_sums_are_the_same_in_both_places(page: Page, texts: list[str]) -> None:
    asked = page.evaluate(TERMS, texts)
    assert asked == [[half_up(text)] for text in texts]
    assert [half_up(text) in terms(text) for text in texts] == [True] * len(texts)


@given(st.lists(st.tuples(numbers, st.sampled_from(Unit), st.sampled_from(Unit)), min_size=99))
@settings(max_examples=10)
def test_a_sum_is_found_as_it_is_printed_in_any_unit(
    page: Page, asked: list[tuple[str, Unit, Unit]]
) -> None:
    exact = Context(prec=80)
    pairs = []
    for number, unit, other in asked:
        there = exact.divide(exact.multiply(Decimal(number), unit.yuan), other.yuan)
        pairs.append([f"{number}{unit.label}", f"共{there:f}{other.label}"])
    found = page.evaluate(FINDS, pairs)
    assert [pair for pair, is_found in zip(pairs, found, strict=True) if not is_found] == []
