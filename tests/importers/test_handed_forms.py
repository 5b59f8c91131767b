"""Forms to hand out: empty ones that ask for the right things, filled ones that import back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from helpers import showcase

from generator.binding.opening import open_form
from generator.binding.standard import respelt
from generator.importers import guidance, readers
from generator.importers.drafting import Draft, draft
from generator.importers.handed import carried
from generator.importers.handed.asked import Asked
from generator.importers.handed.making import FORMATS, made
from generator.importers.importing import Ground
from generator.importers.interpreter import Found, interpreted
from generator.importers.ledger import Ledger
from generator.intake.records import Record
from generator.model.evaluation import Evaluation
from generator.model.frames import NO_FRAME
from generator.schema.languages import Language
from generator.source import Plain

NOT_CARRIED = frozenset(
    (
        "公开", "正文", "调查", "关联", "附件", "来源", "评分方", "例外", "曾用地址", "对应问题",
        "类别", "涉及金额", "责任单位", "时限", "原因", "编号", "报告列示", "按用途", "按年度",
        "按地区", "其中", "计分", "方式", "金额", "不全", "角色", "名称", "单位", "结果应用",
        "评价类型", "期间", "原因类别",
    )
)  # fmt: skip
"""Fields of which at least one place has no room in a form; see docs/import.md."""
ALWAYS_CARRIED = frozenset(
    (
        "标题", "评价类型", "评价对象", "指标体系", "期间", "评价机构", "绩效目标", "指标",
        "评价结论", "问题·内容", "建议·内容", "资金·合计", "资金·明细", "项目·名称", "项目·编码",
        "项目·实施单位", "项目·用途", "项目·其他栏",
    )
)  # fmt: skip
"""Fields, and blocks with all within, that come back from every record of the showcase."""
EXCEPTED = frozenset(("指标·计分", "指标·下级·其他栏·原因类别"))
"""A way of counting, and a column of which a row chooses several words."""


def asked(kind: str, frame: str = "") -> Asked:
    declared = showcase.loaded().declared
    return Asked(
        next(one for one in declared.kinds if one.is_called(kind)),
        next((one for one in declared.frames if one.name == frame), NO_FRAME),
        declared.columns,
    )


def ground() -> Ground:
    loaded = showcase.loaded()
    return Ground(loaded.declared, loaded.departments)


def read(file: Path) -> tuple[Ledger, list[Found], list[Draft]]:
    """A form as an import reads it, without the process and the audit around it."""
    loaded = showcase.loaded()
    outline = guidance.set_apart(readers.read(file))
    ledger, every = interpreted(outline, loaded.declared, loaded.departments)
    found = guidance.taken_out(ledger, every)
    lexicon = loaded.declared.lexicon
    return ledger, found, [draft(one.gathering, lexicon) for one in found if not one.is_blank]


def empty(suffix: str, one: Asked, folder: Path) -> Path:
    file = folder / f"form{suffix}"
    file.write_bytes(made(suffix, one, "2024", {}, ground()).content)
    return file


def data_of(record: Record) -> Mapping[str, Plain]:
    loaded = showcase.loaded()
    root = showcase.ROOT / "tests" / "showcase"
    opened = open_form(root / record.path, root, Evaluation, loaded.declared.lexicon)
    assert opened.value is not None
    return respelt(opened, Language.CHINESE)


def lost_of(record: Record, suffix: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    data: Any = data_of(record)
    # The process around a reader costs half a second each time.
    monkeypatch.setattr("generator.importers.isolated.read", readers.read)
    one = asked(data["评价类型"], data.get("指标体系", ""))
    return dict(made(suffix, one, str(record.year), data, ground()).lacking)


def is_always_carried(name: str) -> bool:
    path = name.replace(" · ", "·")
    return path not in EXCEPTED and any(
        path == field or path.startswith(f"{field}·") for field in ALWAYS_CARRIED
    )


RECORDS = {
    record.id: record
    for record in sorted(showcase.loaded().records, key=lambda one: len(data_of(one)))
}
SOME = [*RECORDS][:: max(len(RECORDS) // 2, 1)]
KINDS = [kind.name for kind in showcase.loaded().declared.kinds]
FRAMES = [frame.name for frame in showcase.loaded().declared.frames]


def check_filled(names: list[str], suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = [
        (name, lost)
        for name in names
        for lost in lost_of(RECORDS[name], suffix, monkeypatch)
        if is_always_carried(lost) or NOT_CARRIED.isdisjoint(lost.split(" · "))
    ]
    assert not wrong


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_form_filled_from_a_record_imports_as_the_record(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_filled(SOME if suffix == ".xlsx" else SOME[-1:], suffix, monkeypatch)


@pytest.mark.promises
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_record_comes_back_from_its_form(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_filled([*RECORDS], suffix, monkeypatch)


def check_empty(kind: str, frame: str, suffix: str, folder: Path) -> None:
    ledger, found, drafts = read(empty(suffix, asked(kind, frame), folder))
    assert [one.is_blank for one in found] == [True]
    assert drafts == []
    assert [ledger.text(span) for span in ledger.unplaced()] == []


@pytest.mark.parametrize(
    ("kind", "frame", "suffix"),
    [
        ("单位自评", "单位自评-10-50-30-10", ".xlsx"),
        ("运行监控", "单位自评-10-50-30-10", ".docx"),
        ("整改报告", "单位自评-10-50-30-10", ".xlsx"),
        ("结果通报", "单位自评-10-50-30-10", ".xlsx"),
    ],
)
def test_an_empty_form_is_a_blank_form(kind: str, frame: str, suffix: str, tmp_path: Path) -> None:
    check_empty(kind, frame, suffix, tmp_path)


@pytest.mark.promises
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_empty_forms_of_all_kinds_and_frames_are_blank(
    kind: str, frame: str, tmp_path: Path
) -> None:
    suffix = list(FORMATS)[(KINDS.index(kind) + FRAMES.index(frame)) % len(FORMATS)]
    check_empty(kind, frame, suffix, tmp_path)


def test_what_is_typed_into_an_empty_form_is_what_is_imported(tmp_path: Path) -> None:
    file = empty(".xlsx", asked("单位自评", "单位自评-10-50-30-10"), tmp_path)
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    places = {
        cell.value: cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    }

    def type_in(name: str, value: Any, down: int = 0, right: int = 1) -> None:
        place = places[name]
        sheet.cell(place.row + down, place.column + right, value)

    for name, value in {
        "项目名称": "行道树养护", "评价对象": "项目支出", "项目编码": "00123", "金额单位": "万元",
        "预期目标": "养护全市行道树", "评价等级": "优", "存在问题": "问题1：台账不全",
    }.items():  # fmt: skip
        type_in(name, value)
    head, row = places["数量指标"], places["数量指标"].row
    columns = {
        name: places[name].column for name in ("符号", "指标值", "计量单位", "完成值", "分值")
    }
    sheet.cell(row, head.column + 1, "养护面积")
    typed: dict[str, Any] = {
        "符号": "≥", "指标值": "3.50", "计量单位": "公顷", "完成值": "3.6", "分值": 20,
    }  # fmt: skip
    for name, value in typed.items():
        sheet.cell(row, columns[name], value)
    type_in("年度资金总额", 60.5)
    book.save(file)
    _, _, (one,) = read(file)
    record: Any = one.record
    assert one.evaluation is not None
    assert record["项目"] == {"名称": "行道树养护", "编码": "00123"}
    assert (record["评价类型"], record["评价对象"]) == ("单位自评", "项目支出")
    assert record["指标体系"] == "单位自评-10-50-30-10"
    assert record["资金"] == {"单位": "万元", "合计": {"年初预算": "60.5"}}
    assert record["绩效目标"] == {"预期目标": "养护全市行道树"}
    assert record["问题"] == [{"编号": "w1", "内容": "台账不全"}]
    output = next(top for top in record["指标"] if top["名称"] == "产出指标")
    assert output["分值"] == "50"
    assert output["下级"][0] == {
        "名称": "数量指标",
        "下级": [
            {
                "名称": "养护面积", "分值": "20", "符号": "≥", "指标值": "3.50",
                "计量单位": "公顷", "完成值": "3.6",
            }
        ],
    }  # fmt: skip


def test_a_form_offers_choices_and_explains_its_fields(tmp_path: Path) -> None:
    one = asked("单位自评", "单位自评-10-50-30-10")
    book = openpyxl.load_workbook(empty(".xlsx", one, tmp_path))
    lists = [rule.formula1 for rule in book.worksheets[0].data_validations.dataValidation]
    assert '"优,良,中,差"' in lists
    assert '"元,万元,亿元"' in lists
    notes = {
        cell.value: cell.comment.text
        for row in book.worksheets[0].iter_rows()
        for cell in row
        if cell.comment
    }
    assert "单位：分" in notes["得分"]
    assert book.sheetnames == ["绩效评价报告", guidance.TITLE]
    document = docx.Document(str(empty(".docx", one, tmp_path)))
    assert "w:listItem" in document.element.xml
    assert guidance.TITLE in [paragraph.text for paragraph in document.paragraphs]


def test_the_same_form_has_the_same_bytes_and_differences_are_found() -> None:
    one = asked("单位自评", "单位自评-10-50-30-10")
    assert made(".xlsx", one, "2024", {}, ground()) == made(".xlsx", one, "2024", {}, ground())
    record: Any = {"标题": "甲", "项目": {"名称": "乙 丙"}, "状态": "草稿"}
    assert carried.lacking(record, None) == {"标题": 1, "项目 · 名称": 1}
