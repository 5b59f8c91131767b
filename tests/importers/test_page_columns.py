"""Tables of a PDF that no lines draw, over page breaks too; and what is no table."""

from collections.abc import Sequence
from pathlib import Path

from helpers.import_sources import FONT
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from generator.importers import readers
from generator.importers.outline import Paragraph, Table

HEAD = ("项目名称", "年初预算数（万元）", "全年执行数（万元）", "评价得分")
COLUMNS = (72, 260, 380, 500)


def page(canvas: Canvas, rows: Sequence[Sequence[str]], top: int, leading: int = 24) -> int:
    for row in rows:
        for left, text in zip(COLUMNS, row, strict=True):
            canvas.drawString(left, top, text)
        top -= leading
    return top


def canvas(file: Path) -> Canvas:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    made = Canvas(str(file), pagesize=A4, invariant=1)
    made.setFont(FONT, 10)
    return made


def grids(file: Path) -> list[list[list[str]]]:
    tables = [block for block in readers.read(file).blocks if isinstance(block, Table)]
    return [[[cell.text if cell else "" for cell in row] for row in t.rows()] for t in tables]


def rows(first: int, last: int) -> list[list[str]]:
    return [[f"示例项目{n}", f"{n},000.00", "", f"{n}.5"] for n in range(first, last)]


def test_texts_in_columns_are_a_table_and_go_on_over_a_page(tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    made = canvas(file)
    made.drawString(72, 790, "示例市2023年度绩效评价结果")
    page(made, [HEAD, *rows(1, 5)], 760)
    made.showPage()
    made.setFont(FONT, 10)
    page(made, [HEAD, *rows(5, 9)], 790)
    made.save()
    assert grids(file) == [[list(HEAD), *rows(1, 9)]]
    outline = readers.read(file)
    assert [b.text for b in outline.blocks if isinstance(b, Paragraph)] == [
        "示例市2023年度绩效评价结果"
    ]
    assert any("重复的表头 1 行" in note for note in outline.notes)


def test_lines_that_go_on_in_a_cell_are_of_its_row(tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    made = canvas(file)
    top = page(made, [HEAD], 760, 30)
    for n in (1, 2, 3):
        top = page(made, [[f"示例市园林局第{n}批", f"{n}.00", "9.00", "95"]], top, 12)
        top = page(made, [["行道树养护项目", "", "", ""]], top, 30)
    made.save()
    assert grids(file) == [
        [list(HEAD), *([f"示例市园林局第{n}批行道树养护项目", f"{n}.00", "9.00", "95"]
                       for n in (1, 2, 3))]
    ]  # fmt: skip


def test_running_text_and_two_columns_are_no_table(tmp_path: Path) -> None:
    file = tmp_path / "text.pdf"
    made = canvas(file)
    for n in range(6):
        made.drawString(72, 760 - 24 * n, f"（{n}）本部门按照规定开展绩效评价，完成了年度任务。")
    for n in range(3):
        made.drawString(72, 400 - 24 * n, "单位：示例市园林局")
        made.drawString(320, 400 - 24 * n, "日期：2024年3月5日")
    made.save()
    assert not grids(file)
