"""No command prints a number of a person, wherever somebody typed one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import showcase

from generator.cli import main
from generator.diagnostics.formats import FORMATS

pytestmark = pytest.mark.slow

NUMBER = "13812345678"
SEALED = "138\u20621234\u20625678"
SLIPS: dict[str, Callable[[str, str], str]] = {
    "a choice": lambda text, n: text.replace("状态: 已发布", f"状态: {n}"),
    "a key": lambda text, n: text + f"{n}: 甲\n",
    "a number": lambda text, n: text.replace("单位: 万元", f"单位: 万元{n}"),
    "a reference": lambda text, n: re.sub(r"指标体系: .*", f"指标体系: 体系{n}", text),
    "a date": lambda text, n: re.sub(r"成文日期: .*", f"成文日期: 2022-{n}", text),
    "a shape": lambda text, n: re.sub(r"^标题: .*", f"标题: [{n}]", text, flags=re.MULTILINE),
    "syntax": lambda text, n: text + f"  联系人 {n}\n - x: [\n",
    "a full-width colon": lambda text, n: text + f"电话{n}：甲\n",
    "a rule": lambda text, n: (
        f"{text}例外:\n  - {{规则: 电话{n}, 理由: a, 岗位: b, 日期: 2024-01-01}}\n"
    ),
    "prose": lambda text, n: text.replace("标题: ", f"标题: 电话{n} ", 1),
}  # fmt: skip
COMMANDS = {
    **{f"check {form}": ("check", "--format", form) for form in FORMATS},
    "check summary": ("check", "--summary"),
    "check coverage": ("check", "--coverage", "checked.json"),
    "fmt --check": ("fmt", "--check"),
    "fmt": ("fmt",),
    "convert": ("convert", "--lang", "en"),
    "render": ("render", "--out", "out"),
    "new record": ("new", "record"),
    "new department": ("new", "department"),
}


@pytest.mark.parametrize("typed", [NUMBER, SEALED], ids=["plain", "sealed"])
@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.slow
def test_no_command_prints_it(
    slip: str, typed: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    record = project / showcase.SEED_RECORD
    before = record.read_text(encoding="utf-8")
    broken = SLIPS[slip](before, typed)
    assert broken != before
    for name, command in COMMANDS.items():
        record.write_text(broken, encoding="utf-8")
        done = CliRunner().invoke(main, command, input="\n" * 30)
        assert NUMBER not in re.sub(r"[^0-9A-Za-z\u4e00-\u9fff:.]", "", done.output), name
        if name.startswith("check "):
            assert done.exit_code == 1, name


def test_nor_does_a_register_that_is_broken(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    register = project / "content/departments.yml"
    text = register.read_text(encoding="utf-8")
    register.write_text(re.sub("类型: .*", f"类型: {NUMBER}", text, count=1), encoding="utf-8")
    for command in COMMANDS.values():
        done = CliRunner().invoke(main, [*command, "--project", str(project)], input="\n" * 30)
        assert NUMBER not in done.output, command
