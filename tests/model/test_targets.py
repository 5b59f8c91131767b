"""Targets and actual values: what is read from a cell, and what follows from the two."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.indicators import Indicator
from generator.model.targets import Comparison
from generator.values.cells import reading
from generator.values.cells.signs import Operator
from generator.values.money import grouped

D = Decimal
positive = st.decimals(D("0.01"), 10**9, places=2)
signs = st.sampled_from([operator for operator in Operator if operator is not Operator.QUALITATIVE])


@given(signs, positive)
def test_a_figure_is_read_as_it_is_printed(sign: Operator, number: Decimal) -> None:
    read = reading.read(f"{sign.label}{grouped(number)}万元")
    assert (read.sign, read.number, read.unit) == (sign, number, "万元")


@pytest.mark.parametrize(
    ("operator", "below", "equal", "above"),
    [
        (Operator.AT_LEAST, False, True, True),
        (Operator.AT_MOST, True, True, False),
        (Operator.MORE, False, False, True),
        (Operator.LESS, True, False, False),
        (Operator.EQUAL, False, True, None),
    ],
)
def test_a_target_is_met_by_its_operator(
    operator: Operator,
    below: bool,
    equal: bool,
    above: bool | None,
) -> None:
    assert not Comparison(Operator.EQUAL, D(0), D(1)).is_met
    met = [Comparison(operator, D(5), D(actual)).is_met for actual in ("4.99", "5.00", "5.01")]
    assert met == [below, equal, above]


@given(signs, positive, positive)
def test_a_target_met_is_attained_in_full(op: Operator, target: Decimal, actual: Decimal) -> None:
    comparison = Comparison(op, target, actual)
    part = comparison.attainment
    if part is None:
        assert op is Operator.EQUAL
        assert actual > target
        return
    assert comparison.is_met == (part >= 1) or target == actual
    whole, of = (target, actual) if op.wants_less else (actual, target)
    exact = Fraction(whole) / Fraction(of)
    assert abs(Fraction(part) - exact) <= exact / 10**26
    earned = comparison.earned(D(10), 2)
    assert earned is not None
    assert 0 <= earned <= 10
    assert abs(Fraction(earned) - 10 * min(exact, Fraction(1))) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("operator", "target", "actual"),
    [
        (Operator.AT_LEAST, "0", "5"),
        (Operator.AT_MOST, "0", "1"),
        (Operator.AT_MOST, "5", "0"),
        (Operator.AT_LEAST, "-3", "2"),
        (Operator.AT_LEAST, "3", "-2"),
        (Operator.EQUAL, "3", "4"),
    ],
)
def test_no_proportion_where_it_says_nothing(operator: Operator, target: str, actual: str) -> None:
    comparison = Comparison(operator, D(target), D(actual))
    assert comparison.attainment is None
    assert comparison.earned(D(10), 2) is None


def row(target: str | None, actual: str | None, sign: str = "≥", **more: object) -> Indicator:
    operator = next((o for o in Operator if o.label == sign), None)
    cells = {"name": "合格率", "operator": operator, "target": target, "actual": actual} | more
    return Indicator.model_validate(cells)


@pytest.mark.parametrize(
    ("indicator", "met"),
    [
        (row("95", "96", unit="%"), True),
        (row("95%", "94.9％"), False),
        (row("≥95", "96", ""), True),
        (row("≥95", "96", "≥"), True),
        (row("≤95", "96", "≥"), None),
        (row("95", "96", ""), None),
        (row("95", "96", "定性"), None),
        (row("95", None), None),
        (row(None, "96"), None),
        (row("200", "210余人", unit="人"), None),
        (row("200", "2万人", unit="人"), True),
        (row("200人以上", "210人"), True),
        (row("200人以上", "190人", "≤"), None),
        (row("不超过3万元", "28000元", ""), True),
        (row("1.5万", "14000元", "≤", unit="元"), True),
        (row("2万", "14000元", "≤", unit="万元"), None),
        (row("每月2次", "2次", "≥"), None),
        (row("每月2次", "每月3次", "≥"), True),
        (row("600", "580", "≤", unit="元/人"), True),
        (row("600", "580元", "≤", unit="元/人"), True),
        (row("10-15场", "12场", ""), True),
        (row("10-15场", "16场", ""), None),
        (row("约200人", "120人", ""), None),
        (row("11月底前完成", "2023年11月20日", "", name="完成时间"), None),
        (row("11月底前完成", "11月20日", "", name="完成时间"), True),
        (row("2023年11月底前", "2023年12月2日", "", name="完成时间"), False),
        (row("2023年11月底前", "2024年1月", "", name="完成时间"), False),
        (row("11月20日前", "11月", "", name="完成时间"), None),
        (row("上半年完成", "7月完成", "", name="完成时间"), False),
        (row("11月底前", "12月底前", "", name="完成时间"), None),
        (row("2023年11月底前", "2023年11月", "", name="完成时间"), True),
        (row("11月底前", "11月20日", "=", name="完成时间"), None),
        (row("提升20%", "提升18%", "", name="知晓度"), False),
        (row("提升20%", "18%", "", name="知晓度"), None),
        (row("下降10%", "增长1%", "", name="报修量"), False),
        (row("增长5%", "增长6%", "", name="运行成本"), None),
        (row("95", "≥95"), None),
        (row("105", "100", unit="%"), None),
        (row("100", "100", ">", unit="%"), None),
        (row("105", "100", name="增长率", unit="%"), False),
    ],
)
def test_an_indicator_knows_whether_its_target_was_met(
    indicator: Indicator,
    met: bool | None,
) -> None:
    assert indicator.is_met is met


@pytest.mark.parametrize(
    ("name", "unit", "share"),
    [
        ("抽检合格率", "%", True),
        ("家长满意度", "％", True),
        ("大班额消除比例", "%", True),
        ("合格率", "个", False),
        ("产值增长率", "%", False),
        ("任务完成率", "%", False),
        ("预算执行率", "%", False),
        ("建成学校", "%", False),
    ],
)
def test_a_share_is_a_rate_that_cannot_exceed_the_whole(
    name: str,
    unit: str,
    share: bool,
) -> None:
    assert row("90", "91", name=name, unit=unit).is_share is share


@pytest.mark.parametrize(
    ("cells", "not_applicable"),
    [
        ({"target": "不适用", "actual": None}, True),
        ({"target": "健全", "actual": "不涉及"}, True),
        ({"target": "无", "actual": None}, True),
        ({"target": "无", "actual": "/"}, True),
        ({"target": "不发生", "actual": "无"}, False),
        ({"target": "无", "actual": "未发生"}, False),
        ({"target": None, "actual": None}, False),
        ({"target": None, "actual": None, "name": "无"}, True),
    ],
)
def test_a_row_may_say_that_it_does_not_apply(
    cells: dict[str, str | None],
    not_applicable: bool,
) -> None:
    indicator = Indicator.model_validate({"name": "合格率"} | cells)
    assert indicator.is_not_applicable is not_applicable


@pytest.mark.parametrize(
    ("reason", "has_reason"),
    [(None, False), ("无", False), ("无。", False), ("—", False), ("无人报名。", True)],
)
def test_nothing_is_no_reason(reason: str | None, has_reason: bool) -> None:
    assert row("95", "90", deviation_reason=reason).has_reason is has_reason


@pytest.mark.parametrize(
    ("weight", "score", "lost"),
    [(D(10), D("9.5"), D("0.5")), (D(10), None, None), (None, D(9), None), (D(10), D(12), D(-2))],
)
def test_a_loss_is_known_where_the_full_mark_is_printed(
    weight: Decimal | None, score: Decimal | None, lost: Decimal | None
) -> None:
    leaf = row("95", "90", weight=weight, score=score)
    assert leaf.lost == lost
    assert Indicator(name="示例", children=(leaf,)).lost == lost


def test_a_copy_of_a_row_is_read_anew() -> None:
    row = Indicator(name="覆盖率", target="≥90%", actual="80%")
    assert (row.is_met, row.actual_number) == (False, D(80))
    copied = row.model_copy(update={"actual": "95%"})
    assert (copied.is_met, copied.actual_number) == (True, D(95))
    assert row.actual_number == D(80)
