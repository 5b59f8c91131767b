"""The schema for editors says what the reader of the files says, in both languages."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from helpers import showcase
from helpers.filling import any_of, models
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator

from generator.binding.filling import fill
from generator.binding.spelling import spell
from generator.binding.standard import standard
from generator.cli import main
from generator.intake import kinds
from generator.intake.json_schema import as_json, schema
from generator.intake.kinds import KINDS, RECORD, Kind
from generator.model.evaluation import Evaluation
from generator.model.frames import BUILT_IN
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.source import Document, read

ROOT_SCHEMA = showcase.ROOT / "schema" / "record.json"
FILES = [*kinds.files(showcase.PROJECT / "content"), *sorted(BUILT_IN.glob("*.yml"))]

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
every_language = pytest.mark.parametrize("language", Language)
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def plain(text: str) -> Any:
    """As other programs read YAML: numbers are numbers; dates, which JSON has not, are text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def faults(text: str, kind: Kind = RECORD, language: Language = Language.CHINESE) -> list[str]:
    return [error.json_path for error in validator(kind, language).iter_errors(plain(text))]


@cache
def validator(kind: Kind, language: Language) -> Draft7Validator:
    return Draft7Validator(schema(kind, language))


def document(content: bytes) -> Document:
    found = read(content, "a.yml").document
    assert found is not None
    return found


@every_kind
@every_language
def test_it_is_a_schema(kind: Kind, language: Language) -> None:
    Draft7Validator.check_schema(schema(kind, language))


@pytest.mark.slow
@every_file
@every_language
def test_what_is_published_is_valid(file: Path, language: Language) -> None:
    kind, content = kinds.kind_of(file), file.read_bytes()
    text = standard(fill(document(content), kind.model), content, language)
    assert faults(content.decode(), kind) == []
    assert faults(text, kind, language) == []


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(any_of(Evaluation))
def test_what_a_record_can_hold_is_valid(evaluation: Evaluation) -> None:
    data = spell(evaluation)
    assert list(validator(RECORD, Language.CHINESE).iter_errors(data)) == []


RECORD_TEXT = (showcase.PROJECT / showcase.SEED_RECORD).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("支出: 9.5", "支岀: 9.5"),
        ("支出: 9.5", "支出: 九点五"),
        ("支出: 9.5", "支出: [9.5]"),
        ("支出: 9.5", "支出: '-9.5'"),
        ("支出: 9.5", "spent: 9.5"),
        ("状态: 已发布", "状态: 发布"),
        ("状态: 已发布", "状态:"),
        ("标题: 2021", "题目: 2021"),
        ("数值: 100%", "数值: 100"),
        ("摘编: 是", "摘编: true"),
        ("成文日期: 2022-07-29", "成文日期: 2022/07/29"),
        ("  - 编号: w1", "  - 编号: 问题一"),
        ("格式: 1", "格式: 一"),
        ("{名称: 时效情况, 得分: 10}", "{名称: 时效情况, 下级: [{得分: 10}]}"),
    ],
)
def test_what_the_reader_refuses_is_marked(old: str, new: str) -> None:
    assert old in RECORD_TEXT
    text = RECORD_TEXT.replace(old, new, 1)
    assert faults(text) != []
    assert fill(document(text.encode()), Evaluation).value is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("支出: 9.5", "支出: 1,209.50"),
        ("支出: 9.5", "支出: '9.5'"),
        ("支出: 9.5", "支出:"),
        ("标题: 2021年度", "标题: 2021 #"),
        ("成文日期: 2022-07-29", "成文日期: 2022年7月29日"),
        ("成文日期: 2022-07-29", "成文日期: '2022-07-29'"),
        ("  - 编号: w1", "  - 编号: 1"),
        ("数值: 100%", "数值: 98.5 %"),
        ("公开:\n  发布机构: 中共沅江市委办公室\n  成文日期: 2022-07-29", "公开:"),
        ("格式: 1", "格式: '1'"),
    ],
)
def test_what_the_reader_accepts_is_not(old: str, new: str) -> None:
    assert old in RECORD_TEXT
    text = RECORD_TEXT.replace(old, new, 1)
    assert faults(text) == []
    assert fill(document(text.encode()), Evaluation).value is not None


def keys_of(part: Any) -> Iterator[frozenset[str]]:
    """The keys of every block of a schema."""
    if isinstance(part, dict):
        if part.get("properties"):
            yield frozenset(part["properties"])
        for value in part.values():
            yield from keys_of(value)


@every_kind
@every_language
def test_every_field_is_there_and_explained(kind: Kind, language: Language) -> None:
    made = schema(kind, language)
    blocks = set(keys_of(made))
    for model in models(kind.model, set()):
        terms = vocabulary(model).terms.values()
        assert frozenset(term.key(language) for term in terms) in blocks, model
    weight = schema(RECORD, language)["definitions"]["Indicator"]["properties"]
    assert weight["分值" if language is Language.CHINESE else "weight"]["description"] == (
        "满分；原表没有就不填（单位：分）"
    )


def test_the_schema_of_this_project_is_the_declared_one() -> None:
    fresh = as_json(RECORD, Language.CHINESE)
    remedy = "gongkai schema --out schema/record.json"
    assert ROOT_SCHEMA.read_bytes() == fresh.encode(), remedy


def test_the_command_prints_or_writes_it(tmp_path: Path) -> None:
    out = tmp_path / "schema" / "frame.json"
    arguments = ["schema", "--lang", "en", "--of", "frame"]
    printed = CliRunner().invoke(main, arguments)
    assert json.loads(printed.stdout)["title"] == "frame"
    assert CliRunner().invoke(main, [*arguments, "--out", str(out)]).exit_code == 0
    assert out.read_bytes() == printed.stdout.encode()


@every_language
def test_choices_are_explained_in_the_other_language(language: Language) -> None:
    key, other = (("状态", "draft"), ("status", "草稿"))[language is Language.ENGLISH]
    status = schema(RECORD, language)["properties"][key]
    assert status["enumDescriptions"][0] == other
    assert other not in status["enum"]
