"""Geometry of the charts, and what they leave to the tables."""

from decimal import Decimal
from itertools import pairwise

import pytest
from helpers import showcase
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.catalog.summaries import Figures
from generator.pages.charts.bars import (
    MOST_BARS,
    BarChart,
    BarItem,
    BarWords,
    Marks,
    Share,
    Span,
    bar_chart,
    stack_chart,
)
from generator.pages.charts.lines import LineChart, line_chart
from generator.pages.charts.money import money_chart
from generator.pages.charts.scores import score_chart
from generator.site import publish
from generator.values.money import Amount, Unit

LOSSES = "2024/shili-zhujian/old-neighbourhood/"
WORDS = BarWords("支出", "预算", "超出")


def bars(*pairs: tuple[str, str], marks: Marks = Marks.EXCESS) -> BarChart | None:
    items = [BarItem("甲", Decimal(part), Decimal(whole), "", "") for part, whole in pairs]
    return bar_chart("a", "图", WORDS, items, marks)


def ends(span: Span | None) -> tuple[float, float] | None:
    return None if span is None else (float(span.start), float(span.start + span.width))


ALL = Marks.GAPS | Marks.EXCESS
BARS: dict[str, tuple[tuple[str, str], Marks, tuple[float, float], tuple[float, float] | None]] = {
    # part and whole, what is marked; the drawn part, the marked stretch
    "less": (("50", "100"), Marks.EXCESS, (0, 50), None),
    "a gap": (("50", "100"), ALL, (0, 50), (50, 100)),
    "all of it": (("100", "100"), ALL, (0, 100), None),
    "nothing": (("0", "100"), ALL, (0, 0), (0, 100)),
    "too much": (("9.5", "7"), Marks.EXCESS, (0, 73.68), (73.68, 100)),
    "too much, not said": (("9.5", "7"), Marks(0), (0, 100), None),
    "too much, where gaps are marked": (("9.5", "7"), Marks.GAPS, (0, 100), None),
    "a gap, not said": (("50", "100"), Marks(0), (0, 50), None),
    "below nothing": (("-5", "100"), Marks.EXCESS, (0, 0), None),
}


@pytest.mark.parametrize("name", BARS)
def test_a_bar_shows_a_part_of_its_whole(name: str) -> None:
    pair, marks, part, marked = BARS[name]
    chart = bars(pair, marks=marks)
    assert chart
    [row] = chart.rows
    assert ends(row.part) == part
    assert ends(row.marked) == marked


def test_all_bars_share_a_scale_and_stand_below_one_another() -> None:
    chart = bars(("25", "50"), ("100", "200"))
    assert chart
    assert [ends(row.whole) for row in chart.rows] == [(0, 25), (0, 100)]
    assert [row.y for row in chart.rows] == [0, chart.height // 2]


@pytest.mark.parametrize("pairs", [(), (("0", "0"),)])
def test_where_there_is_nothing_there_is_no_chart(pairs: tuple[tuple[str, str], ...]) -> None:
    assert bars(*pairs) is None
    assert stack_chart("a", "图", [("甲", [])]) is None
    assert line_chart("a", "图", Decimal(100), [("甲", {2022: Decimal(90)})]) is None


def test_a_long_chart_says_what_it_leaves_to_the_table() -> None:
    chart = bars(*[("1", "2")] * (MOST_BARS + 3))
    assert chart
    assert (len(chart.rows), chart.left_out) == (MOST_BARS, 3)


amounts = st.decimals(0, 10**9, places=2)


@given(st.lists(st.tuples(amounts, amounts), max_size=5), st.sampled_from([*map(Marks, range(4))]))
def test_nothing_leaves_the_drawing(
    pairs: list[tuple[Decimal, Decimal]],
    marks: Marks,
) -> None:
    chart = bars(*((str(a), str(b)) for a, b in pairs), marks=marks)
    for row in chart.rows if chart else ():
        for span in (row.part, row.whole, row.marked):
            assert span is None or 0 <= span.start <= span.start + span.width <= 100


@given(st.lists(st.lists(st.integers(0, 50), min_size=1, max_size=5), min_size=1, max_size=4))
def test_segments_meet_and_the_longest_stack_fills_the_width(rows: list[list[int]]) -> None:
    shares = [(str(n), [Share("优", count, "0") for count in row]) for n, row in enumerate(rows)]
    chart = stack_chart("a", "图", shares)
    if chart is None:
        assert not any(map(sum, rows))
        return
    for row in chart.rows:
        spans = [segment.span for segment in row.segments]
        assert spans[0].start == 0
        assert all(a.start + a.width == b.start for a, b in pairwise(spans))
    assert max(s.span.start + s.span.width for r in chart.rows for s in r.segments) == 100


def lines(**projects: dict[int, str]) -> LineChart:
    values = ((name, {y: Decimal(v) for y, v in run.items()}) for name, run in projects.items())
    chart = line_chart("a", "图", Decimal(100), values)
    assert chart
    return chart


def test_only_neighbouring_years_are_joined() -> None:
    chart = lines(甲={2020: "90", 2021: "91", 2023: "92"})
    [panel] = chart.panels
    assert [point.year for point in panel.points] == [2020, 2021, 2023]
    assert [(a.year, b.year) for a, b in panel.joints] == [(2020, 2021)]


def test_all_panels_share_years_and_scale() -> None:
    chart = lines(甲={2021: "85", 2022: "100"}, 乙={2022: "85", 2023: "95"}, 丙={2022: "70"})
    assert (chart.low, chart.high) == (80, Decimal(100))
    assert [year for year, _ in chart.years] == [2021, 2022, 2023]
    first, second = chart.panels
    assert first.points[0].y == second.points[0].y
    assert first.points[1].x == second.points[0].x
    assert first.points[1].y < first.points[0].y


@pytest.mark.parametrize(("lowest", "low"), [("100", 90), ("90", 80), ("89.5", 80), ("0", 0)])
def test_the_scale_begins_with_the_ten_below(lowest: str, low: int) -> None:
    assert lines(甲={2021: lowest, 2022: "100"}).low == low


def test_money_is_drawn_in_one_unit_and_not_guessed() -> None:
    yuan, wan = Amount(Decimal(95000), Unit.YUAN), Amount(Decimal("9.6"), Unit.WAN_YUAN)
    chart = money_chart(
        "a", "资金", [("甲", wan, yuan), ("乙", None, yuan), ("丙", wan, None)], as_stated=False
    )
    assert chart
    [row] = chart.rows
    assert row.item.value == "9.5 / 9.6"
    assert row.item.said == "支出 9.5万元，预算 9.6万元"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    found = publish(showcase.loaded()).catalog
    assert found
    return found


def test_a_chart_of_points_says_what_the_table_alone_shows(catalog: Catalog) -> None:
    [entry] = [one for one in catalog.entries if one.address == LOSSES]
    chart = score_chart(entry, "a", as_stated=False)
    assert chart
    tops = entry.matter.item.indicators
    leaves = [leaf for top in tops for leaf in top.leaves()]
    lost = [leaf for leaf in leaves if leaf.lost]
    assert 0 < len(lost) < len(leaves)
    assert len(chart.rows) == len(tops) + len(lost)
    assert chart.left_out == len(leaves) - len(lost)
    assert "没有失分" in chart.words.left_out


def test_money_of_different_projects_is_not_compared(catalog: Catalog) -> None:
    figures = [
        catalog.of_department(department, year).figures
        for department in catalog.departments
        for year in catalog.years
    ]
    uneven = [one for one in figures if one.spent and not one.budget]
    even = [one for one in figures if one.compared[0]]
    assert uneven
    assert even
    assert all(one.compared == (None, None) for one in uneven)
    assert all(one.compared == (one.budget, one.spent) for one in even)


def test_an_excess_is_not_made_of_a_budget_that_is_not_there(catalog: Catalog) -> None:
    """Two projects spent; of one the report has no budget for the year."""
    summaries = [
        catalog.of_department(department, year)
        for department in catalog.departments
        for year in catalog.years
    ]
    postings = [posting for one in summaries for posting in one.figures.postings]
    whole = next(p for p in postings if p.budget.amount and p.spent.amount)
    half = next(p for p in postings if p.spent.amount and not p.budget.amount)
    assert Figures((whole,)).compared == (Figures((whole,)).budget, Figures((whole,)).spent)
    assert Figures((whole, half)).compared == (None, None)
