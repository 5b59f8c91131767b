"""A record with one very long field is read, audited and shown in linear time."""

import shutil
from pathlib import Path
from time import process_time

import pytest
from helpers.thorough import THOROUGH

from generator import site
from generator.site import Site

pytestmark = pytest.mark.slow

BASE = Path(__file__).with_name("broken") / "base"
RECORD = "content/records/2023/shili-jiaoyu-ju/lunch.yml"
LENGTHS = ((4_000, 16_000), (50_000, 200_000))
"""Characters: within what a field may hold, and, where a proof is thorough, several times that."""
SOON = 1.0
"""Seconds; less than that for the longest text is not worth measuring."""
TOO_MUCH = 10
"""Growth of time where a text grows to four times its length: 4 when linear, 16 when square."""
UNITS = (
    "7", "7 ", "7,", "7.", "138", "138-", "62", "6222 ", "430981", "1元", "12万元×", "2023年",
    "12%", "一、", "（一）", "1.", "《", "《》", "“", "（", "。", "，", "一", "每人100元，", "合计",
    "率", "秘密", "密级：", "内部", "★", "住址", "联系人：", "@", "a@", "a.", "a-", "a/", "A", "x ",
    "　", " 　", ": ", "- ", "#", " #x", "{", "[", "'", '"', "\\", "_", "*", "|", "<", "&", "é",
    "e\u0301", "\u200b", "⽬", "😀", "\ufe0f",
)  # fmt: skip
FIELDS = {
    "标题": "标题: 'x{}x'\n",
    "正文": "正文:\n  - {{级别: 1, 标题: 一、概况, 内容: 'x{}x'}}\n",
    "指标": "指标:\n  - {{名称: 产出数量, 指标值: 'x{0}', 完成值: '{0}x', 偏差原因: 'x{0}x'}}\n",
    "指标名称": "指标:\n  - {{名称: 'x{}x', 分值: 10, 得分: 8}}\n",
}
FEW = ("7", "7 ", "1.", "12万元×", "一、", "《", "　", "a-", "合计")


def built(field: str, text: str, root: Path) -> Site:
    """The site of the base, its record with this text in one field."""
    shutil.copytree(BASE, root)
    record = root / RECORD
    kept = record.read_text(encoding="utf-8").splitlines()
    lines = [line for line in kept if not line.startswith(f"{field}:")]
    written = FIELDS[field].format(text.replace("'", "''"))
    record.write_text("\n".join((*lines, written)), encoding="utf-8")
    return site.build(root / "content", root)


def seconds(field: str, unit: str, length: int, root: Path) -> float:
    """For the whole line, from the file to the pages and the search index."""
    started = process_time()
    for _ in built(field, (unit * length)[:length], root).index:
        pass
    return process_time() - started


@pytest.mark.parametrize("field", FIELDS)
def test_what_a_field_may_hold_is_published(field: str, tmp_path: Path) -> None:
    assert built(field, "文" * LENGTHS[0][1], tmp_path / "site").records


@pytest.mark.promises
@pytest.mark.parametrize(
    ("field", "unit"),
    [("正文", unit) for unit in UNITS] + [(f, u) for f in FIELDS if f != "正文" for u in FEW],
)
def test_a_long_field_takes_linear_time(field: str, unit: str, tmp_path: Path) -> None:
    for short, long in LENGTHS if THOROUGH else LENGTHS[:1]:
        taken = seconds(field, unit, long, tmp_path / f"{long}")
        if taken > SOON:
            taken = min(taken, seconds(field, unit, long, tmp_path / f"{long}-again"))
            again = (seconds(field, unit, short, tmp_path / f"{short}-{n}") for n in range(2))
            assert taken / min(again) < TOO_MUCH
