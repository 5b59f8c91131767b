"""Signs that only look like those of the keyboard are named, with what they should be."""

import sys
import unicodedata
from pathlib import Path

import pytest

from generator.binding.opening import open_form
from generator.intake.record_paths import RecordPath
from generator.model.evaluation import Evaluation
from generator.model.register import Departments
from generator.values.lookalikes import as_typed, lookalikes, told

EVERY = [chr(code) for code in range(128, sys.maxunicode + 1)]
NAMED = {sign: unicodedata.name(sign, "") for sign in EVERY}


def plain(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign)


@pytest.mark.parametrize(
    "kind", ["FULLWIDTH", "ROMAN NUMERAL", "SMALL ROMAN NUMERAL", "MATHEMATICAL"]
)
def test_every_form_of_a_letter_or_digit_is_named(kind: str) -> None:
    forms = [s for s in EVERY if NAMED[s].startswith(kind) and plain(s).isascii()]
    letters = [s for s in forms if plain(s).isalnum()]
    assert len(letters) > 10
    assert [s for s in letters if as_typed(s) != plain(s)] == []
    assert {one.script for s in letters for one in lookalikes(s)} <= {
        "全角字符", "罗马数字", "数学字母"
    }  # fmt: skip


def test_every_letter_with_an_accent_is_named() -> None:
    accented = [s for s in EVERY if unicodedata.normalize("NFD", s)[0].isascii() and s.isalpha()]
    assert len(accented) > 200
    assert [s for s in accented if as_typed(s) != unicodedata.normalize("NFD", s)[0]] == []


def test_every_dash_is_a_hyphen() -> None:
    assert {as_typed(s) for s in EVERY if unicodedata.category(s) == "Pd"} == {"-"}


@pytest.mark.parametrize(
    ("script", "said"),
    [("CYRILLIC", "西里尔字母"), ("GREEK", "希腊字母"), ("ARMENIAN", "亚美尼亚字母")],
)
def test_letters_of_a_script_are_told_by_its_name(script: str, said: str) -> None:
    letters = [s for s in EVERY if s.isalpha() and NAMED[s].startswith(script)]
    found = [one for s in letters for one in lookalikes(s)]
    assert len(found) > 8
    assert {one.script for one in found} == {said}
    assert all(one.right.isascii() for one in found)


def test_letters_that_look_the_same() -> None:
    assert as_typed("АВЕКМНОРСТХаеорсух") == "ABEKMHOPCTXaeopcyx"
    assert as_typed("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο") == "ABEZHIKMNOPTYXo"


def test_chinese_is_left_alone() -> None:
    han = [s for s in EVERY if "一" <= s <= "鿿"]
    assert [s for s in han if as_typed(s) != s] == []
    assert told("资金（万元）、“办公室”：一、【二】《三》％，。；") == ""
    assert told("office-1") == ""


def messages(tmp_path: Path, text: str, model: type = Evaluation) -> str:
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    found = open_form(tmp_path / "a.yml", tmp_path, model).diagnostics
    return "\n".join(fault.message for fault in found)


def test_a_key_a_choice_and_an_id_name_the_sign(tmp_path: Path) -> None:
    text = "format: 1\ntitlе: x\nstatus: рublished\nfindings:\n  - {id: wа1, text: x}\n"
    said = messages(tmp_path, text)
    assert "没有名为「titlе」的键，其中「е」（U+0435，西里尔字母）应为「e」" in said
    assert "「рublished」不在可选范围内，其中「р」（U+0440，西里尔字母）应为「p」" in said
    assert "「wа1」不能用作编号，其中「а」（U+0430，西里尔字母）应为「a」" in said


def test_an_operator_of_another_shape_names_the_sign(tmp_path: Path) -> None:
    text = "格式: 1\n指标:\n  - {名称: 甲, 符号: ≧}\n  - {名称: 乙, 符号: ＞}\n"
    said = messages(tmp_path, text)
    assert "「≧」（U+2267，另一种字符）应为「≥」" in said
    assert "「＞」（U+FF1E，全角字符）应为「>」" in said


def test_the_id_of_a_department_names_the_sign(tmp_path: Path) -> None:
    text = "格式: 1\n部门:\n  - {编号: shili–jυ, 名称: 甲}\n"
    said = messages(tmp_path, text, Departments)
    assert "「–」（U+2013，另一种横线）应为「-」、「υ」（U+03C5，希腊字母）应为「u」" in said


def test_a_folder_names_the_sign(tmp_path: Path) -> None:
    path = RecordPath.of(tmp_path / "records" / "2023" / "shili-jυ" / "оffice.yml")
    said = [fault.message for fault in path.faults(tmp_path, ["shili-ju"])]
    assert said == [
        "文件名「оffice」不能用作编号，其中「о」（U+043E，西里尔字母）应为「o」",
        "没有编号为「shili-jυ」的部门，其中「υ」（U+03C5，希腊字母）应为「u」",
    ]
