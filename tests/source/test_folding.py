"""Wrapped Chinese text has no blank where a line ended; paragraphs and typed blanks stay."""

import pytest

from generator.source import read
from generator.values.text import squeeze

CASES = {
    "plain": ("甲: 完成了全年\n  目标任务。\n", "完成了全年目标任务。"),
    "below its key": ("甲:\n  完成了全年\n  目标任务。\n", "完成了全年目标任务。"),
    "paragraphs": ("甲: 第一段\n  未完。\n\n  第二段。\n", "第一段未完。\n第二段。"),
    "folded": ("甲: >\n  完成\n  任务。\n\n  第二段\n  未完。\n", "完成任务。\n第二段未完。\n"),
    "folded, stripped": ("甲: >-\n  完成了全年\n  目标任务。\n", "完成了全年目标任务。"),
    "double quotes": ('甲: "完成了全年\n  目标: 任务。"\n', "完成了全年目标: 任务。"),
    "single quotes": ("甲: '完成了全年\n  目标: 任务。'\n", "完成了全年目标: 任务。"),
    "a figure at the end of a line": ("甲: 建成\n  52\n  所学校。\n", "建成52所学校。"),
    "punctuation": ("甲: 建成，\n  （续建）“馆”\n  ——开放。\n", "建成，（续建）“馆”——开放。"),
    "typed blanks": ("甲: 张三 李四\n  王 五 赵六\n", "张三 李四王 五 赵六"),
    "the same words twice": ("甲: 目标 目标\n  目标 目标\n", "目标 目标目标 目标"),
    "Latin words": ("甲: use of\n  it 由\n  CNY paid\n  in\n", "use of it 由CNY paid in"),
    "lines kept as they are": ("甲: |\n  完成 了\n  目标\n", "完成 了\n目标\n"),
    "an escape, left as YAML has it": ('甲: "完成\\u4e86\n  全年 目标"\n', "完成了 全年 目标"),
    "an escaped line end": ('甲: "完成\\\n  全年 目标"\n', "完成全年 目标"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_line_end_is_no_blank(name: str) -> None:
    typed, meant = CASES[name]
    document = read(typed.encode(), "a.yml").document
    assert document is not None
    assert document.data == {"甲": meant}


@pytest.mark.parametrize("name", CASES)
def test_in_a_list_too(name: str) -> None:
    typed, meant = CASES[name]
    lines = typed.replace("甲:", "- 乙:", 1).replace("\n", "\n    ").rstrip()
    document = read(f"甲:\n  {lines}\n".encode(), "a.yml").document
    assert document is not None
    assert document.data == {"甲": [{"乙": meant}]}


def test_lines_that_are_put_on_one_get_no_blank_between_chinese_signs() -> None:
    assert squeeze("甲。\n乙\n 丙 丁\nabc\ndef") == "甲。乙丙 丁 abc def"
