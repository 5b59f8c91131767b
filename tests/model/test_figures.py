"""Figures against exact fractions: nothing is lost, and no rounding moves a grade."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import source
from generator.binding.filling import fill
from generator.model.documents import Status
from generator.model.evaluation import Evaluation
from generator.model.figures import Figure, Sum, total
from generator.model.frames import Band, Frame, FrameIndicator, RateBase, Veto
from generator.model.fund_rows import Fund, FundAmounts, Stage
from generator.model.funds import Funds, StatedBase, StatedRate, StatedRates
from generator.model.indicators import Indicator, scores_of
from generator.model.outcome import Result
from generator.model.project import Project, Scope
from generator.values.money import Printed, Unit

money = st.decimals(0, 10**13, places=2)
points = st.decimals(0, 120, places=3)
D = Decimal


def rounding_to(number: Decimal, places: int) -> Decimal:
    """Half up, with all places printed."""
    return number.quantize(D(1).scaleb(-places), ROUND_HALF_UP, Context(prec=60))


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
        evaluation_type="财政评价",
        scope=Scope.PROJECT,
        frame="示例",
        indicators=tuple(Indicator(name="示例", score=score) for score in scores),
        result=Result(total=stated),
    )


@given(st.lists(points, max_size=30))
def test_a_total_is_the_exact_sum(scores: list[Decimal]) -> None:
    found = total(("", score) for score in scores)
    assert found.value is None if not scores else found.value == sum(map(Fraction, scores))
    assert found.missing == ()


@given(st.lists(points, min_size=1), st.data())
def test_a_sum_with_a_part_missing_says_which(scores: list[Decimal], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(scores)))
    parts: list[tuple[str, Decimal | None]] = [("", score) for score in scores]
    found = total([*parts[:place], ("缺", None), *parts[place:]])
    assert (found.value, found.missing) == (None, ("缺",))
    assert found.given == sum(map(Fraction, scores))


@given(st.integers(0, 9))
def test_parts_that_are_all_without_a_number_are_not_given(number: int) -> None:
    assert total([("甲", None)] * number) == Sum()


def test_a_sum_of_sums_names_the_rows_that_lack_a_number() -> None:
    upper, lower = total([("甲", D(1)), ("乙", None)]), total([("丙", None)])
    found = total([("上", upper), ("下", lower), ("旁", D("0.25"))])
    assert found == Sum(D("1.25"), ("乙", "下"), 2, 2)


@given(st.lists(st.decimals(0, 10**6, places=9), min_size=1, max_size=9), st.integers(1, 8))
def test_a_sum_of_rounded_numbers_agrees_with_its_rounded_total(
    exact: list[Decimal], places: int
) -> None:
    parts = [("", rounding_to(number, places)) for number in exact]
    stated = rounding_to(sum(exact, D(0)), places)
    assert not total(parts).beside(stated).differs


@given(st.lists(st.decimals(0, 10**6, places=4), min_size=1, max_size=9), st.integers(-9, 9))
def test_what_no_rounding_explains_differs(parts: list[Decimal], units: int) -> None:
    stated = sum(parts, D(0)) + D(units).scaleb(-4)
    shown = total(("", part) for part in parts).beside(stated)
    halves = Fraction(len(parts) + 1, 2)
    assert shown.differs == (units != 0 and abs(units) >= halves)


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=9), st.integers(-9, 9))
def test_whole_numbers_are_exact(parts: list[int], gap: int) -> None:
    stated = D(sum(parts) + gap)
    assert total(("", D(part)) for part in parts).beside(stated).differs == (gap != 0)


def test_a_rule_may_allow_more_than_rounding_and_never_less() -> None:
    thirds = total([("", D("33.33"))] * 3)
    for least, tolerance in (("0", "0.01"), ("0.001", "0.01"), ("0.05", "0.05")):
        assert thirds.beside(D(100), least=D(least)).tolerance == D(tolerance)


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
    assert scores_of(tree).value == sum(
        (Fraction(s) for scores in groups for s in scores), Fraction()
    )


@given(money, money)
@example(D("0.01"), D(10**13))
def test_a_rate_is_the_exact_quotient(spent: Decimal, budget: Decimal) -> None:
    row = Fund(source="示例", adjusted_budget=budget, spent=spent)
    rate = Funds(unit=Unit.YUAN, rows=(row,)).execution_rate(RateBase.BUDGET)
    assert rate is not None
    assert rate.is_undefined == (budget == 0)
    if budget == 0:
        assert rate.figure.shown is None
        return
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


@pytest.mark.parametrize("base", RateBase)
@pytest.mark.parametrize(
    ("row", "name", "computed"),
    [
        (FundAmounts(received=D(140), issued=D(200), spent=D(70)), "到位", D(50)),
        (FundAmounts(issued=D(200), spent=D(70)), "发行", D(35)),
        (FundAmounts(received=D(0), spent=D(70)), "到位", None),
    ],
)
def test_without_a_budget_the_base_is_what_the_form_has(
    base: RateBase, row: FundAmounts, name: str, computed: Decimal | None
) -> None:
    rate = Funds(unit=Unit.YUAN, stated_total=row).execution_rate(base)
    assert rate is not None
    assert (rate.base_name, rate.figure.computed) == (name, computed)


def test_a_base_that_the_report_states_stays_where_its_amount_is_missing() -> None:
    rates = StatedRates(execution=StatedRate(value=HUNDRED, base=StatedBase.SPENT_BY_BUDGET))
    row = FundAmounts(received=D(140), spent=D(70))
    rate = Funds(unit=Unit.YUAN, stated_total=row, stated_rates=rates).execution_rate(
        RateBase.BUDGET
    )
    assert rate is not None
    assert (rate.base_name, rate.figure.shown, rate.figure.computed) == ("年初预算", HUNDRED, None)


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
    assert figure.differs == (abs(Fraction(stated) - exact) > Fraction(len(amounts) // 2, 100))


def test_a_source_without_an_amount_leaves_no_total_and_no_rate() -> None:
    rows = (
        Fund(source="甲", initial_budget=D(60), adjusted_budget=D(100), spent=D(57)),
        Fund(source="乙", initial_budget=D(40), spent=D(40)),
    )
    funds = Funds(unit=Unit.WAN_YUAN, rows=rows)
    assert funds.budget is None
    assert funds.total(Stage.ADJUSTED_BUDGET).absent == ("乙",)
    assert not funds.total(Stage.RECEIVED).is_given
    assert funds.budget_stage is Stage.ADJUSTED_BUDGET
    assert funds.execution_rate(RateBase.BUDGET) is None
    stated = funds.model_copy(update={"stated_total": FundAmounts(adjusted_budget=D(140))})
    assert stated.total(Stage.ADJUSTED_BUDGET).absent == ()
    assert stated.execution_rate(RateBase.BUDGET) is not None


def test_a_weight_keeps_its_sign_and_bonus_deduction_and_veto_count_as_they_do() -> None:
    data = {
        "指标": [
            {"名称": "甲", "分值": "60%", "得分": "50"},
            {"名称": "乙", "分值": "40%", "得分": "30", "下级": [{"名称": "其中", "完成值": "1"}]},
            {"名称": "奖", "计分": "加分", "分值": "3", "得分": "2"},
            {"名称": "多奖", "计分": "加分", "得分": "2"},
            {"名称": "罚", "计分": "扣分", "得分": "1"},
            {"名称": "事故", "计分": "否决", "完成值": "无"},
        ]
    }
    item = filled_in(data)
    framed = frame().model_copy(update={"bonus_cap": D(3), "veto": Veto(grade="差")})
    assert isinstance(item.indicators[0].weight, Printed)
    assert item.full_marks(framed).computed == 100
    assert item.total(framed).computed == 50 + 30 + 3 - 1
    assert item.grade(framed).shown == "良"
    assert item.grade(framed).computed is not None


def test_rows_below_a_bonus_a_deduction_or_a_veto_count_as_it_does() -> None:
    rows = [
        {"名称": "甲", "分值": "100", "得分": "90"},
        {"名称": "奖", "计分": "加分", "下级": [{"名称": "推广", "分值": "2", "得分": "2"}]},
        {"名称": "未奖", "计分": "加分", "下级": [{"名称": "获奖", "分值": "2"}]},
        {"名称": "罚", "计分": "扣分", "下级": [{"名称": "迟报", "得分": "1"}]},
        {"名称": "事故", "计分": "否决", "下级": [{"名称": "火灾", "完成值": "无"}]},
        {"名称": "参考", "计分": "不计", "下级": [{"名称": "人数", "分值": "9", "得分": "8"}]},
    ]
    item = filled_in({"指标": rows})
    framed = frame().model_copy(update={"veto": Veto(grade="差")})
    assert item.full_marks(framed).computed == 100
    assert item.total(framed).computed == 90 + 2 - 1
    assert item.grade(framed).computed is not None
    assert [leaf.lost for leaf in item.leaves()] == [10, None, None, None, None, None]


@pytest.mark.parametrize(
    ("actual", "grade"), [("无", "良"), ("未发生", "良"), ("一起", "差"), (None, None)]
)
def test_what_a_veto_names_sets_the_grade(actual: str | None, grade: str | None) -> None:
    rows = [
        {"名称": "甲", "分值": "100", "得分": "85"},
        {"名称": "事故", "计分": "否决"} | ({"完成值": actual} if actual else {}),
    ]
    framed = frame().model_copy(update={"veto": Veto(grade="差")})
    assert filled_in({"指标": rows}).grade(framed).shown == grade


@pytest.mark.parametrize(("actual", "differs"), [("无", False), ("一起", True)])
def test_a_word_that_no_score_earns_is_contradicted_by_a_veto_only(
    actual: str, *, differs: bool
) -> None:
    rows = [
        {"名称": "甲", "分值": "100", "得分": "95"},
        {"名称": "事故", "计分": "否决", "完成值": actual},
    ]
    bands = (*frame().bands, Band(name="暂缓"))
    framed = frame().model_copy(update={"veto": Veto(grade="差"), "bands": bands})
    grade = filled_in({"指标": rows, "评价结论": {"等级": "暂缓"}}).grade(framed)
    assert (grade.differs, grade.is_vetoed) == (differs, differs)


@pytest.mark.parametrize(
    ("row", "total"), [({}, 100), ({"名称": "预算执行率", "分值": "10", "得分": "9"}, 99)]
)
def test_points_of_the_execution_rate_in_the_fund_table_count_once(
    row: dict[str, str], total: int
) -> None:
    rows = [{"名称": "产出", "分值": "90", "得分": "90"}, *([row] if row else [])]
    funds = {"单位": "万元", "合计": {"支出": "1", "分值": "10", "得分": "10"}}
    assert filled_in({"指标": rows, "资金": funds}).total(frame()).computed == total


def test_points_of_the_execution_rate_are_those_of_the_total_row_else_of_all_rows() -> None:
    rows = [{"名称": "产出", "分值": "90", "得分": "90"}]
    tasks = [{"名称": "甲", "分值": "6", "得分": "5"}, {"名称": "乙", "分值": "4", "得分": "3"}]
    uses: dict[str, Any] = {"单位": "万元", "按用途": tasks, "合计": {"支出": "1"}}
    item = filled_in({"指标": rows, "资金": uses})
    assert item.total(frame()).computed == 98
    assert item.full_marks(frame()).computed == 100
    uses["合计"] |= {"分值": "10", "得分": "9"}
    assert filled_in({"指标": rows, "资金": uses}).total(frame()).computed == 99


@pytest.mark.parametrize(("points", "differs"), [({}, True), ({"得分": "9.5"}, False)])
def test_a_reviewers_total_holds_points_that_only_the_fund_table_prints(
    points: dict[str, str], *, differs: bool
) -> None:
    rows = [{"名称": "产出", "分值": "90", "得分": "90", "复核分": "86"}]
    funds = {"单位": "万元", "合计": {"支出": "1", **points}}
    data = {"指标": rows, "资金": funds, "评价结论": {"复核总分": "95.5"}}
    assert filled_in(data).review_total(frame()).differs == differs


def filled_in(data: dict[str, Any]) -> Evaluation:
    head = {"格式": "2", "状态": "草稿", "标题": "甲", "评价类型": "单位自评"}
    reading = source.read(source.write({**head, **data}).encode(), "a.yml")
    assert reading.document is not None
    form = fill(reading.document, Evaluation)
    assert form.value is not None, form.diagnostics
    return form.value
