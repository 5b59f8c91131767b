"""Slips of the pen in the lines of a file: what YAML says of them and what only the model knows."""

from itertools import product
from pathlib import Path

import pytest
from helpers.filling import models

from generator.binding.filling import fill
from generator.binding.opening import open_form
from generator.model.evaluation import Evaluation
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import Document, read

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


def test_a_dash_without_a_blank_is_shown_with_all_that_its_line_lacks(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("建议:\n  -内容：甲\n", encoding="utf-8")
    form = open_form(tmp_path / "a.yml", tmp_path, Evaluation)
    assert [f.remedy for f in form.diagnostics if f.rule == "wrong-shape"] == [
        "请写成「- 内容: 甲」"
    ]


def test_lines_of_a_text_are_prose(tmp_path: Path) -> None:
    lines = ("格式: 1", "标题:", "  单位：万元", "  -甲", "  备注:无")
    assert said(tmp_path, *lines) == []


NOTHING = ("''", '""', "'  '", '"\u3000"', '"\\t"', "|", ">-", "|\n")
FIELDS = [
    (model, term.name)
    for model in sorted(models(Evaluation, set()), key=lambda model: model.__name__)
    for term in vocabulary(model).terms.values()
]


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
def test_what_is_typed_and_empty_is_said_of_every_field(model: type[Model], name: str) -> None:
    key = vocabulary(model).terms[name].key(Language.CHINESE)
    for typed in NOTHING:
        form = fill(document(f"{key}: {typed}\n"), model)
        assert [(f.rule, f.field) for f in form.diagnostics if f.field == name] == [
            ("empty-value", name)
        ], typed
    for typed in ("", "  # 未定", "\u3000"):
        form = fill(document(f"{key}: {typed}\n"), model)
        assert {f.rule for f in form.diagnostics} <= {"missing-field"}, typed


def document(text: str) -> Document:
    found = read(text.encode(), "a.yml").document
    assert found is not None
    return found


def mistyped(line: str) -> str:
    """The line with its colon full-width."""
    return line.replace(": ", "：") if ": " in line else line.replace(":", "：")


def test_whichever_colons_are_wrong_they_are_all_named(tmp_path: Path) -> None:
    for chosen in product((False, True), repeat=len(RIGHT)):
        lines = [mistyped(x) if wrong else x for x, wrong in zip(RIGHT, chosen, strict=True)]
        found = [int(fault.split(" ")[1].split(":")[0]) for fault in said(tmp_path, *lines)]
        assert found == [n for n, wrong in enumerate(chosen, 1) if wrong], lines
