"""Figures against exact fractions: nothing is lost, and no rounding moves a grade."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.evaluation import Evaluation, EvaluationType, Project, Result, Scope, Status
from generator.model.figures import Figure, total
from generator.model.frames import Band, Frame, FrameIndicator, RateBase
from generator.model.funds import (
    Fund,
    FundAmounts,
    Funds,
    Stage,
    StatedBase,
    StatedRate,
    StatedRates,
)
from generator.model.indicators import Indicator, score_of
from generator.values.money import Unit

money = st.decimals(0, 10**13, places=2)
points = st.decimals(0, 120, places=3)
D = Decimal


def frame(base: RateBase = RateBase.BUDGET) -> Frame:
    bands = [("优", 90), ("良", 80), ("中", 60), ("差", 0)]
    return Frame(
        format=1,
        id="shili",
        name="示例",
        source="虚构",
        description="测试",
        total=D(100),
        places=2,
        tolerance=D("0.01"),
        rate_base=base,
        bands=tuple(Band(name=name, start=D(start)) for name, start in bands),
        indicators=(FrameIndicator(name="产出"),),
    )


def evaluation(*scores: Decimal | None, stated: Decimal | None = None) -> Evaluation:
    return Evaluation(
        format=1,
        status=Status.PUBLISHED,
        title="示例",
        project=Project(name="示例"),
        evaluation_type=EvaluationType.FISCAL,
        scope=Scope.PROJECT,
        frame="示例",
        indicators=tuple(Indicator(name="示例", score=score) for score in scores),
        result=Result(total=stated),
    )


@given(st.lists(points, max_size=30))
def test_a_total_is_the_exact_sum(scores: list[Decimal]) -> None:
    found = total(scores)
    assert found is None if not scores else found == sum(map(Fraction, scores))


@given(st.lists(points, min_size=1), st.data())
def test_a_total_with_a_part_missing_is_none(scores: list[Decimal], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(scores)))
    assert total([*scores[:place], None, *scores[place:]]) is None


@given(points, points, st.sampled_from([D(0), D("0.01"), D("0.5")]))
def test_figures_differ_beyond_the_tolerance_only(a: Decimal, b: Decimal, near: Decimal) -> None:
    assert Figure(a, b, near).differs == (abs(Fraction(a) - Fraction(b)) > Fraction(near))


@pytest.mark.parametrize(
    ("stated", "computed", "shown", "is_computed", "differs"),
    [
        (D(97), D(98), D(97), False, True),
        (D(98), D(98), D(98), False, False),
        (None, D(98), D(98), True, False),
        (D(97), None, D(97), False, False),
        (None, None, None, False, False),
        (D(0), D(98), D(0), False, True),
    ],
)
def test_a_stated_figure_is_never_replaced(
    stated: Decimal | None,
    computed: Decimal | None,
    shown: Decimal | None,
    is_computed: bool,
    differs: bool,
) -> None:
    figure = Figure(stated, computed)
    assert figure.shown == shown
    assert figure.is_computed == is_computed
    assert figure.differs == differs


@given(points)
@example(D("89.999"))
@example(D("90.000"))
@example(D("79.995"))
@example(D("59.9999"))
def test_a_grade_is_the_band_the_exact_total_falls_in(score: Decimal) -> None:
    exact = Fraction(score)
    expected = next(name for name, start in _BANDS if exact >= start)
    for graded in (evaluation(score), evaluation(D(1), stated=score)):
        grade = graded.grade(frame())
        assert grade.shown == expected
        assert grade.is_computed


_BANDS = (("优", 90), ("良", 80), ("中", 60), ("差", 0))


def test_a_score_below_every_band_has_no_grade() -> None:
    grade = evaluation(D(-1)).grade(frame())
    assert (grade.shown, grade.band, grade.differs) == (None, None, False)


@pytest.mark.parametrize(
    ("stated", "differs"), [("优", True), ("良", False), ("优秀", True), ("甲", True)]
)
def test_a_stated_grade_stands_beside_the_one_earned(stated: str, differs: bool) -> None:
    stating = evaluation(D(85)).model_copy(update={"result": Result(grade=stated)})
    grade = stating.grade(frame())
    assert grade.shown == stated
    assert grade.differs == differs
    assert grade.computed is not None
    assert grade.computed.name == "良"


@given(st.lists(st.lists(points, min_size=1, max_size=4), min_size=1, max_size=4))
def test_levels_without_a_score_of_their_own_sum_what_is_below(groups: list[list[Decimal]]) -> None:
    tree = tuple(
        Indicator(name="示例", children=tuple(Indicator(name="示例", score=s) for s in scores))
        for scores in groups
    )
    assert score_of(tree) == sum((Fraction(s) for scores in groups for s in scores), Fraction())


@given(money, money)
@example(D("0.01"), D(10**13))
def test_a_rate_is_the_exact_quotient(spent: Decimal, budget: Decimal) -> None:
    row = Fund(source="示例", adjusted_budget=budget, spent=spent)
    rate = Funds(unit=Unit.YUAN, rows=(row,)).execution_rate(RateBase.BUDGET)
    if budget == 0:
        assert rate is None
        return
    assert rate is not None
    assert rate.figure.computed is not None
    exact = Fraction(spent) / Fraction(budget) * 100
    assert abs(Fraction(rate.figure.computed) - exact) <= exact / 10**26
    excess = Fraction(spent) - Fraction(budget)
    assert (rate.excess is None) == (excess <= 0)
    assert rate.excess is None or Fraction(rate.excess.value) == excess


HUNDRED = D(100)
FUND = Fund(source="示例", initial_budget=D(400), received=D(200), spent=D(150))
STATED = (
    # base the report states, base of the frame, base divided by, computed rate
    (StatedBase.SPENT_BY_BUDGET, RateBase.RECEIVED, "年初预算", D("37.5")),
    (StatedBase.SPENT_BY_RECEIVED, RateBase.BUDGET, "到位", D(75)),
    (None, RateBase.BUDGET, "年初预算", D("37.5")),
    (None, RateBase.RECEIVED, "到位", D(75)),
)


@pytest.mark.parametrize(("stated", "base", "name", "computed"), STATED)
def test_the_base_is_the_reports_else_the_frames(
    stated: StatedBase | None, base: RateBase, name: str, computed: Decimal
) -> None:
    rates = StatedRates(execution=StatedRate(value=HUNDRED, base=stated) if stated else None)
    rate = Funds(unit=Unit.YUAN, rows=(FUND,), stated_rates=rates).execution_rate(base)
    assert rate is not None
    assert (rate.base_name, rate.figure.computed) == (name, computed)
    assert rate.figure.shown == (HUNDRED if stated else computed)


@pytest.mark.parametrize(
    ("stated", "differs"),
    [("85.75", False), ("86", False), ("85.7", True), ("85.8", False), ("98", True)],
)
def test_rounding_accounts_for_half_a_unit_of_the_last_digit(stated: str, differs: bool) -> None:
    rates = StatedRates(execution=StatedRate(value=D(stated), base=StatedBase.SPENT_BY_BUDGET))
    row = Fund(source="示例", adjusted_budget=D(10000), spent=D("8575.3"))
    rate = Funds(unit=Unit.YUAN, rows=(row,), stated_rates=rates).execution_rate(RateBase.BUDGET)
    assert rate is not None
    assert rate.figure.differs == differs


def test_a_stated_rate_stays_where_the_amounts_are_missing_or_zero() -> None:
    rates = StatedRates(arrival=StatedRate(value=HUNDRED, base=StatedBase.RECEIVED_BY_BUDGET))
    for row in (FundAmounts(), FundAmounts(initial_budget=D(0), received=D(0))):
        rate = Funds(unit=Unit.YUAN, stated_total=row, stated_rates=rates).arrival_rate
        assert rate is not None
        assert (rate.figure.shown, rate.figure.computed, rate.excess) == (HUNDRED, None, None)


@given(st.lists(money, min_size=1, max_size=5), money)
def test_the_stated_total_of_a_column_stands_beside_its_sum(
    amounts: list[Decimal], stated: Decimal
) -> None:
    rows = tuple(Fund(source="示例", spent=amount) for amount in amounts)
    figure = Funds(unit=Unit.YUAN, rows=rows, stated_total=FundAmounts(spent=stated)).total(
        Stage.SPENT
    )
    exact = sum(map(Fraction, amounts))
    assert figure.shown == stated
    assert figure.computed == exact
    assert figure.differs == (abs(Fraction(stated) - exact) > Fraction(len(amounts), 100))
