"""A bureau's own criteria are a file of its site, never code: from the file to every output."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import audit, frame_records

from generator import site
from generator.audit.coverage import Extent
from generator.cli import main
from generator.diagnostics import Diagnostic
from generator.intake import content

THREE = """\
格式: 2
要点:
  - 编号: name-too-long
    标题: 项目名称过长
    字段: 项目.名称
    条件: {长于: 5}
    问题: 项目名称超过 5 个字
    建议: 请用简称
    依据: 示例市审核清单第 1 条
    级别: 警告
    公开: 是
  - 编号: praise
    标题: 目标里有空话
    适用: [单位自评]
    字段: 指标值
    条件: {含有: [明显, 良好]}
    问题: 看不出做到什么程度
    建议: 请写明数字
    依据: 示例市审核清单第 2 条
    级别: 错误
  - 编号: worth-it
    标题: 项目是否必要
    字段: 项目.用途
    方式: 人工
    问题: 这项用途是否属于本级事权
    建议: 请写明审核意见
    依据: 示例市审核清单第 3 条
"""
RECORD = """\
格式: 2
状态: 已发布
标题: 2022年度示例项目绩效评价
项目: {名称: 示例市某某项目, 用途: 修一座桥}
评价类型: 单位自评
评价对象: 项目支出
指标:
  - {名称: 桥, 分值: 100, 得分: 100, 符号: 定性, 指标值: 通行良好, 完成值: 通行良好}
"""
FAULTS = list(audit.cases(Path(__file__).parent / "faults.yml"))
NAMES = ["criterion-name-too-long", "criterion-praise", "criterion-worth-it"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = frame_records.folder(tmp_path, {})
    (folder / "criteria.yml").write_text(THREE, encoding="utf-8")
    record = folder / "records" / "2022" / "ju" / "bridge.yml"
    record.parent.mkdir(parents=True)
    record.write_text(RECORD, encoding="utf-8")
    return tmp_path


def run(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exception is None or done.exit_code == 1, done.output
    return done.stdout


def append(root: Path, name: str, text: str) -> None:
    file = root / "content" / name
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def own(root: Path) -> list[Diagnostic]:
    made = site.build(root / "content", root)
    return [fault for fault in made.diagnostics if fault.rule.startswith("criterion-")]


def test_three_criteria_from_file_to_check_in_every_format(root: Path) -> None:
    assert [(f.rule, f.severity.label, f.field) for f in own(root)] == [
        (NAMES[0], "警告", "project.name"),
        (NAMES[2], "提示", "project.purpose"),
        (NAMES[1], "错误", "indicators.0.target"),
    ]
    text = run("check", "--project", root)
    assert "「项目.名称」写的是「示例市某某项目」：项目名称超过 5 个字；请用简称" in text
    assert "「桥」的「指标值」写的是「通行良好」：看不出做到什么程度" in text
    assert "「项目.用途」写的是「修一座桥」，请人判断：这项用途是否属于本级事权" in text
    for form in ("text", "json", "github", "sarif"):
        printed = run("check", "--format", form, "--project", root)
        assert all(name in printed for name in NAMES)
    sarif = json.loads(run("check", "--format", "sarif", "--project", root))
    rules = {rule["id"]: rule for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["criterion-praise"]["name"] == "目标里有空话"
    assert "示例市审核清单第 2 条" in rules["criterion-praise"]["help"]["text"]


def test_they_are_explained_in_their_project_only(root: Path, tmp_path: Path) -> None:
    said = run("explain", "criterion-praise", "--project", root)
    assert said.startswith("目标里有空话（错误）\ncriterion-praise\n\n看不出做到什么程度。\n")
    for part in (
        "适用：单位自评。",
        "字段：指标值。",
        "条件：含有 明显、良好。",
        "改法：请写明数字。",
    ):
        assert part in said
    assert "方式：由人判断" in run("explain", "项目是否必要", "--project", root)
    assert all(name in run("explain", "--project", root) for name in NAMES)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert NAMES[0] not in run("explain", "--project", elsewhere)


def test_only_public_ones_reach_the_pages_and_a_preview_has_all(root: Path) -> None:
    def pages(*, preview: bool) -> dict[str, str]:
        made = site.build(root / "content", root, preview=preview)
        return {page.uri: str(page.content) for page in made.artifacts}

    public, preview = pages(preview=False), pages(preview=True)
    everything = "".join(public.values())
    assert "项目名称超过 5 个字" in public["2022/ju/bridge/index.md"]
    assert "criterion-name-too-long" in public["rules/index.md"]
    for kept in (*NAMES[1:], "看不出做到什么程度", "是否属于本级事权", "审核清单第 2 条"):
        assert kept not in everything
    for name in NAMES:
        assert name in preview["rules/index.md"]
        assert name in preview["2022/ju/bridge/index.md"]


def test_a_policy_stops_them_and_a_record_excepts_them(root: Path) -> None:
    append(root, "publisher.yml", "核对:\n  拦截: [criterion-praise]\n")
    [stop] = site.build(root / "content", root).stopping
    assert stop.rule == "criterion-praise"
    append(
        root, "records/2022/ju/bridge.yml",
        "例外:\n"
        "  - {规则: criterion-praise, 字段: 指标.0.指标值, 理由: 有, 岗位: 甲, 日期: 2023-03-01}\n"
        "  - {规则: criterion-prais, 理由: 已核, 岗位: 科长, 日期: 2023-03-01}\n",
    )  # fmt: skip
    made = site.build(root / "content", root)
    assert [f.accepted for f in made.diagnostics if f.rule == "criterion-praise"] == [True]
    [unknown] = made.stopping
    assert (unknown.rule, unknown.expected) == ("unknown-rule", "criterion-praise")


def test_they_are_counted_among_what_was_checked(root: Path) -> None:
    loaded = content.load(root / "content", root)
    edition = site.edited(loaded, loaded.records)
    coverage = edition.outcome(loaded.records[0]).coverage
    extents = {one.rule: one.extent for one in coverage.rules}
    assert [extents[name] for name in NAMES] == [Extent.FULL] * 3


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: f"{case['old']}: {case['says']}")
def test_what_is_wrong_with_the_file_is_said_at_its_place(case: dict[str, str], root: Path) -> None:
    old, rule, field, says = (case[key] for key in ("old", "rule", "field", "says"))
    assert old in THREE
    file = root / "content" / "criteria.yml"
    file.write_text(THREE.replace(old, case["new"], 1), encoding="utf-8")
    append(root, "publisher.yml", "核对:\n  拦截: [criterion-praise]\n")
    found = [
        fault
        for fault in site.build(root / "content", root).stopping
        if fault.rule not in NAMES and fault.location.path == "content/criteria.yml"
    ]
    assert (rule, field) in [(fault.rule, fault.field) for fault in found]
    assert any(says in str(fault) for fault in found), [str(fault) for fault in found]
    assert found[0].location.line > 1


def test_what_names_criteria_of_an_unreadable_file_is_not_told(root: Path) -> None:
    append(root, "publisher.yml", "核对:\n  拦截: [criterion-praise]\n")
    append(root, "criteria.yml", "没有的键: 1\n")
    found = site.build(root / "content", root).stopping
    assert [fault.rule for fault in found] == ["unknown-field"]


def test_one_bad_cell_hides_no_other(root: Path) -> None:
    record = root / "content" / "records" / "2022" / "ju" / "bridge.yml"
    record.write_text(RECORD.replace("分值: 100", "分值: 一百分"), encoding="utf-8")
    assert [fault.rule for fault in own(root)] == [NAMES[0], NAMES[2], NAMES[1]]
    record.write_text(RECORD.replace("指标值: 通行良好", "指标值: [通行良好]"), encoding="utf-8")
    assert [fault.rule for fault in own(root)] == [NAMES[0], NAMES[2]]


def test_each_item_is_asked_and_the_list_that_holds_them_is_not(root: Path) -> None:
    record = root / "content" / "records" / "2022" / "ju" / "bridge.yml"
    rows = "指标: [{名称: 桥, 指标值: 通行良好}]"
    record.write_text(
        "格式: 2\n状态: 已发布\n标题: 2022年度示例项目绩效评价\n"
        "评价类型: 单位自评\n评价对象: 项目支出\n分项:\n"
        f"  - {{编号: a, 项目: {{名称: 示例市甲项目}}, {rows}}}\n"
        f"  - {{编号: b, 项目: {{名称: 乙项目, 用途: 修一座桥}}, {rows}}}\n",
        encoding="utf-8",
    )
    assert [(fault.rule, fault.field) for fault in own(root)] == [
        (NAMES[0], "items.0.project.name"), (NAMES[1], "items.0.indicators.0.target"),
        (NAMES[2], "items.1.project.purpose"), (NAMES[1], "items.1.indicators.0.target"),
    ]  # fmt: skip


def test_an_english_file_says_the_same(root: Path) -> None:
    chinese = [(f.rule, f.severity, f.field) for f in own(root)]
    run("convert", "--lang", "en", "--project", root, root / "content" / "criteria.yml")
    text = (root / "content" / "criteria.yml").read_text(encoding="utf-8")
    assert "condition: {contains: [明显, 良好]}" in text
    assert "kinds: [self_evaluation]" in text
    assert [(f.rule, f.severity, f.field) for f in own(root)] == chinese


def test_editors_know_the_file(root: Path) -> None:
    schema = json.loads(run("schema", "--of", "criteria", "--project", root))
    item = schema["definitions"]["Criterion"]["properties"]
    assert "含有" in item["条件"]["properties"]
    assert "单位自评" in json.dumps(item["适用"], ensure_ascii=False)
    assert "绩效目标审核" in json.dumps(schema["properties"]["启用"], ensure_ascii=False)


@pytest.mark.parametrize("name", ["criteria.yaml", "Criteria.yml.txt"])
def test_a_file_of_another_name_is_named(name: str, root: Path) -> None:
    (root / "content" / "criteria.yml").rename(root / "content" / name)
    [fault] = site.build(root / "content", root).stopping
    assert (fault.rule, fault.location.path) == ("bad-file-name", f"content/{name}")
    assert "criteria.yml" in fault.remedy
