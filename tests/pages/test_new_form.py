"""A form that nobody foresaw is three files of a site and no code: a kind, a column and a frame.

Reader, standard form, schema, dictionary, pages and search know them by these files alone.
"""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from click.testing import CliRunner, Result
from helpers import frame_records, search_engine
from helpers.reading import parsed, split
from jsonschema import Draft7Validator

from generator import site
from generator.cli import main
from generator.intake import content
from generator.intake.content import Content
from generator.values.text import squeeze

KIND = """\
格式: 2
编号: on-site-check
名称: 现场核查
英文: on_site_check
别名: [实地核查]
依据: 虚构：示例省项目现场核查办法
说明: 到项目现场看建成了什么、用起来没有。
时点: 事中
分值: 可有
等级: 没有
必有: [期间]
可能性: [能建成, 难建成]
列: [受益村数, 现场状况]
"""
COLUMNS = """\
格式: 2
栏目:
  - {名称: 受益村数, 英文: villages_served, 位置: 项目, 类型: 数字, 单位: 个}
  - {名称: 现场状况, 英文: site_state, 位置: 指标, 类型: 选项, 选项: [在用, 闲置], 说明: 当天所见}
"""
FRAME = """\
格式: 2
编号: shili-on-site
名称: 示例省-现场核查-60-40
依据: 虚构：示例省项目现场核查办法附表
说明: 建设和使用两部分，另有加分。
满分: 100
执行率口径: 预算
加分上限: 2
列: [分值, 得分, 现场状况]
指标:
  - {名称: 建设, 分值: 60}
  - {名称: 使用, 分值: 40}
"""
RECORD = """\
# 虚构：示例市的项目
格式: 2
状态: 已发布
标题: 2023年度示例村渠道工程现场核查表
项目:
  名称: 示例村渠道工程
  其他栏: {受益村数: １２}   # 照录
评价类型: 实地核查
评价对象: 项目支出
指标体系: 示例省-现场核查-60-40
期间: {自: 2023-01-01, 至: 2023-06-30}
指标:
  - 名称: 建设
    分值: 60
    得分: 58
    # 当天所见
    其他栏: {现场状况: 在用}
    可能性: 能建成
  - {名称: 使用, 分值: 40, 得分: 36, 其他栏: {现场状况: [在用, 闲置]}}
"""
PATH = "records/2023/ju/canal.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = frame_records.folder(tmp_path, {})
    files = {
        "kinds/on-site-check.yml": KIND, "columns.yml": COLUMNS, "frames/shili-on-site.yml": FRAME,
        PATH: RECORD,
    }  # fmt: skip
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def loaded(root: Path) -> Content:
    return content.load(root / "content", root)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def pages(root: Path) -> dict[str, str]:
    made = site.build(root / "content", root)
    assert made.stopping == ()
    return {artifact.uri: str(artifact.content) for artifact in made.artifacts}


def cells(page: str) -> list[list[str]]:
    return [[said(cell) for cell in row] for row in parsed(split(page)[1]).iter("tr")]


def said(part: Element) -> str:
    return squeeze("".join(part.itertext()))


def test_the_reader_knows_them(root: Path) -> None:
    found = loaded(root)
    assert [fault.rule for fault in found.diagnostics] == ["text-normalised"]
    [record] = found.records
    assert record.kind.name == "现场核查"
    assert record.evaluation.evaluation_type == "现场核查"
    assert record.frame.id == "shili-on-site"
    assert record.evaluation.project is not None
    assert record.evaluation.project.extra == {"受益村数": "12"}
    assert record.evaluation.indicators[1].extra == {"现场状况": ("在用", "闲置")}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("受益村数: １２", "受益村数: 很多", "unreadable-number"),
        ("{现场状况: 在用}", "{现场状况: 待查}", "unknown-choice"),
        ("{现场状况: 在用}", "{现场况状: 在用}", "unknown-column"),
        ("评价类型: 实地核查", "评价类型: 实地审查", "unknown-choice"),
        ("-60-40\n期间", "-60-30\n期间", "unknown-frame"),
        ("期间: {自: 2023-01-01, 至: 2023-06-30}\n", "", "missing-block"),
    ],
)
def test_the_reader_finds_slips_in_what_they_declare(
    old: str, new: str, rule: str, root: Path
) -> None:
    assert old in RECORD
    (root / "content" / PATH).write_text(RECORD.replace(old, new, 1), encoding="utf-8")
    found = loaded(root).diagnostics
    assert [fault.rule for fault in found if fault.rule != "text-normalised"] == [rule]


def test_fmt_and_convert_write_them_and_keep_comments(root: Path) -> None:
    file = root / "content" / PATH
    assert run("fmt", "--project", root).exit_code == 0
    tidy = file.read_text(encoding="utf-8")
    assert "评价类型: 现场核查\n" in tidy
    assert "{受益村数: 12}  # 照录\n" in tidy
    assert "# 当天所见\n" in tidy
    assert run("fmt", "--check", "--project", root).exit_code == 0
    before = loaded(root).records[0].evaluation
    assert run("convert", "--lang", "en", "--project", root).exit_code == 0
    english = file.read_text(encoding="utf-8")
    assert "evaluation_type: on_site_check\n" in english
    assert "{villages_served: 12}  # 照录\n" in english
    assert "site_state: [在用, 闲置]" in english
    assert "# 当天所见\n" in english
    assert loaded(root).diagnostics == ()
    assert loaded(root).records[0].evaluation == before
    assert run("convert", "--lang", "zh", "--project", root).exit_code == 0
    assert file.read_text(encoding="utf-8") == tidy


def test_editors_offer_and_check_them(root: Path) -> None:
    schemas = {
        language: json.loads(run("schema", "--lang", language, "--project", root).stdout)
        for language in ("zh", "en")
    }
    fields = schemas["zh"]["properties"]
    assert "现场核查" in fields["评价类型"]["anyOf"][0]["enum"]
    assert "示例省-现场核查-60-40" in fields["指标体系"]["anyOf"][0]["enum"]
    column = fields["项目"]["properties"]["其他栏"]["properties"]["受益村数"]
    assert column["description"] == "单位：个"
    assert "on_site_check" in schemas["en"]["properties"]["evaluation_type"]["anyOf"][0]["enum"]
    row = schemas["en"]["definitions"]["Indicator"]["properties"]["extra"]["properties"]
    assert row["site_state"]["anyOf"][0]["enum"] == ["在用", "闲置"]
    kind = {"评价类型": "现场核查"}
    data = {"格式": 2, "状态": "草稿", "标题": "甲", **kind}
    checked = Draft7Validator(schemas["zh"])
    assert checked.is_valid(data)
    assert not checked.is_valid(data | {"项目": {"名称": "甲", "其他栏": {"受益村数": "很多"}}})
    (root / "another").mkdir()
    assert "现场核查" not in run("schema", "--project", root / "another").stdout


def test_the_dictionary_lists_them(root: Path) -> None:
    rows = cells(pages(root)["dictionary/index.md"])
    kind = next(row for row in rows if row[:2] == ["现场核查", "on_site_check"])
    assert kind[2:] == [
        "实地核查",
        "到项目现场看建成了什么、用起来没有。依据：虚构：示例省项目现场核查办法",
        "事中", "可有", "没有", "期间", "—", "能建成、难建成", "受益村数、现场状况",
    ]  # fmt: skip
    assert ["受益村数", "villages_served", "项目", "数字", "个", "—"] in rows
    state = ["现场状况", "site_state", "指标", "选项：在用、闲置", "—", "当天所见"]
    assert state in rows


def test_pages_and_search_show_the_record_and_its_frame(root: Path) -> None:
    made = pages(root)
    page = made["2023/ju/canal/index.md"]
    assert "现场核查" in page
    assert 'href="../../../frames/shili-on-site/index.html"' in page
    frame = made["frames/shili-on-site/index.md"]
    assert "<dt>原表栏目</dt><dd>分值、得分、现场状况</dd>" in frame
    assert "加分合计最多 2 分" in frame
    assert "示例村渠道工程" in frame
    assert "示例村渠道工程" in made["2023/index.md"]
    [[shown, *_]] = search_engine.reports_in(made.values())
    assert "示例村渠道工程" in shown["project"]
