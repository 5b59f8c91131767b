"""Records with faults: audited as far as they can be read, without a word that hangs on the rest.

Every value of whole records is spoilt in every way, and what is then found is held against what is
found in the record as it was.
"""

import copy
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from helpers import audit, showcase
from helpers.thorough import some

from generator import site, source
from generator.audit import runner
from generator.audit.faulty import audit_faulty
from generator.audit.rulebook import BUILT_IN
from generator.diagnostics import Diagnostic
from generator.intake import record_files
from generator.intake.record_files import RecordFile, Shelf
from generator.model.publisher import Publisher, Thresholds
from generator.source import At

SHOWCASE = showcase.loaded()
SHELF = Shelf(
    {d.id: d for d in SHOWCASE.departments} | {audit.DEPARTMENT.id: audit.DEPARTMENT},
    SHOWCASE.declared,
)
WORDS = {"personal-data", "secrecy-mark"}


def _set(value: object) -> Callable[[Any, Any], None]:
    def spoil(block: Any, key: Any) -> None:
        block[key] = value

    return spoil


def _misspell(block: Any, key: Any) -> None:
    """The key, or the item's first key, gets a sign that no key has; the order stays."""
    if isinstance(block, list):
        block[key] = {"不知〇": block[key]}
        return
    items = [(f"{name}〇" if name == key else name, value) for name, value in block.items()]
    block.clear()
    block.update(items)


WAYS: dict[str, Callable[[Any, Any], None]] = {
    "a letter for a figure": _set("8O"),
    "a list": _set(["甲", "乙"]),
    "a block": _set({"甲": "乙"}),
    "another key": _misspell,
}


def places(value: object, at: At = ()) -> Iterator[At]:
    """Every way to a value below the root."""
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore[arg-type]
    for key, item in inner:
        yield (*at, key)
        if isinstance(item, (dict, list)):
            yield from places(item, (*at, key))


def spoilt(data: dict[str, Any], at: At, way: str) -> dict[str, Any]:
    whole = copy.deepcopy(data)
    block: Any = whole
    for part in at[:-1]:
        block = block[part]
    WAYS[way](block, at[-1])
    return whole


def opened(data: dict[str, Any], file: Path, root: Path) -> RecordFile:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source.write(data), encoding="utf-8")
    [one] = record_files.load([file], root, SHELF)
    return one


PUBLISHER = Publisher(format=1, name="示例", organiser="示例市财政局")


def found(one: RecordFile) -> list[Diagnostic]:
    latest = date(2024, 12, 31)
    return list(audit_faulty([one.faulty], PUBLISHER, latest, BUILT_IN)) if one.faulty else []


def file_in(root: Path, year: str = "2023", department: str = audit.DEPARTMENT.id) -> Path:
    return root / "content" / "records" / year / department / "lunch.yml"


def words(said: list[Diagnostic]) -> set[tuple[str, str]]:
    return {(fault.rule, fault.found) for fault in said if fault.rule in WORDS}


@pytest.mark.parametrize("way", WAYS)
def test_a_spoilt_value_of_a_sound_record_calls_forth_no_result(way: str, tmp_path: Path) -> None:
    data = audit.sound_data()
    spoils = 0
    for at in places(data):
        one = opened(spoilt(data, at, way), file_in(tmp_path), tmp_path)
        spoils += one.faulty is not None
        assert [str(fault) for fault in found(one)] == [], at
    assert spoils > 20


DRAWN = SHOWCASE.records[::12]
FEW = frozenset(
    record.path for record in DRAWN if (showcase.PROJECT / record.path).stat().st_size < 5_000
)
"""The short ones: what the proof costs grows with the square of a record's length."""


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(record, marks=() if record.path in FEW else pytest.mark.promises)
        for record in DRAWN
    ],
    ids=lambda record: str(record.path),
)
@pytest.mark.parametrize("way", some(WAYS, every=3))
@pytest.mark.slow
def test_a_spoilt_value_adds_no_result_to_those_there_are(
    way: str, record: Any, tmp_path: Path
) -> None:
    data = dict(record.form.document.data)
    file, originals = tmp_path / record.path, (showcase.PROJECT / record.path).with_suffix("")
    if originals.is_dir():
        shutil.copytree(originals, file.with_suffix(""))
    before = {(fault.rule, fault.message) for fault in runner.run(record, Thresholds()).results}
    for at in places(data):
        after = {(f.rule, f.message) for f in found(opened(spoilt(data, at, way), file, tmp_path))}
        assert after <= before, at


SAID = {
    "正文": [{"级别": "1", "标题": "甲", "内容": "密级：机密。XX个学校。"}],
    "来源": {"说明": "联系人手机 13800138000"},
}
"""What must be found wherever else the record is spoilt, and in the spoilt value itself."""


@pytest.mark.parametrize("way", ["a list", "another key"])
@pytest.mark.slow
def test_marks_and_numbers_are_found_whatever_is_spoilt(way: str, tmp_path: Path) -> None:
    data = audit.sound_data() | SAID
    for at in places(data):
        spoils_the_text = at[0] in SAID and way == "a list"
        one = opened(spoilt(data, at, way), file_in(tmp_path), tmp_path)
        if one.faulty is None or spoils_the_text:
            continue
        said = found(one)
        assert {rule for rule, _ in words(said)} == WORDS, at
        if at[0] != "正文":
            assert "template-text-left" in {fault.rule for fault in said}, at


@pytest.mark.parametrize(
    ("year", "department"), [("2023年", "shili-jiaoyu"), ("2023", "weizhi-ju"), ("202", "jia")]
)
def test_a_record_in_an_unknown_place_is_audited(
    year: str, department: str, tmp_path: Path
) -> None:
    data = audit.sound_data()
    assert found(opened(data, file_in(tmp_path, year, department), tmp_path)) == []
    said = found(opened(data | SAID, file_in(tmp_path, year, department), tmp_path))
    assert {rule for rule, _ in words(said)} == WORDS


def test_rules_that_need_a_frame_are_silent_without_one(tmp_path: Path) -> None:
    data = audit.sound_data() | SAID
    data |= {"指标体系": "没有的体系", "评价结论": {"总分": "12", "等级": "差"}}
    rules = {fault.rule for fault in found(opened(data, file_in(tmp_path), tmp_path))}
    assert rules == WORDS | {"template-text-left"}


@pytest.mark.parametrize(
    "line",
    [
        "标题: 甲\n",  # a second one
        "评价机构: !x 乙\n",
        "评价机构: 甲\x07乙\n",
        "建议: [{对应问题: [w9], 内容: 乙}]\n",
        "附件: [{文件: 没有.pdf}]\n",
        "年度: 2021\n",
    ],
)
def test_a_fault_of_the_file_or_of_what_it_refers_to_hides_nothing(
    line: str, tmp_path: Path
) -> None:
    data = audit.sound_data()
    data = {key: value for key, value in data.items() if key != "建议"} | SAID
    file = file_in(tmp_path)
    file.parent.mkdir(parents=True)
    file.write_text(source.write(data) + line, encoding="utf-8")
    [one] = record_files.load([file], tmp_path, SHELF)
    assert one.record is None
    rules = {fault.rule for fault in found(one)}
    assert rules >= WORDS | {"template-text-left"}
    assert rules <= WORDS | {"template-text-left", "findings-without-recommendations"}


def test_one_run_says_what_cannot_be_read_and_what_must_not_be_published(tmp_path: Path) -> None:
    project = showcase.seed_to(tmp_path)
    record = project / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(f"{text}评价结果: 8O\n备注: 手机13800138000，机密★长期\n", encoding="utf-8")
    made = site.build(project / "content", project)
    rules = {fault.rule for fault in made.stopping}
    assert rules >= {"unknown-field", "personal-data", "secrecy-mark"}
    assert made.records == ()
    assert "13800138000" not in "".join(map(str, made.diagnostics))


def test_an_exception_holds_in_a_record_with_faults_and_is_not_called_idle(tmp_path: Path) -> None:
    data = audit.sound_data() | SAID
    names = ("template-text-left", "spent-over-budget")
    data["例外"] = [
        {"规则": name, "理由": "甲", "岗位": "主任", "日期": "2024-01-01"} for name in names
    ]
    data["年度"] = "二〇二三"
    said = found(opened(data, file_in(tmp_path), tmp_path))
    assert {fault.rule for fault in said if fault.accepted} == {"template-text-left"}
    assert "exception-not-needed" not in {fault.rule for fault in said}


def test_of_exceptions_what_is_sure_is_said(tmp_path: Path) -> None:
    data = audit.sound_data() | SAID
    whole = {"规则": "template-text-left", "理由": "甲", "岗位": "主任", "日期": "2024-01-01"}
    data["例外"] = [whole | {"日期": "去年"}, whole | {"规则": "template-text-lefft"}]
    said = found(opened(data, file_in(tmp_path), tmp_path))
    assert [fault.field for fault in said if fault.rule == "unknown-rule"] == ["exceptions.1.rule"]
    assert [fault.accepted for fault in said if fault.rule == "template-text-left"] == [False]


@pytest.mark.parametrize(("day", "holds"), [("2024-12-01", True), ("2025-01-01", False)])
def test_a_waiver_in_a_record_of_an_unknown_year_is_held_against_the_dates_of_the_site(
    day: str, tmp_path: Path, *, holds: bool
) -> None:
    data = audit.sound_data() | SAID
    file = file_in(tmp_path, "202")
    data["例外"] = [
        {
            "规则": fault.rule, "字段": fault.spelt, "内容": fault.found,
            "理由": "甲", "岗位": "主任", "日期": day,
        }
        for fault in found(opened(data, file, tmp_path)) if fault.rule in WORDS
    ]  # fmt: skip
    said = [fault for fault in found(opened(data, file, tmp_path)) if fault.rule in WORDS]
    assert [fault.accepted for fault in said] == [holds] * len(WORDS)
