"""Tables as files: what a spreadsheet and a program read back, and what neither can run."""

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from generator.tables import Column, Table
from generator.tables.csv_text import as_csv, defused
from generator.tables.json_text import as_json
from generator.tables.table import Cell
from generator.tables.workbook import as_workbook


@dataclass(frozen=True)
class Row:
    name: str
    number: int
    money: Decimal | None
    day: date | None


ROWS = (
    Row("甲，乙\n丙", 1, Decimal("9.50"), date(2022, 7, 29)),
    Row('=HYPERLINK("x","y")', -2, Decimal(-3), None),
    Row("https://example.org/", 0, Decimal("12345678901234567.89"), date(1994, 1, 1)),
    Row("001", 7, None, None),
)
COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "名称", "叫什么", lambda row: row.name, choices=("甲", "=乙")),
    Column("number", "个数", "有几个", lambda row: row.number, unit="个"),
    Column("money", "金额", "多少钱", lambda row: row.money, unit="万元"),
    Column("day", "日期", "哪一天", lambda row: row.day),
)
TABLE = Table("示例", COLUMNS, ROWS)


def test_csv_reads_back_with_its_formulas_defused() -> None:
    data = as_csv(TABLE)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == len(ROWS) + 1
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == ["名称", "个数（个）", "金额（万元）", "日期"]
    assert rows == [
        ["甲，乙\n丙", "1", "9.50", "2022-07-29"],
        ['\'=HYPERLINK("x","y")', "-2", "-3", ""],
        ["https://example.org/", "0", "12345678901234567.89", "1994-01-01"],
        ["001", "7", "", ""],
    ]


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "＝1", "＋1", "\t=1", " =1", "　=1", '"=1', "|a", "%a", "\n=1"]
)
def test_what_begins_like_a_formula_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "甲=1", "1-2", "≥95%", "（-1）", "a@example.org"])
def test_what_does_not_stays(text: str) -> None:
    assert defused(text) == text


def test_json_keeps_every_digit() -> None:
    rows = json.loads(as_json(TABLE), parse_float=Decimal)
    assert [list(row) for row in rows] == [["name", "number", "money", "day"]] * len(ROWS)
    assert rows[0] == {"name": "甲，乙\n丙", "number": 1, "money": Decimal("9.50"),
                       "day": "2022-07-29"}  # fmt: skip
    assert [str(row["money"]) for row in rows] == ["9.50", "-3", "12345678901234567.89", "None"]
    assert json.loads(as_json(Table("空", COLUMNS, ()))) == []


def test_a_workbook_holds_numbers_as_numbers_and_text_as_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([TABLE])))
    assert book.sheetnames == ["示例", "栏目说明", "选项"]
    sheet = book["示例"]
    assert [cell.value for cell in sheet[1]] == ["名称", "个数（个）", "金额（万元）", "日期"]
    assert [cell.value for cell in sheet[2]][:3] == ["甲，乙\n丙", 1, 9.5]
    assert sheet["C2"].number_format == "0.00"
    assert sheet["D2"].is_date
    assert (sheet["A3"].value, sheet["A3"].data_type) == ('=HYPERLINK("x","y")', "s")
    assert (sheet["B3"].value, sheet["C3"].value) == (-2, -3)
    assert sheet["A4"].hyperlink is None
    # A number with more digits than a spreadsheet keeps is text, so that none is lost.
    assert (sheet["C4"].value, sheet["C4"].data_type) == ("12345678901234567.89", "s")
    assert (sheet["A5"].value, sheet["C5"].value) == ("001", None)
    meanings = [[cell.value for cell in row] for row in book["栏目说明"].iter_rows(min_row=2)]
    assert meanings[2] == ["示例", "金额", "万元", "多少钱"]


def test_a_workbook_offers_choices_and_takes_others() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([TABLE])))
    [offer] = book["示例"].data_validations.dataValidation
    assert (offer.type, str(offer.sqref), offer.showErrorMessage) == ("list", "A2:A5", False)
    assert offer.formula1 == "'选项'!$A$1:$A$2"
    assert book["选项"].sheet_state == "hidden"
    assert [cell.value for cell in book["选项"]["A"]] == ["甲", "=乙"]
    assert book["选项"]["A2"].data_type == "s"


def test_the_same_tables_make_the_same_bytes() -> None:
    first, second = (as_workbook([TABLE]) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert "1980-01-01" in parts.read("docProps/core.xml").decode()


def test_numbers_of_persons_and_forbidden_signs_leave_in_no_format() -> None:
    mobile = "138" + "00138000"
    table = Table("表", COLUMNS[:1], [Row(f"电话{mobile}\x0b\u202e完\ud800", 1, None, None)])
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook([table])))["表"]
    for said in (as_csv(table).decode("utf-8-sig"), as_json(table), str(sheet["A2"].value)):
        assert "电话138****8000完" in said


@pytest.mark.parametrize("cell", ["很" * 40_000, "x" * 32_767])
def test_a_text_longer_than_a_cell_is_cut_where_a_workbook_needs_it(cell: Cell) -> None:
    columns = (Column[Cell]("a", "甲", "乙", lambda row: row),)
    table = Table("表", columns, [cell])
    text = str(openpyxl.load_workbook(io.BytesIO(as_workbook([table])))["表"]["A2"].value)
    assert len(text) == 32_767
    assert text.endswith("…") == (len(str(cell)) > 32_767)
    assert str(cell) in as_csv(table).decode("utf-8-sig")


def test_a_table_without_rows_is_a_sheet_of_headings() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook([Table("空", COLUMNS, ())])))["空"]
    assert sheet.max_row == 1
