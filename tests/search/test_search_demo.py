"""Search at the size of a city: 300 reports in every run, 3,000 with `make promises`."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import demo_site, search_engine
from helpers.browser import Visit
from helpers.search_engine import Outcome, ask, judged, recall
from helpers.search_queries import GROUPS, Demo, questions
from helpers.thorough import THOROUGH

ENOUGH = 0.97
EACH = 4
"""Questions of each group: with fewer than forty in all, nothing would be proved."""
SUBSTRINGS = 60 if THOROUGH else 40
MANY = 20
"""Reports that hold the pairs of a piece, not the piece: two pages of results."""


@pytest.fixture(
    scope="module",
    params=[300, pytest.param(3_000, marks=pytest.mark.promises)],
    ids="{} reports".format,
)
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo with its index."""
    project = demo_site.made(tmp_path_factory.mktemp("demo"), request.param, seed=7)
    search_engine.page_of(project)
    return project


@pytest.fixture(scope="module")
def bases(demo: Path) -> Iterator[Sequence[str]]:
    """Its addresses: served, and as a folder; of the showcase every run asks both."""
    folder = demo / "site"
    with browsers.serve(folder) as served:
        yield (served, f"{folder.as_uri()}/") if THOROUGH else (served,)


def asked(visit: Visit, base: str, questions: Sequence[tuple[str, Sequence[str]]]) -> list[Outcome]:
    page = visit(search_engine.PAGE, site=base)
    return [
        judged(text, right, [found["address"] for found in ask(page, text)["results"]])
        for text, right in questions
    ]


def test_known_answers_are_found(demo: Path, bases: Sequence[str], visit: Visit) -> None:
    drawn = list(questions(Demo(demo), EACH, seed=23))
    assert {question.group for question in drawn} == set(GROUPS)
    assert len(drawn) >= 40
    for base in bases:
        outcomes = asked(visit, base, [(question.typed, question.right) for question in drawn])
        assert [outcome for outcome in outcomes if outcome.first is None] == []
        assert recall(outcomes) >= ENOUGH, [o for o in outcomes if o.recall < 1]


def test_any_part_of_any_report_is_found(demo: Path, bases: Sequence[str], visit: Visit) -> None:
    pieces = list(search_engine.substrings(search_engine.texts(demo), SUBSTRINGS, seed=23))
    for base in bases:
        outcomes = asked(visit, base, pieces)
        assert [outcome for outcome in outcomes if outcome.first is None] == []
        assert recall(outcomes) >= ENOUGH, [o for o in outcomes if o.recall < 1]


def test_a_quotation_in_many_reports_loses_none_to_a_filter(
    demo: Path, bases: Sequence[str], visit: Visit
) -> None:
    """More hold it than are read to make sure; those that pass the filter are read first."""
    words = "社会效益指标"
    right = {name for name, text in search_engine.texts(demo).items() if words in text}
    some = {name for name in right if name.startswith("2018/")}
    page = visit(search_engine.PAGE, site=bases[0])
    options = {"filters": {"kind": "evaluation", "year": "2018"}, "limit": len(right)}
    found = {result["address"] for result in ask(page, f'"{words}"', **options)["results"]}
    assert found == some
    assert len(right) > 100
    everything = ask(page, f'"{words}"', filters={"kind": "evaluation"})
    assert everything["total"] >= len(right)


def test_words_as_typed_are_found_among_many_that_have_all_pairs(
    demo: Path, bases: Sequence[str], visit: Visit
) -> None:
    """A piece whose pairs stand in many more reports than a page shows, itself in few."""
    texts = search_engine.texts(demo)
    page = visit(search_engine.PAGE, site=bases[0])
    scattered = list(islice(_scattered(texts), None if THOROUGH else 6))
    assert len(scattered) > 5
    outcomes = [
        judged(piece, right, [found["address"] for found in ask(page, piece)["results"]])
        for piece, right in scattered
    ]
    assert [outcome for outcome in outcomes if outcome.recall < 1] == []


def _scattered(texts: Mapping[str, str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Pieces that stand in few reports, but all their pairs in many."""
    holders = search_engine.Holders(texts)
    for piece, right in search_engine.substrings(texts, 8_000, seed=4):
        candidates = holders.of(piece)
        if len(piece) > 2 and len(candidates) - len(right) > MANY:
            yield piece, right
