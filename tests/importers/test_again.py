"""`gongkai import --again`: a source that changed, a draft that somebody mended."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from helpers.import_sources import Form, wide, written

from generator.cli import main


def form(rate: str, *more: tuple[str, str], total: str = "95") -> Form:
    rows: list[list[Any]] = [
        ["项目名称", wide("行道树养护", 5)],
        ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "养护率", "≥95%", rate, "50", "45"],
        *(["产出指标", name, "≥3次", value, "40", "40"] for name, value in more),
        [wide("合计", 4), "", total],
        ["存在问题", wide("1、台账不全\n2、巡查不够", 5)],
    ]
    return Form(["项目支出绩效自评表", "（2023年度）"], rows)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A draft of a source, in a folder without a site."""
    made = run(
        written([form("96%")], tmp_path / "表.html"), "--out", tmp_path / "out", "--site", tmp_path
    )
    assert made.exit_code == 0, made.output
    return tmp_path


def draft_of(folder: Path) -> Path:
    (file,) = (folder / "out").rglob("*.yml")
    return file


def again(folder: Path, source: Form) -> Result:
    file = written([source], folder / "表.html")
    return run(file, "--out", folder / "out", "--site", folder, "--again")


def test_what_a_clerk_mended_stays_with_its_comments_and_the_rest_follows_the_source(
    folder: Path,
) -> None:
    file = draft_of(folder)
    text = file.read_text(encoding="utf-8")
    mended = text.replace("台账不全", "巡查台账不全").replace(
        "项目:\n", "# 与科室核对过\n项目:\n"
    )  # fmt: skip
    assert mended.count("巡查台账不全") == mended.count("# 与科室核对过") == 1
    file.write_text(mended + "# 末尾的说明\n", encoding="utf-8")
    made = again(folder, form("97%", ("巡查次数", "4次"), total="96"))
    assert made.exit_code == 0, made.output
    after = file.read_text(encoding="utf-8")
    for kept in ("# 与科室核对过\n项目:\n", "# 末尾的说明", "导入的草稿"):
        assert kept in after
    record = yaml.load(after, Loader=yaml.BaseLoader)
    assert [one["内容"] for one in record["问题"]] == ["巡查台账不全", "巡查不够"]
    assert record["评价结论"]["总分"] == "96"
    assert [row["完成值"] for row in record["指标"][0]["下级"]] == ["97", "4"]
    assert "您改过，已保留" in made.output
    page = file.with_suffix(".html").read_text(encoding="utf-8")
    assert "与上次导入的差别" in page
    assert "巡查次数" in page


def test_where_both_changed_the_clerks_word_stays_and_is_told(folder: Path) -> None:
    file = draft_of(folder)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("总分: 95", "总分: 94"), encoding="utf-8")
    made = again(folder, form("96%", total="96"))
    assert "要您决定的 1 处" in made.output
    assert "评价结论 · 总分：草稿「94」，新原件「96」" in made.output
    assert "总分: 94" in file.read_text(encoding="utf-8")
    unchanged = again(folder, form("96%", total="96"))
    assert "原件没有变" in unchanged.output


def test_nothing_is_changed_where_nothing_can_be_merged(folder: Path) -> None:
    file = draft_of(folder)
    file.write_text("标题: [\n", encoding="utf-8")
    before = {one: one.read_bytes() for one in (folder / "out").rglob("*.*")}
    made = again(folder, form("97%"))
    assert made.exit_code == 1
    assert "读不懂，没有改动" in made.output
    assert {one: one.read_bytes() for one in (folder / "out").rglob("*.*")} == before
    file.unlink()
    assert "找不到草稿" in again(folder, form("98%")).output
    other = written([form("97%")], folder / "另一份.html")
    refused = run(other, "--out", folder / "out", "--site", folder, "--again")
    assert refused.exit_code == 2
    assert "没有从 另一份.html 导入的草稿" in refused.output
