"""Slips of the pen in the lines of a file: what YAML says of them and what only the model knows."""

from itertools import product
from pathlib import Path

import pytest

from generator.binding.opening import open_form
from generator.model.evaluation import Evaluation

RIGHT = (
    "格式: 1",
    "资金:",
    "  单位: 万元",
    "  明细:",
    "    - 来源: 甲",
    "      支出: 9",
    "标题: 乙",
)


def said(tmp_path: Path, *lines: str) -> list[str]:
    """Place and field of every fault in the form of a file, but what is only missing."""
    (tmp_path / "a.yml").write_text("\n".join((*lines, "")), encoding="utf-8")
    form = open_form(tmp_path / "a.yml", tmp_path, Evaluation)
    return [
        f"{fault.rule} {fault.location.line}:{fault.location.column} {fault.field}"
        for fault in form.diagnostics
        if fault.rule != "missing-field"
    ]


def test_every_line_of_a_block_that_reads_as_text_is_named(tmp_path: Path) -> None:
    assert said(tmp_path, "格式: 1", "资金:", "  单位：万元", "  备注:无", "  说明 丙") == [
        "wrong-shape 3:5 funds",
        "wrong-shape 4:5 funds",
    ]


def test_dashes_without_blanks_are_named(tmp_path: Path) -> None:
    assert said(tmp_path, "格式: 1", "建议:", "  -甲", "  -乙") == [
        "wrong-shape 3:3 recommendations",
        "wrong-shape 4:3 recommendations",
    ]


@pytest.mark.parametrize("key", ["项目背景", "来源"])
def test_lines_of_a_text_are_prose(key: str, tmp_path: Path) -> None:
    lines = ("格式: 1", f"{key}:", "  单位：万元", "  -甲", "  备注:无")
    assert not any(fault.startswith("wrong-shape 3") for fault in said(tmp_path, *lines))


def mistyped(line: str) -> str:
    """The line with its colon full-width."""
    return line.replace(": ", "：") if ": " in line else line.replace(":", "：")


def test_whichever_colons_are_wrong_they_are_all_named(tmp_path: Path) -> None:
    for chosen in product((False, True), repeat=len(RIGHT)):
        lines = [mistyped(x) if wrong else x for x, wrong in zip(RIGHT, chosen, strict=True)]
        found = [int(fault.split(" ")[1].split(":")[0]) for fault in said(tmp_path, *lines)]
        assert found == [n for n, wrong in enumerate(chosen, 1) if wrong], lines
