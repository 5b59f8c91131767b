"""What a department is handed: the same lines in every format, room for opinions, safe to open."""

import csv
import io
import json
import re
from pathlib import Path

import html5lib
import openpyxl
import pytest
from click.testing import CliRunner, Result
from helpers import showcase

from generator.cli import main
from generator.handouts.columns import COLUMNS

CRITERIA = """\
格式: 2
要点:
  - 编号: name-too-long
    标题: 项目名称过长
    字段: 项目.名称
    条件: {长于: 60}
    问题: 项目名称超过 60 个字
    建议: 请用简称
    依据: 示例市审核清单第 1 条
  - 编号: only-targets
    标题: 只看绩效目标
    适用: [绩效目标]
    字段: 项目.名称
    条件: {长于: 5}
    问题: 名称过长
    建议: 请用简称
    依据: 示例市审核清单第 2 条
  - 编号: worth-it
    标题: 项目是否必要
    字段: 项目.名称
    方式: 人工
    问题: 这一项目是否属于本级事权
    建议: 请写明审核意见
    依据: 示例市审核清单第 3 条
"""
REPORT = "departments/yuanjiang-shiwei-bangongshi"
STRAY = "content/records/2021/stray.yml"
HOSTILE = '=HYPERLINK("http://x","y")<script>alert(1)</script>'


def review(project: Path, out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["review", "--project", str(project), "--out", str(out), *arguments]
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three records, one with a title that no spreadsheet and no page may run."""
    root = showcase.small_to(tmp_path_factory.mktemp("handouts"))
    (root / "content/criteria.yml").write_text(CRITERIA, encoding="utf-8")
    with (root / "content/publisher.yml").open("a", encoding="utf-8") as publisher:
        publisher.write("\n核对: {拦截: [spent-over-budget]}\n")
    record = root / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8")
    title = re.compile("^标题: .*$", re.MULTILINE)
    record.write_text(title.sub(f"标题: '{HOSTILE}'", text, count=1), encoding="utf-8")
    (root / STRAY).write_text("标题: 甲\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def out(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "送审"
    result = review(project, folder)
    assert result.exit_code == 0, result.output
    return folder


def rows(out: Path, name: str) -> list[dict[str, str]]:
    text = (out / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_department_gets_its_lines_the_gravest_first(out: Path) -> None:
    found = [row for row in rows(out, REPORT) if row["类别"] == "程序核对"]
    assert (found[0]["规则"], found[0]["拦截"], found[0]["级别"]) == (
        "spent-over-budget", "拦截", "警告",
    )  # fmt: skip
    assert (found[0]["现为"], found[0]["应为"]) == ("9.5万元", "7万元")
    assert [row["拦截"] for row in found[1:]] == [""] * (len(found) - 1)
    assert found[0]["位置"] == showcase.SEED_RECORD
    assert found[0]["改法"].startswith("请核对数字")
    assert [row["序号"] for row in rows(out, REPORT)] == [
        str(n) for n, _ in enumerate(rows(out, REPORT), 1)
    ]
    assert {row["单位答复"] + row["审核意见"] for row in rows(out, REPORT)} == {""}


def test_opinions_are_offered_from_the_bureaus_criteria(out: Path) -> None:
    every = rows(out, REPORT)
    # What a person is asked of a place is a line there; then the criteria, those by hand first.
    [asked] = [row for row in every if row["类别"] == "人工判断"]
    assert (asked["规则"], asked["位置"]) == ("criterion-worth-it", showcase.SEED_RECORD)
    own = [row for row in every if row["类别"] == "审核意见"]
    assert [row["规则标题"] for row in own] == ["项目是否必要", "项目名称过长", *[""] * 5]
    assert own[0]["问题"] == "这一项目是否属于本级事权。"
    assert own[0]["依据"] == "示例市审核清单第 3 条。"


def test_every_format_holds_the_same_lines(out: Path) -> None:
    book = openpyxl.load_workbook(out / f"{REPORT}.xlsx")
    sheet = book["待核对事项"]
    head, *cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head == [column.heading for column in COLUMNS]
    said = rows(out, REPORT)
    assert [row[head.index("问题")] or "" for row in cells] == [row["问题"] for row in said]
    assert isinstance(cells[0][head.index("行")], int)
    offers = {str(one.sqref) for one in sheet.data_validations.dataValidation}
    assert len(offers) == 2
    page = html5lib.parse((out / f"{REPORT}.html").read_text(encoding="utf-8"),
                          namespaceHTMLElements=False)  # fmt: skip
    numbers = [row.findtext("td") for row in page.iter("tr") if row.find("td") is not None]
    assert numbers == [row["序号"] for row in said]
    listed = json.loads((out / "lines.json").read_text(encoding="utf-8"))
    own = [line["problem"] for line in listed if line["department"] == said[0]["部门"]]
    assert own == [row["问题"] for row in said if row["类别"] != "审核意见"]


def test_text_of_a_record_is_text_in_every_format(out: Path) -> None:
    assert {row["文件"] for row in rows(out, REPORT)} == {f"'{HOSTILE}", ""}
    sheet = openpyxl.load_workbook(out / f"{REPORT}.xlsx")["待核对事项"]
    assert (sheet["E2"].value, sheet["E2"].data_type) == (HOSTILE, "s")
    for file in out.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        page = html5lib.parse(text, namespaceHTMLElements=False)
        assert len(list(page.iter("script"))) == 1
        # Nothing is loaded: no address of another site, no file but the other hand-outs.
        links = [link.get("href", "") for link in page.iter("a")]
        assert all((file.parent / link).is_file() for link in links)
        assert not [e for e in page.iter() if e.get("src") or e.tag in ("link", "img", "iframe")]


def test_what_belongs_to_no_department_has_a_sheet_of_its_own(out: Path) -> None:
    [row, *_] = rows(out, "departments/_unfiled")
    assert (row["部门"], row["位置"]) == ("未归入部门的文件", STRAY)
    assert (row["规则"], row["拦截"]) == ("misplaced-record", "拦截")


def test_the_same_content_makes_the_same_bytes(project: Path, out: Path, tmp_path: Path) -> None:
    assert review(project, tmp_path / "again").exit_code == 0
    assert showcase.files_of(tmp_path / "again") == showcase.files_of(out)


def test_one_department_or_year_may_be_chosen(project: Path, tmp_path: Path) -> None:
    result = review(project, tmp_path / "one", "--department", "市委办", "--year", "2021")
    assert "已为 1 个部门写出 5 个文件" in result.stdout
    assert sorted(showcase.files_of(tmp_path / "one")) == sorted(
        ["index.html", "lines.json", *(f"{REPORT}.{end}" for end in ("csv", "html", "xlsx"))]
    )


def test_without_a_register_nothing_is_handed_out(tmp_path: Path) -> None:
    project = showcase.small_to(tmp_path / "site")
    with (project / "content/departments.yml").open("a", encoding="utf-8") as register:
        register.write("\n多余: 1\n")
    result = review(project, tmp_path / "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "不能按部门分开" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("place", "said"),
    [("content/送审", "在内容文件夹里"), ("content", "不是空的"), (".", "不是空的")],
)
def test_nothing_is_written_where_something_lies(project: Path, place: str, said: str) -> None:
    before = showcase.files_of(project)
    result = review(project, project / place)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert showcase.files_of(project) == before
