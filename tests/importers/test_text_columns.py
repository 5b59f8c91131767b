"""Tables of plain text whose columns are set with blanks, and lines that are none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.outline import Table
from generator.importers.readers import text
from generator.importers.readers.text_columns import aligned

HEAD = "资金来源        预算数      支出数"


def rows(lines: list[str]) -> list[list[str]]:
    return [list(row) for table in aligned(lines) for row in table.rows]


def test_columns_are_those_of_the_head_where_a_place_is_empty() -> None:
    lines = [HEAD, "县级财政资金    80.00       78.40", "企业自筹资金                40.00"]
    assert rows(lines)[1:] == [["县级财政资金", "80.00", "78.40"], ["企业自筹资金", "", "40.00"]]


def test_lines_with_a_text_for_each_column_need_not_stand_below_it() -> None:
    lines = ["资金来源  预算数  支出数", "县级财政专项资金  80  78", "企业自筹  9      8"]
    assert rows(lines)[1:] == [["县级财政专项资金", "80", "78"], ["企业自筹", "9", "8"]]


def test_a_text_as_wide_as_two_columns_joins_none_of_them() -> None:
    lines = [HEAD, "县级财政资金          企业自筹资金          80.00", "本级资金    9    8"]
    assert rows(lines)[2] == ["本级资金", "9", "8"]


@pytest.mark.parametrize(
    "lines",
    [
        [HEAD, "县级财政资金    80.00       78.40"],
        ["填报单位：甲局    日期：今日    单位：万元", *["示例    80    78"] * 3],
        ["县级财政资金    80.00       78.40"] * 4,
        ["一、项目概况", "项目于年初开始。  年底完成。", "资金及时到位。"],
        [HEAD, "县级财政资金          企业自筹资金          80.00", "本级资金    9"],
    ],
    ids=["one line below", "names with values", "figures for a head", "prose", "across columns"],
)
def test_lines_that_are_no_table_stay_lines(lines: list[str]) -> None:
    assert not rows(lines)


def test_a_table_stands_where_it_stood_between_the_paragraphs(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    lines = ["一、资金", HEAD, "县级资金        80          78", "合计            80          78"]
    file.write_text("\n".join([*lines, "二、自评"]), encoding="utf-8")
    before, table, behind = text.read(file).blocks
    assert isinstance(table, Table)
    assert (before.place, table.place, behind.place) == ("第1行", "第2行起的表", "第5行")
    assert (table.height, table.width) == (3, 3)


@given(st.lists(st.text("甲乙 \u30001.：", max_size=24), max_size=12))
def test_no_sign_of_a_line_is_lost(lines: list[str]) -> None:
    for table in aligned(lines):
        signs = sorted("".join("".join(row) for row in table.rows))
        held = sorted("".join(lines[table.first : table.end]))
        blank = (" ", "\u3000")
        assert [s for s in signs if s not in blank] == [s for s in held if s not in blank]
