"""The commands `check` and `render`, as a shell sees them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from helpers import audit, commands
from helpers.showcase import BROKEN, GOLDEN, PROJECT, SEED_RECORD, files_of

from generator import artifacts, site
from generator.audit.coverage import Checked, Coverage, Extent
from generator.audit.rulebook import BUILT_IN
from generator.cli import coverage, main
from generator.diagnostics.formats import FORMATS

BROKEN_BASE = BROKEN / "base"
FAULTY = "content/records/2023/shili-jiaoyu-ju/faulty.yml"
TWIN = "content/records/2023/shili-jiaoyu-ju/twin.yml"
RECORD = "content/records/2023/shili-jiaoyu-ju/lunch.yml"


def gongkai(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A project with nothing wrong."""
    shutil.copytree(BROKEN_BASE, tmp_path / "project")
    (tmp_path / "project" / RECORD).write_text(audit.sound(), encoding="utf-8")
    return tmp_path / "project"


@pytest.fixture
def warned(sound: Path) -> Path:
    """A project with a warning: the same evaluation entered twice."""
    shutil.copy(sound / RECORD, sound / TWIN)
    return sound


@pytest.fixture
def faulty(sound: Path) -> Path:
    """A project with one error."""
    text = (sound / RECORD).read_text(encoding="utf-8")
    (sound / FAULTY).write_text(text.replace("状态: 已发布", "状态: 发布中"), encoding="utf-8")
    return sound


def test_a_sound_project_passes(sound: Path) -> None:
    result = gongkai("check", "--project", sound)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "可以使用的评价记录 1 份；错误 0 处，警告 0 处，提示 0 处；其中必须先处理才能发布的 0 处\n"
    )


def test_the_showcase_has_no_error() -> None:
    assert gongkai("check", "--project", PROJECT).exit_code == 0


def test_an_error_exits_1_with_its_line(faulty: Path) -> None:
    result = gongkai("check", "--project", faulty)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1].startswith(f"{FAULTY}:2:5: 错误: ")
    assert "错误 1 处" in result.stderr


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1)])
def test_a_warning_fails_where_asked(warned: Path, level: str, code: int) -> None:
    result = gongkai("check", "--project", warned, "--fail-on", level)
    assert result.exit_code == code
    assert " 警告: " in result.stdout
    assert "[duplicate-evaluation]" in result.stdout


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        ([FAULTY], 1),
        (["content/records"], 1),
        (["content"], 1),
        ([RECORD], 0),
        (["content/publisher.yml"], 0),
        ([RECORD, FAULTY], 1),
    ],
)
def test_paths_choose_what_is_reported(faulty: Path, paths: list[str], code: int) -> None:
    result = gongkai("check", "--project", faulty, *(faulty / path for path in paths))
    assert result.exit_code == code
    assert (FAULTY in result.stdout) == bool(code)


def test_paths_are_those_of_the_shell(faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(faulty / "content/records")
    result = gongkai("check", "--project", faulty, "2023/shili-jiaoyu-ju/faulty.yml")
    assert result.exit_code == 1


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_carries_the_fault(faulty: Path, form: str) -> None:
    result = gongkai("check", "--project", faulty, "--format", form)
    assert result.exit_code == 1
    assert "unknown-choice" in result.stdout
    assert bool(result.stderr) == (form == "text")


def test_the_list_of_what_was_checked_is_a_file_and_a_line(faulty: Path, tmp_path: Path) -> None:
    file = tmp_path / "out" / "checked.json"
    plain = gongkai("check", "--project", faulty)
    result = gongkai("check", "--project", faulty, "--coverage", file)
    assert (result.exit_code, result.stderr) == (1, plain.stderr)
    [(path, listed)] = json.loads(file.read_text(encoding="utf-8")).items()
    assert path == RECORD
    assert list(listed) == ["checked", "partly", "lacking", "unfit"]
    rules = [*listed["checked"], *listed["partly"], *listed["lacking"], *listed["unfit"]]
    assert sorted(rules) == sorted(set(BUILT_IN.manuals))
    assert all(listed["lacking"].values())
    assert f"已核对 {len(listed['checked']) + len(listed['partly'])} 项" in result.stdout
    assert "已核对" not in plain.stdout
    assert result.stdout.startswith(plain.stdout)


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"text"}))
def test_the_list_changes_no_other_format(faulty: Path, tmp_path: Path, form: str) -> None:
    plain = gongkai("check", "--project", faulty, "--format", form).stdout
    file = tmp_path / "checked.json"
    listing = gongkai("check", "--project", faulty, "--format", form, "--coverage", file)
    assert listing.stdout == plain
    assert file.exists()


def test_the_list_is_of_the_paths_that_are_asked_for(faulty: Path, tmp_path: Path) -> None:
    file = tmp_path / "checked.json"
    gongkai("check", "--project", faulty, "--coverage", file, faulty / FAULTY)
    assert json.loads(file.read_text(encoding="utf-8")) == {}


def test_the_list_never_takes_the_place_of_a_record(sound: Path) -> None:
    record = sound / RECORD
    before = record.read_bytes()
    result = gongkai("check", "--project", sound, "--coverage", record)
    assert result.exit_code == 2
    assert "在内容文件夹里" in result.stderr
    assert record.read_bytes() == before


def test_the_list_hides_numbers_of_persons() -> None:
    number = "11010519491231002X"
    unjudged = Checked("numbering", Extent.PARTLY, (f"「{number}」没有分值",))
    listed = coverage.as_json({"a.yml": Coverage((unjudged,))})
    assert "没有分值" in listed
    assert number not in listed


def test_json_and_sarif_can_be_read(faulty: Path) -> None:
    flat = json.loads(gongkai("check", "--project", faulty, "--format", "json").stdout)
    sarif = json.loads(gongkai("check", "--project", faulty, "--format", "sarif").stdout)
    [fault] = flat
    assert (fault["path"], fault["line"], fault["field"]) == (FAULTY, 2, "status")
    [result] = sarif["runs"][0]["results"]
    assert result["ruleId"] == fault["rule"]
    assert [r["id"] for r in sarif["runs"][0]["tool"]["driver"]["rules"]] == [fault["rule"]]


def test_render_writes_what_the_site_is_built_from(tmp_path: Path) -> None:
    result = gongkai("render", "--project", GOLDEN, "--out", tmp_path / "out")
    assert result.exit_code == 0
    content = GOLDEN / "content"
    artifacts.write(site.hand_written(content), tmp_path / "expected")
    artifacts.write(site.build(content, GOLDEN).artifacts, tmp_path / "expected")
    written = files_of(tmp_path / "out")
    assert written == files_of(tmp_path / "expected")
    assert f"已写出 {len(written)} 个文件" in result.output


def test_render_writes_into_an_empty_folder(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert gongkai("render", "--project", sound, "--out", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out/index.md").is_file()


def test_render_leaves_a_folder_alone_that_is_not_empty(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("甲", encoding="utf-8")
    result = gongkai("render", "--project", sound, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "不是空的" in result.output
    assert list(files_of(tmp_path / "out")) == ["mine.txt"]


def test_render_writes_nothing_when_there_is_an_error(faulty: Path, tmp_path: Path) -> None:
    result = gongkai("render", "--project", faulty, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert FAULTY in result.stderr
    assert not (tmp_path / "out").exists()


def test_render_writes_drafts_of_nobody(tmp_path: Path) -> None:
    gongkai("render", "--project", GOLDEN, "--out", tmp_path / "out")
    assert not (tmp_path / "out/2023/xincheng-shuili-ju").exists()


def broken_publisher(project: Path) -> None:
    (project / "content/publisher.yml").write_text("名称", encoding="utf-8")


def department_without_region(project: Path) -> None:
    register = project / "content/departments.yml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("地区: shili,", "地区: weizhi,"), encoding="utf-8")


def no_departments(project: Path) -> None:
    (project / "content/departments.yml").unlink()


@pytest.mark.parametrize("harm", [broken_publisher, department_without_region, no_departments])
@pytest.mark.parametrize("command", ["check", "render"])
def test_broken_registers_end_in_a_message(
    sound: Path, tmp_path: Path, harm: Any, command: str
) -> None:
    harm(sound)
    out = ["--out", str(tmp_path / "out")] if command == "render" else []
    result = gongkai(command, "--project", sound, *out)
    assert result.exit_code == 1
    assert ": 错误: " in result.output
    assert not (tmp_path / "out").exists()


def test_an_absent_project_is_wrong_use(tmp_path: Path) -> None:
    for command in (["check"], ["render", "--out", str(tmp_path / "out")]):
        result = gongkai(*command, "--project", tmp_path)
        assert result.exit_code == 2
        assert "找不到内容文件夹：content；请在网站项目的文件夹中运行" in result.output


WRONG = [
    ["check", "--format", "xml"],
    ["check", "--fail-on", "hint"],
    ["check", "nowhere.yml"],
    ["check", "--project", "nowhere"],
    ["check", "--project", SEED_RECORD],
    ["render"],
    ["render", "--out", SEED_RECORD],
    ["nonsense"],
    ["--nonsense"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_exits_2_without_a_traceback(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)
    result = gongkai(*arguments)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output


@pytest.mark.parametrize("arguments", [["-h"], ["check", "-h"], ["render", "--help"]])
def test_help_speaks_chinese(arguments: list[str]) -> None:
    result = gongkai(*arguments)
    assert result.exit_code == 0
    assert any("\u4e00" <= sign <= "\u9fff" for sign in result.output)


@pytest.mark.parametrize("words", [(), ("new",), *(words for words, _ in commands.commands())])
def test_help_is_in_chinese(words: tuple[str, ...]) -> None:
    said = CliRunner().invoke(main, [*words, "-h"]).output
    assert said.startswith(f"用法：{' '.join(('main', *words))} ")
    for english in ("Usage", "Options", "Commands", "Show ", "[default", "[required", "ARGS"):
        assert english not in said
