"""A value is printed with its unit once, however the cell was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.indicators import Indicator
from generator.values.cells.signs import Operator

UNITS = ("%", "人", "公里", "平方米", "万元", "场次", "个百分点", "元/人", "台(套)", "m2")
ONCE = (
    ("100%", "%"), ("100％", "%"), ("100%", "％"), ("100 %", "%"), ("100%。", "%"),
    ("95%以上", "%"), ("90%-95%", "%"), ("120公里", "公里"), ("120 公里", "公里"),
    ("120KM", "km"), ("120千米", "公里"), ("120公里/年", "公里"), ("120（平方米）", "平方米"),
    ("120平方米", "（平方米）"), ("120 (平方米)", "(平方米)"), ("120m²", "㎡"), ("120m2", "m2"),
    ("300万元", "万元"), ("300元", "万元"), ("3名", "人"), ("3个工作日", "工作日"),
    ("3工作日", "个工作日"), ("5台（套）", "台(套)"), ("12次/年", "次/年"), ("12个月", "月"),
    ("提高5个百分点", "%"), ("2023年12月底前", "天"), ("5%", "‰"),
)  # fmt: skip
ADDED = (
    ("100", "%", "100%"), ("100", "％", "100％"), ("3万", "人", "3万人"), ("2个", "村", "2个村"),
    ("3", "个", "3个"), ("约50", "人", "约50人"), ("98.50", "%", "98.50%"),
    ("1,300", "平方米", "1,300平方米"), ("12", "次/年", "12次/年"), ("增长5", "%", "增长5%"),
)  # fmt: skip


def shown(value: str | None, unit: str | None) -> set[str]:
    row = Indicator.model_validate(
        {"name": "甲", "target": value, "unit": unit, "actual": value, "forecast": value}
    )
    return {row.target_shown, row.actual_shown, row.forecast_shown}


@pytest.mark.parametrize(("value", "unit"), ONCE)
def test_a_unit_that_the_cell_has_is_not_added(value: str, unit: str) -> None:
    assert shown(value, unit) == {value}


@pytest.mark.parametrize(("value", "unit", "whole"), ADDED)
def test_a_value_without_it_gets_its_unit(value: str, unit: str, whole: str) -> None:
    assert shown(value, unit) == {whole}


def test_a_cell_without_a_value_shows_nothing() -> None:
    assert shown(None, "%") == {""}
    assert shown("100", None) == {"100"}


@given(st.decimals(0, 10**9, places=2), st.sampled_from(UNITS))
def test_what_is_shown_gets_no_unit_again(number: object, unit: str) -> None:
    [once] = shown(f"{number}", unit)
    assert once == f"{number}{unit}"
    assert shown(once, unit) == {once}


def test_the_sign_stands_before_a_target_with_its_unit() -> None:
    row = Indicator.model_validate(
        {"name": "里程", "operator": Operator.AT_LEAST, "target": "120公里", "unit": "公里"}
    )
    assert row.target_shown == "≥120公里"
