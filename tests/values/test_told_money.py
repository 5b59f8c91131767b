"""Sums of money in running text, each as printed and in its place."""

import re

import pytest

from generator.values.money import Amount, Unit
from generator.values.told_money import MONEY, amount_of, told_money, unit_named

TOLD = {
    "全年支出98.60万元，结余1,234元": ["98.60万元", "1,234元"],
    "总投资1.2 亿元": ["1.2亿元"],
    "补助5美元": [],
    "12万人": [],
    "共计万元": [],
    "": [],
}


@pytest.mark.parametrize(("text", "sums"), TOLD.items())
def test_every_sum_of_a_text_is_read_with_its_unit_and_places(text: str, sums: list[str]) -> None:
    assert [str(told.amount) for told in told_money(text)] == sums


def test_a_sum_has_its_place() -> None:
    text = "预算5万元，支出1,234.5 元。"
    assert [text[told.start : told.end] for told in told_money(text)] == ["5万元", "1,234.5 元"]


def test_a_pattern_of_its_own_reads_the_same_sums() -> None:
    pattern = re.compile(rf"支出{MONEY}", re.ASCII)
    [told] = told_money("预算5万元，支出4.5万元", pattern)
    assert told.amount == amount_of("4.5", "万元")
    assert told.start == len("预算5万元，")


@pytest.mark.parametrize(("label", "unit"), [("万元", Unit.WAN_YUAN), ("人", None), (None, None)])
def test_a_unit_is_known_by_its_label(label: str | None, unit: Unit | None) -> None:
    assert unit_named(label) is unit


def test_separators_are_no_part_of_the_number() -> None:
    assert amount_of("1,234.50", "元") == Amount(amount_of("1234.50", "元").value, Unit.YUAN)
