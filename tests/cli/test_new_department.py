"""`gongkai new department`: the file gains an entry and keeps every other byte."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers import showcase

from generator.cli import main
from generator.intake import content

OPTIONS = {"id": "library", "name": "沅江市图书馆", "kind": "事业单位"}
HEAD = "# 说明\n格式: 1\n地区:\n  - {编号: yuanjiang, 名称: 沅江市}\n"
ENTRY = "{编号: office, 名称: 办公室, 地区: yuanjiang, 类型: 党委部门, 顺序: 10}"
ADDED = (
    "编号: library\n{0}  名称: 沅江市图书馆\n{0}  地区: yuanjiang\n"
    "{0}  类型: 事业单位\n{0}  顺序: 20\n"
)


def run(project: Path, *more: str, typed: str | None = None, **options: str) -> Result:
    given = [part for name, value in options.items() for part in (f"--{name}", value)]
    return CliRunner().invoke(
        main, ["new", "department", "--site", str(project), *given, *more], input=typed
    )


def register_of(project: Path) -> Path:
    return project / "content" / "departments.yml"


def test_the_entry_is_added_and_all_else_stays(project: Path) -> None:
    before = register_of(project).read_bytes()
    made = run(project, "--alias", "市图书馆", "--alias", "图书馆", **OPTIONS)
    assert made.exit_code == 0, made.output
    assert "已在 content/departments.yml 登记：沅江市图书馆（library）" in made.output
    after = register_of(project).read_bytes()
    assert after.startswith(before)
    department = content.load(project / "content", project).departments[-1]
    assert (department.id, department.aliases) == ("library", ("市图书馆", "图书馆"))
    assert (department.region, department.kind.label, department.order) == (
        "yuanjiang",
        "事业单位",
        20,
    )
    assert CliRunner().invoke(main, ["check", "--project", str(project)]).exit_code == 0


def test_asked_for_all(project: Path) -> None:
    typed = "中共沅江市委办公室\n沅江市图书馆\nLibrary\nlibrary\n9\n6\n"
    made = run(project, typed=typed)
    assert made.exit_code == 0, made.output
    assert "“中共沅江市委办公室”已经登记" in made.output
    assert "“Library”不能用作编号" in made.output
    assert "没有“9”" in made.output
    assert content.load(project / "content", project).departments[-1].kind.label == "事业单位"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            f"{HEAD}部门:\n  - {ENTRY}", f"{HEAD}部门:\n  - {ENTRY}\n  - {ADDED.format('  ')}",
            id="no line end at the end",
        ),
        pytest.param(
            f"{HEAD}部门:\n- {ENTRY}\n", f"{HEAD}部门:\n- {ENTRY}\n- {ADDED.format('')}",
            id="a list at the margin",
        ),
        pytest.param(
            f"{HEAD}部门:\n    -   {ENTRY}\n\n# 尾注\n",
            f"{HEAD}部门:\n    -   {ENTRY}\n    - {ADDED.format('    ')}\n# 尾注\n",
            id="deeper, with a closing note",
        ),
        pytest.param(
            f"部门: # 名单\n  - {ENTRY}\n  # 以下待定\n\n{HEAD}",
            f"部门: # 名单\n  - {ENTRY}\n  # 以下待定\n  - {ADDED.format('  ')}\n{HEAD}",
            id="before another part",
        ),
        pytest.param(
            f"{HEAD}部门: []\n",
            f"{HEAD}部门:\n  - {ADDED.format('  ').replace('20', '10')}",
            id="the first department",
        ),
        pytest.param(
            f"{HEAD}部门:\n  - {ENTRY[:-1]}, 提示: x}}\n  -\n    编号: b\n    名称: 乙\n"
            "    地区: yuanjiang\n    类型: 政府部门\n    提示: |\n      一\n\n      # 不是注释\n",
            f"{HEAD}部门:\n  - {ENTRY[:-1]}, 提示: x}}\n  -\n    编号: b\n    名称: 乙\n"
            "    地区: yuanjiang\n    类型: 政府部门\n    提示: |\n      一\n\n      # 不是注释\n"
            f"  - {ADDED.format('  ')}",
            id="behind a text of several lines",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with mark"])
def test_the_layout_is_kept(
    project: Path, before: str, after: str, ending: str, mark: bytes
) -> None:
    register_of(project).write_bytes(mark + before.replace("\n", ending).encode())
    made = run(project, **OPTIONS)
    assert made.exit_code == 0, made.output
    expected = mark + after.replace("\n", ending).encode()
    assert register_of(project).read_bytes() == expected


def test_an_english_file_gets_an_english_entry(project: Path) -> None:
    register_of(project).write_text(
        "format: 1\nregions:\n  - {id: yuanjiang, name: 沅江市}\ndepartments:\n"
        "  - {id: a, name: 甲, region: yuanjiang, kind: party}\n",
        encoding="utf-8",
    )
    assert run(project, "--parent", "甲", **OPTIONS).exit_code == 0
    text = register_of(project).read_text(encoding="utf-8")
    assert "  - id: library\n    name: 沅江市图书馆\n    parent: a\n" in text
    assert "kind: institution" in text


@pytest.mark.parametrize("name", ['甲: "乙" #1', "- 甲", "null", "'甲'", "{甲}"])
def test_a_name_is_what_was_typed(project: Path, name: str) -> None:
    assert run(project, **(OPTIONS | {"name": name})).exit_code == 0
    assert content.load(project / "content", project).departments[-1].name == name


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"id": showcase.SEED.split("/")[1]}, "已用于“中共沅江市委办公室”，请换一个"),
        ({"id": "市图书馆"}, "不能用作编号"),
        ({"name": "中共沅江市委办公室"}, "已经登记"),
        ({"kind": "单位"}, "可选：党委部门、政府部门"),
        ({"region": "益阳市"}, "--region：没有“益阳市”"),
        ({"parent": "nobody"}, "--parent：没有“nobody”"),
        ({"alias": " "}, "--alias：不能空着"),
    ],
)
def test_a_wrong_option_changes_nothing(project: Path, options: dict[str, str], said: str) -> None:
    before = showcase.files_of(project)
    made = run(project, **(OPTIONS | options))
    assert made.exit_code == 2
    assert said in made.output
    assert showcase.files_of(project) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}部门: [{ENTRY}]\n", "写成了一行"),
        (f"{HEAD}部门:\n  - {{编号: a}}\n", "有错误，请先改正"),
        ("坏\n", "有错误，请先改正"),
    ],
)
def test_a_file_that_cannot_be_added_to_stays(project: Path, text: str, said: str) -> None:
    register_of(project).write_text(text, encoding="utf-8")
    before = showcase.files_of(project)
    made = run(project, **OPTIONS)
    assert made.exit_code == 1
    assert said in made.output
    assert showcase.files_of(project) == before


def test_another_encoding_is_not_mixed(project: Path) -> None:
    register_of(project).write_bytes(f"{HEAD}部门:\n  - {ENTRY}\n".encode("gb18030"))
    before = showcase.files_of(project)
    made = run(project, **OPTIONS)
    assert made.exit_code == 1
    assert "另存为 UTF-8" in made.output
    assert showcase.files_of(project) == before


def test_breaking_off_changes_nothing(project: Path) -> None:
    before = showcase.files_of(project)
    made = run(project, typed="沅江市图书馆\n")
    assert made.exit_code == 1
    assert "已取消" in made.output
    assert showcase.files_of(project) == before
