"""Every command says the same, and ends the same, whatever the encoding of its streams."""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from helpers import audit, commands, showcase
from helpers.commands import Ended, Words

from generator import streams
from generator.audit.rulebook import BUILT_IN
from generator.diagnostics.formats import FORMATS, JSON

pytestmark = pytest.mark.slow

SIGNS = "m²㎥−𠮷😀ⅷ\u0f3a"
"""Signs that GBK lacks, beyond the plane of 16 bits and within it."""
RECORD = "content/records/2023/shili-jiaoyu-ju/lunch.yml"
ESCAPE = re.compile(r"(?:\\u[0-9a-f]{4})+")
ENCODINGS = ("gbk", "ascii", "cp1252")
DEPARTMENT = (
    "--id", f"x-{len(SIGNS)}", "--name", f"甲{SIGNS}局", "--kind", "事业单位",
)  # fmt: skip
NEW_RECORD = (
    "--year", "2024", "--department", "shili-jiaoyu-ju", "--id", "signs", "--title", SIGNS,
    "--project", SIGNS, "--type", SIGNS,
)  # fmt: skip
CALLS: dict[Words, list[Words]] = {
    ("check",): [
        *(("--format", form) for form in FORMATS), ("--summary",), (RECORD,), (f"{SIGNS}.md",),
        ("--department", SIGNS), ("--rule", SIGNS), ("--since", SIGNS),
    ],
    ("review",): [("--out", f"out{SIGNS}"), ("--out", "out", "--year", SIGNS)],
    ("form",): [
        (f"{SIGNS}.xlsx", "--kind", "单位自评", "--frame", "单位自评-10-50-30-10"),
        (f"{SIGNS}.docx", "--from", RECORD), ("a.xlsx", "--kind", SIGNS),
    ],
    ("import",): [(f"{SIGNS}.docx",), (f"{SIGNS}.md", "--out", f"out{SIGNS}")],
    ("explain",): [(), ("编码",), (SIGNS,)],
    ("render",): [("--out", f"out{SIGNS}")],
    ("fmt",): [(), ("--check",), (f"{SIGNS}.md",)],
    ("convert",): [("--lang", "en"), ("--lang", SIGNS)],
    ("schema",): [(), ("--lang", "en"), ("--out", f"{SIGNS}.json")],
    ("upgrade",): [("--check",), ("--keep", SIGNS)],
    ("demo",): [(f"demo{SIGNS}", "--records", "2"), ("d", "--faults", SIGNS)],
    ("new", "record"): [NEW_RECORD, ()],
    ("new", "department"): [DEPARTMENT, ("--id", SIGNS)],
    ("new", "site"): [(f"site{SIGNS}",), ("a", "--region-name", SIGNS, "--name", SIGNS)],
}  # fmt: skip


def spelt(text: str) -> str:
    """The signs that escapes stand for."""
    return ESCAPE.sub(lambda match: json.loads(f'"{match[0]}"'), text)


def read(data: bytes, encoding: str) -> str:
    # Click takes ASCII for a setting that was forgotten, and writes UTF-8.
    return spelt(data.decode("utf-8" if encoding == "ascii" else encoding))


def laid_out(folder: Path) -> Path:
    """A project whose record holds the signs in values that rules speak of, and in a mistake."""
    for name, data in showcase.files_of(showcase.BROKEN / "base").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "mkdocs.yml").write_text(f"site_name: {SIGNS}\n", encoding="utf-8")
    text = audit.sound()
    spoilt = re.sub(r"^标题: .*", f"标题: 2023年度{SIGNS}报告", text, flags=re.MULTILINE)
    (folder / RECORD).write_text(spoilt, encoding="utf-8")
    wrong = spoilt.replace("状态: 已发布", f"状态: {SIGNS}").replace("评价类型: ", f"{SIGNS}: ")
    (folder / RECORD).with_name("wrong.yml").write_text(wrong, encoding="utf-8")
    (folder / f"{SIGNS}.md").write_text("", encoding="utf-8")
    return folder


def called(folder: Path, encoding: str, words: Words) -> Ended:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(laid_out(folder))
        return commands.run(encoding, *words)


@cache
def in_utf8(words: Words) -> Ended:
    """What is expected everywhere: what the command says where every sign can be written."""
    with TemporaryDirectory() as folder:
        return called(Path(folder), "utf-8", words)


def test_no_command_is_left_out() -> None:
    assert set(CALLS) == {words for words, _ in commands.commands()}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("words", [(*c, *a) for c, calls in CALLS.items() for a in calls])
def test_it_says_the_same_and_ends_the_same(words: Words, encoding: str, tmp_path: Path) -> None:
    expected, ended = in_utf8(words), called(tmp_path, encoding, words)
    assert ended.code == expected.code
    assert read(ended.out, encoding) == spelt(expected.out.decode())
    assert read(ended.err, encoding) == spelt(expected.err.decode())


@pytest.mark.parametrize("form", sorted(JSON))
@pytest.mark.parametrize("encoding", [*ENCODINGS, "gb18030", "utf-16"])
def test_json_is_the_same_for_other_programs(form: str, encoding: str, tmp_path: Path) -> None:
    words = ("check", "--format", form)
    expected, ended = in_utf8(words), called(tmp_path, encoding, words)
    assert SIGNS in expected.out.decode()
    if encoding != "utf-16":
        assert ended.out.isascii()
    assert json.loads(ended.out) == json.loads(expected.out)


@pytest.mark.parametrize("rule", BUILT_IN.pages)
def test_every_rule_can_be_explained_into_a_pipe(rule: str) -> None:
    ended = commands.run("gbk", "explain", rule)
    assert ended.code == 0
    assert read(ended.out, "gbk") == commands.run("utf-8", "explain", rule).out.decode()


def test_there_is_an_escape_for_every_sign() -> None:
    streams.carry_all()
    everything = ",".join(chr(n) for n in range(0x20, sys.maxunicode + 1) if chr(n) not in '"\\')
    for encoding in ("ascii", "gbk", "utf-8"):
        carried = everything.encode(encoding, "gongkai-escaping").decode(encoding)
        assert json.loads(f'"{carried}"') == everything


def test_what_is_typed_in_another_encoding_is_refused_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    project = laid_out(tmp_path)
    before = showcase.files_of(project)
    typed = "某局\n".encode("gbk") * 3
    ended = commands.run("utf-8", "new", "department", "--site", str(project), typed=typed)
    assert ended.code == 1
    assert "其中有乱码" in ended.out.decode()
    assert showcase.files_of(project) == before


PROGRAMS = {
    "from generator.cli import main; main()": (["check"], 1),
    "from mkdocs.__main__ import cli; cli()": (["build"], 1),
    "from mkdocs.__main__ import cli; cli(obj={})": (["build", "--site-dir", f"网站{SIGNS}"], 0),
}


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_the_programs_as_a_shell_starts_them(program: str, encoding: str, tmp_path: Path) -> None:
    project = laid_out(tmp_path / f"项目{SIGNS}")
    words, code = PROGRAMS[program]
    shutil.copy(showcase.PROJECT / "mkdocs.yml", project)
    (project / "content/pages").mkdir(exist_ok=True)
    if not code:
        (project / RECORD).with_name("wrong.yml").unlink()
    ended = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=project,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    said = ended.stdout + ended.stderr
    assert ended.returncode == code, said
    assert b"Traceback" not in said
    assert (b"unknown-choice" in said) == bool(code)
