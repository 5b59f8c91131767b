"""Thousands separators in braces, where YAML reads a comma as the end of an entry."""

import pytest

from generator import source
from generator.binding.opening import form_of
from generator.model.evaluation import Evaluation

SURE = {
    "1,300": "1300", "1,300,000.50": "1300000.50", "-1,300": "-1300", "12,300万元": "12300万元",
    "1,300.5%": "1300.5%",
}  # fmt: skip


@pytest.mark.parametrize("typed", [*SURE, "1, 300"])
@pytest.mark.parametrize("rest", ["", ", 支出: 5"])
def test_a_number_in_groups_is_offered_whole(typed: str, rest: str) -> None:
    text = f"甲:\n- {{来源: 市级, 全年预算: {typed}{rest}}}\n"
    [fault] = source.read(text.encode(), "甲.yml").diagnostics
    whole = SURE.get(typed, "1300")
    assert f"写成「{whole}」" in fault.remedy
    [fix] = fault.fixes
    assert fix.result == f"- {{来源: 市级, 全年预算: {whole}{rest}}}"
    assert fix.is_sure is (typed in SURE)


def test_every_number_of_a_line_is_told() -> None:
    text = b"a:\n- {b: 1,300, c: 2,400,000, d: 5}\n"
    faults = source.read(text, "a.yml").diagnostics
    assert [fault.location.column for fault in faults] == [7, 17]
    assert {fix.result for fault in faults for fix in fault.fixes} == {
        "- {b: 1300, c: 2400000, d: 5}"
    }


@pytest.mark.parametrize("typed", ["1,30", "12,34,567", "1,3000", "名,300"])
def test_other_digits_are_not_put_together(typed: str) -> None:
    faults = source.read(f"a:\n- {{b: {typed}, c: 5}}\n".encode(), "a.yml").diagnostics
    assert faults
    assert not any(fault.fixes for fault in faults)


@pytest.mark.parametrize(
    ("line", "right"),
    [("明细: [{来源: 市级, 支出: 1，300}]", "1300"), ("明细:\n  - 支出: 1，300", "1,300")],
)
def test_a_wide_comma_is_advised_away_where_it_would_end_an_entry(line: str, right: str) -> None:
    form = form_of(f"资金:\n  单位: 万元\n  {line}\n".encode(), "甲.yml", Evaluation)
    [fault] = [one for one in form.diagnostics if one.rule == "text-normalised"]
    assert fault.remedy == f"建议改为「{right}」"
    assert [fix.result.count(right) for fix in fault.fixes] == [1]
