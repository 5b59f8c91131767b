"""`gongkai import FOLDER`: everything in it, one list of results, and nothing done twice."""

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from helpers.import_sources import Form, wide, written

from generator.batches import Crew
from generator.cli import main
from generator.importers import folders, importing
from generator.importers.outcomes import Outcome, table
from generator.tables.workbook import as_workbook


def form(project: str, rate: str = "96%") -> Form:
    rows: list[list[Any]] = [
        ["项目名称", wide(project, 5)],
        ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "养护率", "≥95%", rate, "50", "45"],
    ]
    return Form(["项目支出绩效自评表", "（2023年度）"], rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two filled forms, one of them in a folder of its own, an empty file and a strange one."""
    sources = tmp_path / "原件"
    (sources / "园林局").mkdir(parents=True)
    written([form("行道树养护")], sources / "甲.html")
    written([form("行道树养护", "97%")], sources / "园林局" / "乙.html")
    (sources / "空.docx").write_bytes(b"")
    (sources / "~$甲.docx").write_bytes(b"locked")
    (sources / "照片.zip").write_bytes(b"PK")
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    call = ["import", str(folder / "原件"), "--out", str(folder / "out"), "--site", str(folder)]
    return CliRunner().invoke(main, [*call, *words])


def listed(folder: Path) -> dict[str, tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO((folder / "out" / "导入结果.xlsx").read_bytes()))
    _, *rows = book["导入结果"].iter_rows(values_only=True)
    return {str(row[0]): row for row in rows}


def test_a_folder_is_imported_whole_and_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = run(folder)
    assert made.exit_code == 1, made.output
    assert "原件 4 份：已识别 2，读不了 2；草稿 2 份" in made.output
    rows = listed(folder)
    assert set(rows) == {"甲.html", "园林局/乙.html", "空.docx", "照片.zip"}
    assert (rows["甲.html"][1], rows["空.docx"][1]) == ("已识别", "读不了")
    assert "文件是空的" in rows["空.docx"][-1]
    drafts = sorted((folder / "out").rglob("*.yml"))
    assert len(drafts) == 2
    assert len({file.read_bytes() for file in drafts}) == 2
    drafts[0].write_text("标题: 改过\n", encoding="utf-8")
    drafts[1].unlink()  # gone on to the records of the site

    def read(*_: object) -> None:
        raise AssertionError("a source that is done was read again")

    for file in (folder / "原件").glob("*.[dz]*"):
        file.unlink()
    before = (folder / "out" / "导入结果.xlsx").read_bytes()
    monkeypatch.setattr("generator.importers.isolated.read", read)
    again = run(folder)
    assert again.exit_code == 0, again.output
    assert drafts[0].read_text(encoding="utf-8") == "标题: 改过\n"
    assert not drafts[1].exists()
    assert len(listed(folder)) == 2
    assert (folder / "out" / "导入结果.xlsx").read_bytes() != before


def test_a_run_that_broke_off_goes_on_and_a_changed_source_waits_to_be_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Crew, "of", lambda _: Crew(1))  # without others: only what is kept matters
    run(folder)
    drafts = {file: file.read_bytes() for file in (folder / "out").rglob("*.yml")}
    (folder / "out" / folders.STATE_FILE).unlink()
    assert "草稿 2 份" in run(folder).output
    assert {file: file.read_bytes() for file in (folder / "out").rglob("*.yml")} == drafts
    written([form("行道树养护", "99%")], folder / "原件" / "甲.html")
    assert "原件改了 1" in run(folder).output
    assert {file: file.read_bytes() for file in (folder / "out").rglob("*.yml")} == drafts
    merged = run(folder, "--again")
    assert "完成值：草稿「96」，新原件「99」" in merged.output
    assert listed(folder)["甲.html"][1] == "已识别"
    assert "原件改了" not in run(folder).output


def test_a_process_that_dies_or_a_fault_of_the_program_stops_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importing.imported

    def broken(file: Path, *rest: Any) -> Any:
        if file.name == "甲.html":
            raise RuntimeError(file.name)
        return real(file, *rest)

    monkeypatch.setattr(folders, "imported", broken)
    monkeypatch.setattr(Crew, "of", lambda _: Crew(1))
    made = run(folder)
    assert "处理时出错（RuntimeError）" in made.output
    assert listed(folder)["园林局/乙.html"][1] == "已识别"


def test_what_is_kept_of_a_run_is_checked_as_it_is_read(tmp_path: Path) -> None:
    assert folders.known_in(tmp_path) == {}
    outcome = Outcome("甲.html", "0", "已识别", ("a/b",), 3, notes=("说明",))
    folders.save(tmp_path, [outcome])
    assert folders.known_in(tmp_path) == {"甲.html": outcome}
    for text in ("{", '{"sources": 1}', json.dumps({"sources": [{"source": 1}, 2]})):
        (tmp_path / folders.STATE_FILE).write_text(text, encoding="utf-8")
        assert folders.known_in(tmp_path) == {}
    assert as_workbook([table([outcome])]) == as_workbook([table([outcome])])


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "原件").mkdir()
    made = run(tmp_path)
    assert made.exit_code == 2
    assert "没有可以导入的文件" in made.output
