"""The commands of docs/import.md, run as they stand there."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from helpers import import_forms
from helpers.import_sources import written
from helpers.showcase import ROOT

from generator import site
from generator.cli import main
from generator.importers.outcomes import State

MANUAL = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
JOURNEY, FORMS, FOLDER, AGAIN = (block.splitlines() for block in BLOCKS)
REGISTER = """\
格式: 1
地区: [{编号: shili, 名称: 示例市}]
部门:
  - {编号: jiaoyu, 名称: 示例市教育局, 地区: shili, 类型: 政府部门}
"""
PUBLISHER = "格式: 1\n名称: 示例市绩效评价公开\n主办单位: 示例市财政局\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that has not heard of the department whose form lies beside it."""
    content = tmp_path / "content"
    (content / "records" / "2023" / "linye").mkdir(parents=True)
    (content / "departments.yml").write_text(REGISTER, encoding="utf-8")
    (content / "publisher.yml").write_text(PUBLISHER, encoding="utf-8")
    written(import_forms.case("self-evaluation").blocks, tmp_path / "自评表.docx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(line: str) -> Result:
    program, *words = shlex.split(line)
    if program == "mv":
        origin, target = words
        shutil.move(origin, target)
        return CliRunner().invoke(main, ["--version"])
    assert program == "gongkai"
    return CliRunner().invoke(main, words)


def test_a_word_file_becomes_a_page_in_the_preview_in_five_commands(project: Path) -> None:
    *commands, preview = JOURNEY
    assert len(JOURNEY) <= 5
    for line in commands:
        done = run(line)
        assert done.exit_code == 0, f"{line}\n{done.output}"
    assert preview == "python3 run.py preview"
    built = site.build(project / "content", project, preview=True)
    (record,) = built.records
    assert record.address in {page.uri.removesuffix("index.md") for page in built.pages}
    assert site.build(project / "content", project).records == ()


def test_forms_folders_and_changed_sources_are_handled_as_the_manual_says(project: Path) -> None:
    for line in JOURNEY[:2]:
        assert run(line).exit_code == 0
    again = run(AGAIN[0])
    assert (again.exit_code, "原件没有变" in again.output) == (0, True), again.output
    run(JOURNEY[2])
    for line in FORMS:
        (project / shlex.split(line)[2]).unlink(missing_ok=True)
        made = run(line)
        assert made.exit_code == 0, made.output
    (project / "原件").mkdir()
    shutil.move(project / "去年.xlsx", project / "原件")
    shutil.move(project / "自评表.xlsx", project / "原件")
    shutil.rmtree(project / "drafts")
    done = run(FOLDER[0])
    assert done.exit_code == 0, done.output
    assert "没有草稿 1" in done.output
    assert "草稿 1 份" in done.output
    assert (project / "drafts" / "导入结果.xlsx").exists()
    (file,) = (project / "drafts").glob("2023/linye/*.json")
    data: Any = json.loads(file.read_bytes())
    keys = re.findall(r"^\| `(\w+)` \|", MANUAL, re.MULTILINE)
    assert list(data) == keys
    assert data["record"]["项目"]["名称"] == "森林防火视频监控运维"


def test_every_state_of_an_import_is_explained() -> None:
    rows = re.findall(r"^\| (\S+) \| [^|]+ \|$", MANUAL, re.MULTILINE)
    assert {state.value for state in State} <= set(rows)
