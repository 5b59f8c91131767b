"""Shapes of real files: many sheets, long PDFs with forms at their end, doubled text."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from helpers import import_forms, showcase
from helpers.import_sources import FONT, Block, Form, wide, written
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from generator.binding import filling
from generator.importers import drafting, readers
from generator.importers.drafting import Draft, draft
from generator.importers.interpreter import Found, interpreted
from generator.importers.ledger import Ledger
from generator.importers.outline import Outline, Paragraph, UnreadableError
from generator.importers.readers import scans
from generator.source import quick, tree

LINE = "示例市园林局2023年度部门预算公开"


def read(outline: Outline) -> tuple[Ledger, list[Found], list[Draft]]:
    loaded = showcase.loaded()
    ledger, found = interpreted(outline, loaded.declared, loaded.departments)
    filled = [one for one in found if not one.is_blank]
    return ledger, found, [draft(one.gathering, loaded.declared.lexicon) for one in filled]


def canvas(file: Path) -> Canvas:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    page = Canvas(str(file), pagesize=A4, invariant=1)
    page.setFont(FONT, 12)
    return page


def simple_form(project: str, target: str = "≥95%") -> Form:
    rows: list[list[Any]] = [
        ["项目名称", wide(project, 3)],
        ["一级指标", "三级指标", "年度指标值", "实际完成值"],
        ["产出指标", "养护率", target, "96%"],
    ]
    return Form(["项目支出绩效自评表", "（2023年度）"], rows)


def test_forms_at_the_end_of_a_long_document_are_found(tmp_path: Path) -> None:
    prose = [LINE, "第一部分部门概况", "一、部门职责", "负责全市园林绿化。", "二、机构设置"]
    prose += [f"（{n}）内设机构若干，承担本部门第{n}项工作。" for n in range(1, 60)]
    blocks: list[Block] = [*prose, simple_form("行道树养护"), simple_form("公园维护", "=100%")]
    ledger, _, drafts = read(readers.read(written(blocks, tmp_path / "budget.pdf")))
    assert [one.record["项目"] for one in drafts] == [
        {"名称": "行道树养护"}, {"名称": "公园维护"},
    ]  # fmt: skip
    assert all("正文" not in one.record for one in drafts)
    assert all(one.evaluation is not None for one in drafts)
    loose = [ledger.text(span) for span in ledger.unplaced()]
    assert loose[:3] == prose[:3]
    assert len(loose) == len(prose)


def test_of_many_sheets_only_filled_forms_are_drafts(tmp_path: Path) -> None:
    file = written(
        [simple_form("行道树养护"), *import_forms.case("blank").blocks], tmp_path / "book.xlsx"
    )
    book = openpyxl.load_workbook(file)
    book.create_sheet("填表说明")["A1"] = "一、本表由单位填写。"
    book.create_sheet("空表")
    book.save(file)
    outline = readers.read(file)
    assert "工作表「空表」是空的" in outline.notes
    ledger, found, drafts = read(outline)
    assert [one.record["项目"] for one in drafts] == [{"名称": "行道树养护"}]
    assert [one.is_blank for one in found] == [False, True, True]
    assert [ledger.text(span) for span in ledger.unplaced()] == ["一、本表由单位填写。"]


def test_merged_ranges_that_overlap_and_far_cells_are_no_trouble(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["C2"], sheet["IV9000"] = "甲", "乙", "丙"
    sheet.merge_cells("A1:A3")
    sheet.merge_cells("A2:B2")
    book.save(tmp_path / "book.xlsx")
    outline = readers.read(tmp_path / "book.xlsx")
    assert any("重叠" in note for note in outline.notes)
    assert {piece.text for piece in outline.pieces} >= {"甲", "乙", "丙"}


def test_formulas_show_their_kept_results_and_codes_their_zeros(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"], sheet["C1"], sheet["D1"] = "00123", 0.9525, 1234.5, "=1+1"
    sheet["B1"].number_format, sheet["C1"].number_format = "0.00%", "#,##0.00"
    book.save(tmp_path / "book.xlsx")
    outline = readers.read(tmp_path / "book.xlsx")
    assert [p.text for p in outline.pieces][1:] == ["00123", "95.25%", "1,234.50"]
    assert any("1 个公式没有存下结果" in note for note in outline.notes)


def test_text_printed_twice_or_outside_the_page_is_read_once_or_not(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    page = canvas(file)
    for shift in (0, 0.3):
        page.drawString(72 + shift, 700, LINE)
    page.drawString(5_000, 700, "页面之外的字")
    page.save()
    outline = readers.read(file)
    assert [piece.text for piece in outline.pieces] == [LINE]
    assert any("重叠印了两遍" in note for note in outline.notes)
    assert any("页面之外" in note for note in outline.notes)


def test_a_file_of_pictures_alone_is_refused_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "is_installed", lambda: False)
    picture, file = tmp_path / "scan.png", tmp_path / "page.pdf"
    Image.new("RGB", (40, 40), "white").save(picture)
    page = canvas(file)
    page.drawImage(str(picture), 0, 0, 400, 400)
    page.save()
    with pytest.raises(UnreadableError, match=r"每一页都是图片.*gongkai\[scan\]"):
        readers.read(file)


def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    page = canvas(file)
    page.setPageRotation(90)
    page.translate(A4[0], 0)
    page.rotate(90)
    page.drawString(72, 500, LINE)
    page.drawString(72, 470, "一、部门职责")
    page.save()
    assert [p.text for p in readers.read(file).pieces] == [LINE, "一、部门职责"]


def test_a_table_over_a_page_break_is_one(tmp_path: Path) -> None:
    form = simple_form("行道树养护")
    rows = [*form.rows, *([["产出指标", f"指标{n}内容", f"≥{n}%", "96%"] for n in range(10, 60)])]
    file = written([Form(form.above, rows)], tmp_path / "long.pdf")
    _, _, (one,) = read(readers.read(file))
    record: Any = one.record
    (top,) = record["指标"]
    assert [row["名称"] for row in top["下级"]] == [
        "养护率", *(f"指标{n}内容" for n in range(10, 60)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("≥13459.00(平方米)", {"符号": "≥", "指标值": "13459.00", "计量单位": "平方米"}),
        ("90.00(度)", {"指标值": "90.00", "计量单位": "度"}),
        ("0个", {"指标值": "0", "计量单位": "个"}),
        ("不超过26.4万元", {"指标值": "不超过26.4万元"}),
        ("手册3000张；点位10处", {"指标值": "手册3000张；点位10处"}),
        ("是", {"指标值": "是"}),
        ("》90%", {"指标值": "》90%"}),
        ("2023年11月底前", {"指标值": "2023年11月底前"}),
    ],
)
def test_a_target_is_taken_apart_only_where_one_reading_is_left(
    typed: str, row: dict[str, str], tmp_path: Path
) -> None:
    file = written([simple_form("行道树养护", typed)], tmp_path / "form.html")
    _, _, (one,) = read(readers.read(file))
    record: Any = one.record
    found = record["指标"][0]["下级"][0]
    assert {k: v for k, v in found.items() if k in ("符号", "指标值", "计量单位")} == row


def test_a_zero_is_a_fact_and_a_dash_is_none(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["项目名称", wide("行道树养护", 3)],
        ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数"],
        ["年度资金总额", "0", "—", ""],
    ]
    file = written([Form(["项目支出绩效自评表"], rows)], tmp_path / "form.html")
    _, _, (one,) = read(readers.read(file))
    assert one.record["资金"] == {"单位": "万元", "合计": {"年初预算": "0"}}


def test_amounts_without_a_unit_leave_the_unit_to_be_filled_in(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["项目名称", wide("行道树养护", 3)],
        ["项目资金", "年初预算数", "全年预算数", "全年执行数"],
        ["年度资金总额", "60", "58", "55"],
    ]
    file = written([Form(["项目支出绩效自评表"], rows)], tmp_path / "form.html")
    _, _, (one,) = read(readers.read(file))
    assert one.evaluation is None
    assert one.missing == ("没有找到资金 · 单位，请填写",)
    assert one.record["资金"] == {"合计": {"年初预算": "60", "全年预算": "58", "支出": "55"}}


def test_two_readings_leave_a_field_open_with_both() -> None:
    outline = Outline(
        (
            Paragraph("示例市园林局行道树养护项目绩效自评报告", "第1段"),
            Paragraph("一、概况", "第2段"),
            Paragraph("综合得分95分。", "第3段"),
            Paragraph("二、结论", "第4段"),
            Paragraph("自评总得分96分。", "第5段"),
        )
    )
    _, _, (one,) = read(outline)
    assert [(o.at, o.readings) for o in one.open] == [(("result", "total"), ("95", "96"))]
    assert "评价结论" not in one.record


def list_of(projects: int, unit: str, folder: Path) -> Outline:
    rows: list[list[Any]] = [["项目名称", f"全年预算数{unit}", f"全年执行数{unit}", "评价得分"]]
    rows += [[f"项目{n}", "10", "9", "95"] for n in range(projects)]
    file = written([Form(["示例市2023年度绩效评价结果通报"], rows)], folder / "list.html")
    return readers.read(file)


def test_a_list_too_long_for_a_record_is_said_and_a_long_one_is_filled_in_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[int] = []
    real = filling.fill

    def counted(*words: Any, **options: Any) -> Any:
        filled.append(1)
        return real(*words, **options)

    read(list_of(2, "（万元）", tmp_path))  # declarations are read by the same reader of files
    monkeypatch.setattr(drafting, "fill", counted)
    for module in (quick, tree):
        monkeypatch.setattr(module, "MAX_NODES", 500)
    _, _, (one,) = read(list_of(60, "（万元）", tmp_path))
    assert one.missing == ("文件超过 500 项；请把内容拆成几个文件",)
    assert (one.evaluation, one.record, filled) == (None, {}, [])
    _, _, (one,) = read(list_of(20, "", tmp_path))
    assert one.missing == ("没有找到资金 · 单位，请填写",)
    assert len(filled) == 1


def test_the_unit_of_a_list_is_asked_for_once(tmp_path: Path) -> None:
    _, _, (one,) = read(list_of(60, "", tmp_path))
    assert one.missing == ("没有找到资金 · 单位，请填写",)
    assert "资金" not in one.record
    record: Any = one.record
    assert [item["资金"] for item in record["分项"]] == [
        {"合计": {"全年预算": "10", "支出": "9"}}
    ] * 60
