"""`gongkai explain`: what to fill in for a field, and what a rule means."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

COLUMN = "格式: 2\n栏目: [{名称: 惠及村居数, 英文: villages, 位置: 项目, 类型: 数字, 单位: 个}]\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["explain", *words])


def explain(*words: str) -> str:
    done = run(*words)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_field_says_what_to_fill_in_and_where() -> None:
    lines = explain("指标.得分").splitlines()
    assert lines[:2] == ["得分（score）", "评价记录的 指标.得分（indicators.score）"]
    assert lines[3:7] == [
        "填写：自评或评价得分", "形式：数字，如 9.5 或 1,234.50", "单位：分", "示例：得分: 18.5",
    ]  # fmt: skip
    assert "“指标”这一部分：" in lines[7]
    assert "单位自评" in lines[7]
    assert "运行监控" not in lines[7], "which gives no points"


def test_in_english_it_speaks_the_files_english() -> None:
    told = explain("funds.unit")
    assert told.startswith("unit（单位）\n评价记录的 funds.unit（资金.单位）\n")
    assert "可选：yuan、wan_yuan、yi_yuan" in told
    assert "示例：unit: wan_yuan" in told


def test_a_block_lists_what_it_holds() -> None:
    told = explain("资金")
    assert "其中可以填写：\n  单位  金额单位" in told
    assert "  资金:\n    单位: 万元\n" in told
    assert "也在：分项.资金" in told


def test_a_name_at_several_places_says_all_of_them() -> None:
    told = explain("名称")
    assert told.startswith("名称（name）\n评价记录的 项目.名称")
    assert "同名的栏目（写出路径可以看到说明）：\n" in told
    assert "评价记录的 指标.名称  指标名称，按原表\n" in told
    assert "评价记录的 指标.名称" in explain("指标.名称").splitlines()[1]


def test_words_may_stand_apart() -> None:
    assert explain("资金", "单位").startswith("单位（unit）\n评价记录的 资金.单位")


@pytest.mark.parametrize("name", ["惠及村居数", "villages"])
def test_a_column_of_the_site_itself_is_explained(name: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "columns.yml").write_text(COLUMN, encoding="utf-8")
    told = explain(name, "--project", str(tmp_path))
    assert "评价记录的 项目，写在“其他栏”里" in told
    assert "单位：个" in told
    assert run(name).exit_code == 2


def test_a_word_to_choose_leads_to_its_field() -> None:
    assert "评价记录的 指标.符号" in explain("定性")
    assert "评价记录的 评价类型" in explain("单位自评")


def test_what_is_neither_field_nor_rule_is_answered_with_what_was_meant() -> None:
    done = run("实施单")
    assert done.exit_code == 0
    assert "评价记录的 项目.实施单位" in done.output
    done = run("完成直")
    assert done.exit_code == 2
    assert "没有与“完成直”有关的栏目或核对规则；是否应为 完成值？" in done.output
