"""`gongkai fmt --fix`: what is certain is put into the files, and every other byte is kept."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers.frame_records import PUBLISHER, REGISTER, write

from generator.cli import main

RECORD = (Path(__file__).parent / "slips-record.yml").read_text(encoding="utf-8")
CHANGES = (
    ("总分: 99\n", "总分: 99分   # 原表\n", "总分: 99   # 原表\n"),
    ("成文日期: 2024-03-15", "成文日期: 2024.3.15", "成文日期: 2024-03-15"),
    ("标题: ", "标题：", "标题: "),
    ("[w1, w2]", "[w1、w2]", "[w1, w2]"),
    ("项目:\n  名称: 农村学校午餐补助\n", "项目: 名称: 农村学校午餐补助\n",
     "项目:\n  名称: 农村学校午餐补助\n"),
    ("得分: 9.8\n", "得分:  无 # 待定\n", "得分:  无 # 待定\n"),
)  # fmt: skip
"""What the record has, what was typed, what becomes of it."""


def with_all(number: int) -> str:
    text = RECORD
    for change in CHANGES:
        text = text.replace(change[0], change[number], 1)
    return text.replace("用途:", "# 抄自批复\n  用途:", 1)


TYPED, MENDED = with_all(1), with_all(2)


def project(root: Path, content: bytes) -> Path:
    write(root / "content" / "publisher.yml", PUBLISHER)
    write(root / "content" / "departments.yml", REGISTER)
    file = root / "content" / "records" / "2023" / "ju" / "lunch.yml"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return file


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["fmt", "--fix", *arguments, "--project", str(root)])


ENCODINGS = {
    "as it is": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "a mark of order": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "GBK": lambda text: text.encode("gbk"),
    "no line end": lambda text: text.rstrip("\n").encode(),
}


@pytest.mark.parametrize("way", ENCODINGS)
def test_all_that_is_certain_is_mended_and_no_other_byte(tmp_path: Path, way: str) -> None:
    file = project(tmp_path, ENCODINGS[way](TYPED))
    done = run(tmp_path)
    assert done.exit_code == 1, done.output
    assert file.read_bytes() == ENCODINGS[way](MENDED)
    assert "须由填写人决定的 1 处" in done.output
    assert "可改为：得分:   # 待定" in done.output or "可改为：得分: # 待定" in done.output
    assert run(tmp_path, "--check").exit_code == 1


def test_what_is_mended_whole_ends_well(tmp_path: Path) -> None:
    file = project(tmp_path, TYPED.replace("得分:  无 # 待定", "得分: 9.8").encode())
    done = run(tmp_path)
    assert done.exit_code == 0, done.output
    assert file.read_bytes() == MENDED.replace("得分:  无 # 待定", "得分: 9.8").encode()
    assert run(tmp_path, "--check").exit_code == 0


def test_check_shows_and_changes_nothing(tmp_path: Path) -> None:
    file = project(tmp_path, TYPED.encode())
    shown = run(tmp_path, "--check")
    assert shown.exit_code == 1
    assert file.read_bytes() == TYPED.encode()
    for line in (
        "content/records/2023/ju/lunch.yml",
        "「总分」填写的「99分」不是可以识别的数字",
        "  - 总分: 99分   # 原表",
        "  + 总分: 99   # 原表",
        "  - 项目: 名称: 农村学校午餐补助",
        "  + 项目:",
        "  + 名称: 农村学校午餐补助",
        "可以改正",
    ):
        assert line in shown.output


def test_drafts_outside_a_project_are_mended_too(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yml"
    draft.write_text(TYPED.replace("[w1、w2]", "[w1, w2]"), encoding="utf-8")
    assert run(tmp_path, str(draft)).exit_code == 1  # one place waits for its writer
    assert draft.read_text(encoding="utf-8") == MENDED


def test_nothing_to_mend_is_said(tmp_path: Path) -> None:
    project(tmp_path, RECORD.encode())
    done = run(tmp_path)
    assert done.exit_code == 0
    assert done.output == "已改正 0 处，在 0 份文件中；须由填写人决定的 0 处\n"


@pytest.mark.parametrize("arguments", [(), ("--check",)])
def test_what_has_no_fix_is_counted_and_check_named(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    project(tmp_path, RECORD.replace("总分: 99", "总分: 294.00.0").encode())
    done = run(tmp_path, *arguments)
    said = done.output.splitlines()[-1]
    assert said.endswith(
        "须由填写人决定的 0 处；另有 1 处没有现成的改法，请运行 gongkai check 查看"
    )


def test_what_can_be_judged_only_when_mended_is_counted_too(tmp_path: Path) -> None:
    file = project(tmp_path, RECORD.replace("总分: 99", "总分：98").encode())
    said = run(tmp_path).output.splitlines()[-1]
    assert said.startswith("已改正 1 处，在 1 份文件中；")
    found = CliRunner().invoke(main, ["check", "--format", "json", "--project", str(tmp_path)])
    results = [one for one in json.loads(found.output) if one["path"].endswith(file.name)]
    assert results
    assert f"；另有 {len(results)} 处没有现成的改法，" in said


def test_a_line_with_a_forbidden_sign_is_left_alone(tmp_path: Path) -> None:
    typed = TYPED.replace("标题：2023", "标题：\u202e2023").encode()
    file = project(tmp_path, typed)
    run(tmp_path)
    assert "\u202e" in file.read_text(encoding="utf-8")


def test_the_number_of_a_person_is_not_shown(tmp_path: Path) -> None:
    typed = RECORD.replace("总分: 99", "总分: 99分 # 11010519491231002X")
    project(tmp_path, typed.encode())
    assert "11010519491231002X" not in run(tmp_path, "--check").output


def test_a_file_that_stays_unreadable_is_named(tmp_path: Path) -> None:
    """A quote that is open over two lines is closed by nobody but its writer."""
    typed = RECORD.replace("用途: 为农村学生", '用途: "为农村学生\n    ').encode()
    file = project(tmp_path, typed)
    done = run(tmp_path)
    assert file.read_bytes() == typed
    assert "以下文件仍读不懂" in done.output
    assert "content/records/2023/ju/lunch.yml:6" in done.output


def test_what_nobody_can_read_ends_with_one(tmp_path: Path) -> None:
    project(tmp_path, RECORD.replace("总分: 99\n", "总分: 很多\n").encode())
    done = run(tmp_path)
    assert done.exit_code == 1, done.output
    assert "处没有现成的改法" in done.output


@pytest.mark.parametrize("colon", ["：", ":", ":\u00a0", "： "])
def test_blocks_typed_with_wrong_colons_throughout_are_mended_at_once(
    tmp_path: Path, colon: str
) -> None:
    """Their lines are one text to YAML: none can be mended without the others."""
    right = (
        "资金:\n  单位: 万元\n  明细:\n    - 来源: 市级拨款\n      全年预算: 100\n      支出: 98\n"
        "问题:\n  - 编号: w1\n    内容: 进度慢。\n  - 编号: w2\n    内容: 台账不全。\n"
    )
    begun = RECORD[: RECORD.index("资金:")]
    wrong = "".join(
        line if line.endswith(":\n") else line.replace(": ", colon)
        for line in right.splitlines(keepends=True)
    )
    file = project(tmp_path, f"{begun}{wrong}".encode())
    done = run(tmp_path)
    assert file.read_text(encoding="utf-8") == f"{begun}{right}", done.output
