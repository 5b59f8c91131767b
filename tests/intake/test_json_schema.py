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
from helpers.filling import LEXICON, any_of, models
from helpers.thorough import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.binding.filling import fill
from generator.binding.spelling import spell
from generator.binding.standard import standard
from generator.cli import main
from generator.intake import declarations, kinds
from generator.intake.json_schema import as_json, schema
from generator.intake.kinds import KINDS, RECORD, Kind
from generator.model.columns import BUILT_IN_COLUMNS
from generator.model.evaluation import Evaluation
from generator.model.frames import BUILT_IN
from generator.model.kinds import BUILT_IN_KINDS
from generator.schema.languages import Language
from generator.schema.lexicon import NOTHING
from generator.schema.vocabulary import vocabulary
from generator.source import Document, read, write

BUILT_IN_LEXICON = declarations.built_in().lexicon
ROOT_SCHEMA = showcase.ROOT / "schema" / "record.json"
FILES = [
    *kinds.files(showcase.PROJECT / "content"), *sorted(BUILT_IN.glob("*.yml")),
    *sorted(BUILT_IN_KINDS.glob("*.yml")), BUILT_IN_COLUMNS,
]  # fmt: skip

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
every_language = pytest.mark.parametrize("language", Language)
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def plain(text: str) -> Any:
    """As other programs read YAML: numbers are numbers; dates, which JSON has not, are text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def faults(text: str, kind: Kind = RECORD, language: Language = Language.CHINESE) -> list[str]:
    return [error.json_path for error in validator(kind, language).iter_errors(plain(text))]


@cache
def validator(
    kind: Kind, language: Language, *, declared: bool = True, columns: bool = False
) -> Draft7Validator:
    lexicon = LEXICON if columns else BUILT_IN_LEXICON if declared else NOTHING
    return Draft7Validator(schema(kind, language, lexicon))


def document(content: bytes) -> Document:
    found = read(content, "a.yml").document
    assert found is not None
    return found


@every_kind
@every_language
def test_it_is_a_schema(kind: Kind, language: Language) -> None:
    for lexicon in (NOTHING, BUILT_IN_LEXICON):
        Draft7Validator.check_schema(schema(kind, language, lexicon))


@pytest.mark.slow
@every_file
@every_language
def test_what_is_published_is_valid(file: Path, language: Language) -> None:
    kind, content = kinds.kind_of(file), file.read_bytes()
    form = fill(document(content), kind.model, lexicon=BUILT_IN_LEXICON)
    text = standard(form, content, language)
    assert faults(content.decode(), kind) == []
    assert faults(text, kind, language) == []


@settings(max_examples=examples(50), suppress_health_check=[HealthCheck.too_slow])
@given(any_of(Evaluation), st.sampled_from(Language))
def test_what_a_record_can_hold_is_valid(evaluation: Evaluation, language: Language) -> None:
    data = json.loads(json.dumps(spell(evaluation, language)))
    if language is Language.ENGLISH:
        data = plain(write(data))  # truth values are no text there
    assert list(validator(RECORD, language, columns=True).iter_errors(data)) == []


RECORD_TEXT = (showcase.PROJECT / showcase.SEED_RECORD).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("支出: 9.5", "支岀: 9.5"),
        ("支出: 9.5", "支出: 九点五"),
        ("支出: 9.5", "支出: [9.5]"),
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
        ("支出: 9.5", "支出: -9.5"),
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
        "满分，20 或 20%；原表没有就不填（单位：分）"
    )


def properties(part: Any) -> Iterator[tuple[str, Any]]:
    """Every property of a schema, however deep."""
    if isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for value in part.values():
            yield from properties(value)


@every_kind
@every_language
def test_hovering_over_any_key_says_how_it_is_filled_in(kind: Kind, language: Language) -> None:
    for name, told in properties(schema(kind, language, BUILT_IN_LEXICON)):
        assert told["description"], name
        if "markdownDescription" in told:
            assert "形式：" in told["markdownDescription"], name
    fields = schema(RECORD, language)["properties"]
    status = fields["状态" if language is Language.CHINESE else "status"]["markdownDescription"]
    chosen = ("可选：草稿", "示例：`状态: 草稿`")
    typed = ("可选：draft", "示例：`status: draft`")
    assert all(text in status for text in (chosen if language is Language.CHINESE else typed))


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


HEAD = "格式: 2\n状态: 草稿\n标题: 甲\n评价类型: {kind}\n指标体系: {frame}\n项目: {{名称: 甲}}\n"
ENGLISH_HEAD = (
    "format: 2\nstatus: draft\ntitle: 甲\nevaluation_type: {kind}\nproject: {{name: 甲}}\n"
)


@pytest.mark.parametrize(
    ("head", "language", "kind", "right"),
    [
        (HEAD, Language.CHINESE, "运行监控", True),
        (HEAD, Language.CHINESE, "双监控", True),
        (HEAD, Language.CHINESE, "monitoring", False),
        (HEAD, Language.CHINESE, "运行监测表", False),
        (ENGLISH_HEAD, Language.ENGLISH, "monitoring", True),
        (ENGLISH_HEAD, Language.ENGLISH, "双监控", True),
        (ENGLISH_HEAD, Language.ENGLISH, "运行监控", False),
    ],
)
def test_kinds_are_those_that_files_declare(
    head: str, language: Language, kind: str, *, right: bool
) -> None:
    text = head.format(kind=kind, frame="本站没有的体系")
    read_so = fill(document(text.encode()), Evaluation, lexicon=BUILT_IN_LEXICON).value
    assert (read_so is not None) is right
    assert (faults(text, RECORD, language) == []) is right


@every_language
def test_kinds_are_offered_by_name_with_what_they_are(language: Language) -> None:
    key = "评价类型" if language is Language.CHINESE else "evaluation_type"
    offer = schema(RECORD, language, BUILT_IN_LEXICON)["properties"][key]["anyOf"][0]
    said = dict(zip(offer["enum"], offer["enumDescriptions"], strict=True))
    name, other = [("运行监控", "monitoring"), ("monitoring", "运行监控")][
        language is Language.ENGLISH
    ]
    assert said[name] == f"年度中间看钱花到哪里、目标能不能按期完成。（{other}）"
    assert "双监控" not in said


def test_frames_are_offered_and_any_other_may_be_named() -> None:
    record = schema(RECORD, Language.CHINESE, BUILT_IN_LEXICON)
    for fields in (record["properties"], record["definitions"]["Item"]["properties"]):
        assert "单位自评-10-50-30-10" in fields["指标体系"]["anyOf"][0]["enum"]
    assert faults(HEAD.format(kind="单位自评", frame="本站没有的体系")) == []


@every_language
def test_declared_columns_are_offered_in_their_place(language: Language) -> None:
    made = schema(RECORD, language, BUILT_IN_LEXICON)
    keys = ("其他栏", "预警") if language is Language.CHINESE else ("extra", "alert")
    columns = made["definitions"]["Indicator"]["properties"][keys[0]]["properties"]
    assert columns[keys[1]]["anyOf"][0]["enum"] == ["红", "黄", "蓝", "绿"]
    project = made["properties"]["项目" if language is Language.CHINESE else "project"]
    assert keys[1] not in project["properties"][keys[0]]["properties"]


CELLS = (
    "1", "1.50", "-0.02", "1.5%", "'98 %'", "是", "红", "[红, 黄]", "[红, 青]", "[]", "2024-01-01",
    "2024年1月1日", "甲乙", "", "''", "{甲: 乙}", "[甲, [乙]]", "[甲, 2]",
)  # fmt: skip


@every_language
@pytest.mark.parametrize("cell", CELLS)
def test_what_the_reader_accepts_in_a_column_is_valid(cell: str, language: Language) -> None:
    """Of every column that is declared, and of one that nobody declares."""
    blocks = {"project": "项目", "indicators": "指标"}
    for place, label in blocks.items():
        declared = [column.key(language) for column in BUILT_IN_LEXICON.columns[place]]
        for key in (*declared, "另有一栏"):
            chinese = language is Language.CHINESE
            name, extra = ("名称", "其他栏") if chinese else ("name", "extra")
            row = f"{{{name}: 甲, {extra}: {{{key}: {cell}}}}}"
            head = (HEAD if chinese else ENGLISH_HEAD).format(kind="双监控", frame="甲")
            text = (
                head.replace(f"{{{name}: 甲}}", row)
                if place == "project"
                else f"{head}{label if chinese else place}: [{row}]\n"
            )
            value = fill(document(text.encode()), Evaluation, lexicon=BUILT_IN_LEXICON).value
            marked = faults(text, RECORD, language)
            assert value is None or marked == [], text
            if cell in ("''", "{甲: 乙}", "[甲, [乙]]"):
                assert value is None, text


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("指标: [{名称: 甲, 分值: 20%, 得分率: 95.00}]", True),
        ("指标: [{名称: 甲, 分值: 20 %}]", True),
        ("指标: [{名称: 甲, 分值: 二十}]", False),
        ("评价结论: {建议金额: 900}", True),
        ("评价结论: {建议金额: 3.6万元}", True),
        ("评价结论: {建议金额: 3.6 亿元}", True),
        ("评价结论: {建议金额: 3.6美元}", False),
        ("来源: {网址: 'https://example.org/a?b=c'}", True),
        ("来源: {网址: www.example.org}", False),
    ],
)
def test_shares_sums_and_addresses_are_marked_as_they_are_read(typed: str, *, right: bool) -> None:
    text = HEAD.format(kind="单位自评", frame="甲") + typed + "\n"
    read_so = fill(document(text.encode()), Evaluation, lexicon=BUILT_IN_LEXICON).value
    assert (read_so is not None) is right
    assert (faults(text) == []) is right


KIND_FILE = """格式: 2
编号: on-site
名称: 现场评价
英文: on_site
别名: [现场核查]
依据: 虚构
说明: 到现场看。
时点: 事后
"""


def test_a_site_has_its_own_kinds_columns_and_frames_in_it(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "kinds").mkdir(parents=True)
    (content / "kinds" / "on-site.yml").write_text(KIND_FILE, encoding="utf-8")
    (content / "columns.yml").write_text(
        "格式: 2\n栏目: [{名称: 受益村数, 英文: villages, 位置: 项目, 类型: 数字, 单位: 个}]\n",
        encoding="utf-8",
    )
    shown = CliRunner().invoke(main, ["schema", "--project", str(tmp_path)])
    assert shown.exit_code == 0
    assert shown.stderr == ""
    fields = json.loads(shown.stdout)["properties"]
    assert "现场评价" in fields["评价类型"]["anyOf"][0]["enum"]
    column = fields["项目"]["properties"]["其他栏"]["properties"]["受益村数"]
    assert column["description"] == "单位：个"
    assert column["anyOf"][0]["type"] == ["string", "number"]
    of_kind = CliRunner().invoke(main, ["schema", "--of", "kind", "--project", str(tmp_path)])
    offer = json.loads(of_kind.stdout)["properties"]["列"]["items"]["anyOf"][0]["enum"]
    assert "受益村数" in offer
    assert CliRunner().invoke(main, ["schema", "--of", "columns"]).exit_code == 0


def test_a_site_with_a_faulty_declaration_is_told(tmp_path: Path) -> None:
    (tmp_path / "content" / "kinds").mkdir(parents=True)
    (tmp_path / "content" / "kinds" / "on-site.yml").write_text("格式: [\n", encoding="utf-8")
    shown = CliRunner().invoke(main, ["schema", "--project", str(tmp_path)])
    assert shown.exit_code == 0
    assert "content/kinds/on-site.yml:2:1" in shown.stderr
    assert json.loads(shown.stdout)["title"] == "评价记录"
