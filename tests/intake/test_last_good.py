"""What a preview keeps while a file is broken that declares something for records."""

import shutil
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.intake import content
from generator.intake.content import Content
from generator.intake.last_good import LastGood

BASE = Path(__file__).with_name("broken") / "base"
RECORD = "content/records/2023/shili-jiaoyu-ju/lunch.yml"
KIND = """格式: 2
编号: on-site
名称: 现场评价
英文: on_site
依据: 虚构
说明: 到现场看。
时点: 事后
列: [受益村数]
"""
COLUMNS = "格式: 2\n栏目:\n  - {名称: 受益村数, 英文: villages, 位置: 项目, 类型: 数字}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    record = tmp_path / RECORD
    text = record.read_text(encoding="utf-8").replace("评价类型: 单位自评", "评价类型: 现场评价")
    named = text.replace("{名称: 午餐补助}", "{名称: 午餐补助, 其他栏: {受益村数: 12}}")
    record.write_text(named, encoding="utf-8")
    (tmp_path / "content" / "kinds").mkdir()
    (tmp_path / "content" / "kinds" / "on-site.yml").write_text(KIND, encoding="utf-8")
    (tmp_path / "content" / "columns.yml").write_text(COLUMNS, encoding="utf-8")
    return tmp_path


def loaded(root: Path) -> Content:
    return content.load(root / "content", root)


@pytest.mark.parametrize("name", ["kinds/on-site.yml", "columns.yml"])
def test_a_record_stays_with_what_it_named(name: str, root: Path) -> None:
    remembered = LastGood()
    good = remembered.mended(loaded(root), root)
    assert good.diagnostics == ()
    (root / "content" / name).write_text("格式: [\n", encoding="utf-8")
    broken = loaded(root)
    mended = remembered.mended(broken, root)
    assert [fault.location.path for fault in mended.diagnostics] == [f"content/{name}"]
    assert {fault.severity for fault in mended.diagnostics} == {Severity.ERROR}
    [record] = mended.records
    assert record.kind.name == "现场评价"
    assert [column.name for column in record.columns][-1] == "受益村数"
    assert mended.declared.kinds == good.declared.kinds
    assert mended.declared.columns == good.declared.columns


def test_what_is_taken_away_goes(root: Path) -> None:
    remembered = LastGood()
    remembered.mended(loaded(root), root)
    (root / "content" / "kinds" / "on-site.yml").unlink()
    assert "现场评价" not in remembered.mended(loaded(root), root).declared.kind_named
