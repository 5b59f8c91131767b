"""What a reviewer asks `gongkai check` for: options, order, marks, and what a wrong word gets."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers import showcase

from generator.cli import main
from generator.diagnostics.diagnostic import STOPS
from generator.diagnostics.formats import FORMATS

REPORT = showcase.SEED_RECORD
STATION = "content/records/2022/shili-xiaofang/fire-station.yml"
IN_REPORT = [
    "spent-over-budget", "numbering", "points-lost-without-reason", "grade-missing",
    "total-missing",
]  # fmt: skip
"""In the order in which they weigh: what stops a build comes first, though it is a warning."""
IN_STATION = ["review-points-without-reason"] * 4
POLICY = "核对:\n  拦截: [spent-over-budget]\n"
ACCEPTED = "例外:\n  - {规则: total-missing, 理由: 原表没有总分, 岗位: 绩效科, 日期: 2022-07-29}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three records; the bureau stops what was overspent, and has accepted one result."""
    root = showcase.small_to(tmp_path_factory.mktemp("chosen"))
    for file, more in (("content/publisher.yml", POLICY), (REPORT, ACCEPTED)):
        with (root / file).open("a", encoding="utf-8") as text:
            text.write(f"\n{more}")
    return root


def check(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--project", str(project), *arguments])


def rules(result: Result) -> list[str]:
    return [one["rule"] for one in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("arguments", "expected", "code"),
    [
        ("", [*IN_REPORT, *IN_STATION], 1),
        ("--department 沅江市委办公室", IN_REPORT, 1),
        ("--department yuanjiang-shiwei-bangongshi --year 2021年度", IN_REPORT, 1),
        ("--department 市委办 --department shili-xiaofang", [*IN_REPORT, *IN_STATION], 1),
        ("--department shili-xiaofang", IN_STATION, 0),
        ("--department shili-xiaofang --year 2021", [], 0),
        ("--year 2022", IN_STATION, 0),
        ("--rule numbering", ["numbering"], 0),
        ("--rule 没有写明总分 --rule numbering", ["numbering", "total-missing"], 0),
        ("--severity 提示", IN_STATION, 0),
        ("--severity error --severity hint", ["numbering", *IN_STATION], 0),
        ("--blocking", ["spent-over-budget"], 1),
        ("--open --year 2021", IN_REPORT[:-1], 1),
        (f"{REPORT} --severity warning --open", [IN_REPORT[0], *IN_REPORT[2:4]], 1),
    ],
)
def test_only_what_is_asked_for_is_told_the_gravest_first(
    project: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, expected: list[str], code: int
) -> None:
    monkeypatch.chdir(project)
    result = check(project, "--format", "json", *arguments.split())
    assert (rules(result), result.exit_code) == (expected, code)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_marks_what_stops_and_what_is_accepted(project: Path, form: str) -> None:
    said = check(project, "--format", form, "--year", "2021").stdout
    if form == "json":
        [stop, *others] = json.loads(said)
        assert stop["stops"] is True
        assert [one["stops"] for one in others] == [False] * 4
        return
    assert said.count(f"【{STOPS}】支出 9.5万元") == 1
    assert said.count("【已接受】报告没有写明总分") == 1
    assert said.count("【") == 2
    if form == "sarif":
        [run] = json.loads(said)["runs"]
        stops = [one["properties"]["stops"] for one in run["results"]]
        assert stops == [True, False, False, False, False]
    if form == "github":
        lines = said.splitlines()
        assert lines[0].startswith("::error ")
        assert lines[-1].startswith("::notice ")


def test_the_summary_marks_what_stops_and_leaves_out_what_is_accepted(project: Path) -> None:
    lines = check(project, "--summary").stdout.splitlines()
    assert lines[0] == "中共沅江市委办公室：4 处（拦截 1 处）"
    assert lines[1].split() == [
        "1",
        "spent-over-budget",
        "支出超过预算或到位资金（拦截",
        "1",
        "处）",
    ]
    assert not any("total-missing" in line for line in lines)


def test_the_last_line_tells_of_what_stops_and_is_not_listed(project: Path) -> None:
    assert "没有列出的另有 1 处必须先处理" in check(project, "--year", "2022").stderr
    assert "没有列出" not in check(project, "--year", "2021").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--department 沅江市", "没有登记部门「沅江市」；是否应为 中共沅江市委办公室？"),
        ("--department 火星", "没有登记部门「火星」；departments.yml 列有全部部门"),
        ("--year 2031", "没有 2031 年度的记录；有记录的年度：2024、2022、2021"),
        ("--year 去年", "「去年」不是年度；请写四位数字，如 2024"),
        ("--rule numbring", "没有核对规则「numbring」；是否应为 numbering"),
        ("--rule 火星", "没有核对规则「火星」；gongkai explain 列出全部规则"),
        ("--severity 大", "--severity：没有「大」"),
        ("--since no-such-thing", "没有文件「no-such-thing」，这个项目也不在 git 仓库里，不能比较"),
        ("--since content", "「content」不是 gongkai check --format json 保存的核对结果"),
        ("--since mkdocs.yml", "「mkdocs.yml」不是 gongkai check --format json 保存的核对结果"),
    ],
)
def test_a_word_that_means_nothing_is_one_sentence(
    project: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, said: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    monkeypatch.chdir(project)
    result = check(project, *arguments.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_since_tells_what_is_new_and_what_is_mended(project: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(check(project, "--format", "json").stdout, encoding="utf-8")
    record = project / REPORT
    text = record.read_text(encoding="utf-8")
    own = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run([*own, *words], cwd=project, check=True)
    try:
        record.write_text(f"# 一行注释\n{text.replace('支出: 9.5', '支出: 6.5')}", encoding="utf-8")
        since = [check(project, "--since", word) for word in ("HEAD", str(before))]
    finally:
        record.write_text(text, encoding="utf-8")
    for result in since:
        assert result.exit_code == 0
        assert "新增 0 处" not in result.stdout
        assert "已改正 1 处\n" in result.stdout
        mended = result.stdout.partition("已改正 1 处")[2]
        assert "[spent-over-budget]" in mended
        assert STOPS not in mended
        assert "仍未处理 7 处，已改正 1 处" in result.stderr
