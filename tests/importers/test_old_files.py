"""Files of old office programs: workbooks read as they are, texts by way of LibreOffice."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import xlwt
from helpers import import_forms
from helpers.import_sources import Form, written

from generator.importers import isolated, readers
from generator.importers.outline import Outline, Table, UnreadableError
from generator.importers.readers import office


def book_of_many_sheets(file: Path) -> Path:
    """One filled form, two empty ones beside it, notes, merges that overlap, a range to IV."""
    book = xlwt.Workbook()
    sheets = {
        name: book.add_sheet(name, cell_overwrite_ok=True) for name in ("附件1", "空表", "说明")
    }
    filled = sheets["附件1"]
    filled.write_merge(0, 0, 0, 255, "项目支出绩效自评表")
    for row, line in enumerate(
        (("项目名称", "行道树养护"), ("执行率", 0.9525), ("编号", "0012")), 1
    ):
        for column, value in enumerate(line):
            filled.write(row, column, value)
    filled.write(2, 1, 0.9525, xlwt.easyxf(num_format_str="0.00%"))
    filled.write(4, 0, date(2023, 3, 31), xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
    filled.write(4, 1, 1234.5, xlwt.easyxf(num_format_str="#,##0.00"))
    filled.merged_ranges.extend([(5, 6, 0, 1), (6, 7, 1, 2)])
    filled.write(5, 0, "甲")
    filled.write(6, 2, "乙")
    filled.write(4, 255, "远")
    sheets["说明"].write(0, 0, "一、本表由单位填写。")
    sheets["说明"].visibility = 1
    book.save(str(file))
    return file


def test_a_workbook_of_before_2007_is_read_as_it_shows(tmp_path: Path) -> None:
    outline = isolated.read(book_of_many_sheets(tmp_path / "book.xls"))
    texts = [piece.text for piece in outline.pieces if piece.text]
    assert texts == [
        "附件1", "项目支出绩效自评表", "项目名称", "行道树养护", "执行率", "95.25%", "编号", "0012",
        "2023年3月31日", "1,234.50", "远", "甲", "乙", "说明", "一、本表由单位填写。",
    ]  # fmt: skip
    assert "工作表「空表」是空的" in outline.notes
    assert "工作表「说明」是隐藏的，已照样读取" in outline.notes
    assert "工作表「附件1」的合并区域 B7:C8 与另一处重叠，没有合并" in outline.notes
    table = next(block for block in outline.blocks if isinstance(block, Table))
    assert table.width == 4
    assert table.cells[0].columns == 4


@pytest.mark.parametrize("suffix", [".xls", ".et"])
def test_an_old_name_over_something_else_is_known_by_its_content(
    suffix: str, tmp_path: Path
) -> None:
    form = Form(["项目支出绩效自评表"], [["项目名称", "行道树养护"], ["项目编码", "0012"]])
    for made in (".html", ".xlsx"):
        file = written([form], tmp_path / f"form{made}").rename(tmp_path / f"old{suffix}")
        assert {"项目支出绩效自评表", "0012"} <= {p.text for p in readers.read(file).pieces}


def test_without_an_office_program_an_old_text_is_refused_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    file = tmp_path / "report.wps"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(UnreadableError, match=r"\.wps.*LibreOffice.*另存为 docx"):
        isolated.read(file)


@pytest.mark.promises
@pytest.mark.parametrize(
    ("suffix", "kind"), [(".doc", "doc:MS Word 97"), (".wps", "doc:MS Word 97"), (".rtf", "rtf")]
)
def test_an_old_text_is_read_by_way_of_an_office_program(
    suffix: str, kind: str, tmp_path: Path
) -> None:
    if office.program() is None:
        pytest.skip("LibreOffice is not installed: apt install libreoffice-writer-nogui")
    blocks = import_forms.case("self-evaluation").blocks
    new = written(blocks, tmp_path / "form.docx")
    old = saved(new, kind, tmp_path / f"old{suffix}")
    assert texts(isolated.read(old)) == texts(readers.read(new))


@pytest.mark.promises
def test_what_an_office_program_cannot_open_is_said(tmp_path: Path) -> None:
    if office.program() is None:
        pytest.skip("LibreOffice is not installed: apt install libreoffice-writer-nogui")
    file = tmp_path / "broken.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 2_000)
    with pytest.raises(UnreadableError, match="打不开"):
        isolated.read(file)


def saved(file: Path, kind: str, target: Path) -> Path:
    """A file in an older format, by the same program."""
    folder = file.parent / "saved"
    subprocess.run(
        [
            str(office.program()), f"-env:UserInstallation={(file.parent / 'profile').as_uri()}",
            "--headless", "--convert-to", kind, "--outdir", str(folder), str(file),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    made = next(folder.iterdir())
    return Path(shutil.move(made, target))


def texts(outline: Outline) -> list[str]:
    return ["".join(piece.text.split()) for piece in outline.pieces if piece.text]
