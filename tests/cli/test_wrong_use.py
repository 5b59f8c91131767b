"""Whatever a command cannot use: one Chinese sentence, exit code 2, and nothing is done."""

import builtins
import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from helpers import commands, showcase
from helpers.commands import Words

from generator import disk, door
from generator.cli import COMMANDS, main
from generator.cli.places import Written
from generator.intake import content

pytestmark = pytest.mark.slow

FILE = showcase.SEED_RECORD
"""A content file of the project in which the commands run."""


def wrong(command: click.Command) -> Iterator[Words]:
    """Wrong ways to call a command, from what its parameters take."""
    yield ("--nonsense",)
    if not any(param.nargs == -1 for param in command.params):
        yield ("a", "b", "c")
    if any(param.required for param in command.params):
        yield ()
    for param in command.params:
        given = (param.opts[0],) if isinstance(param, click.Option) else ()
        if isinstance(param, click.Option) and not param.is_flag:
            yield given
        if isinstance(param, click.Option) and param.is_flag:
            yield (f"{param.opts[0]}=1",)
        for value in unfit(param.type):
            yield (*given, value)


def unfit(kind: click.ParamType[Any]) -> Iterator[str]:
    match kind:
        case click.Choice():
            yield from ("xml", "它's", '"')
        case click.IntRange():
            yield from ("0", "-1", "一", "999999999")
        case click.types.IntParamType():
            yield from ("一", "1.5")
        case click.Path():
            if kind.exists:
                yield from ("没有.yml", "没'有", "content/没有")
            if not kind.file_okay:
                yield from (FILE, "mkdocs.yml")
            if not kind.dir_okay:
                yield from ("content", ".")
            if isinstance(kind, Written):
                yield from ("", "content/new", "content/records/new.json", FILE)
            if isinstance(kind, Written) and not kind.dir_okay:
                yield from ("mkdocs.yml", "README.md")


CALLS = [
    (*words, *call) for words, command in commands.commands() for call in wrong(command)
]  # fmt: skip
STRAY = {
    "a page beside the content": "README.md",
    "a setting": "mkdocs.yml",
    "a file of that name elsewhere": "elsewhere/content/departments.yml",
    "an empty folder": "empty",
    "an empty folder within the content": "content/records/2031",
    "what a tool left": "content/.gitkeep",
    "a file outside": "../outside.yml",
    "a folder outside": "..//other",
}
TAKING_PATHS = [
    words
    for words, command in commands.commands()
    if any(param.name == "paths" for param in command.params)
]
NEEDED: dict[Words, Words] = {("convert",): ("--lang", "en")}


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = showcase.seed_to(tmp_path / "project")
    for name in ("README.md", "elsewhere/content/departments.yml", "content/.gitkeep"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("格式: 1\n", encoding="utf-8")
    for name in ("empty", "content/records/2031", "../other"):
        (project / name).mkdir()
    shutil.copy(showcase.ROOT / "tests/importers/report.txt", project)
    (tmp_path / "outside.yml").write_text("格式: 1\n", encoding="utf-8")
    monkeypatch.chdir(project)
    return tmp_path


def said_calmly(*words: str) -> str:
    """The one sentence a wrong call gets."""
    ended = commands.run("utf-8", *words)
    assert (ended.code, ended.out) == (2, b"")
    said = ended.err.decode()
    assert said.count("\n") == 1
    assert re.search(r"[\u4e00-\u9fff]", said)
    assert not said.endswith("。\n")
    return said


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_wrong_use_of_every_command_ends_in_one_chinese_sentence(
    words: Words, inside: Path
) -> None:
    before = showcase.files_of(inside)
    said = said_calmly(*words)
    quoted = [re.escape(word) for call in words for word in call.partition("=")]
    own = "|".join([*quoted, "gongkai", "-h", "DIR", "PATHS", "x", *KNOWN])
    assert not re.search(r"[A-Za-z]{3,}", re.sub(own, "", said)), said
    assert showcase.files_of(inside) == before


KNOWN = sorted(
    {word for _, command in commands.commands() for p in command.params for word in p.opts}
    | {word for words, _ in commands.commands() for word in words}
    | {
        str(choice)
        for _, command in commands.commands()
        for param in command.params
        if isinstance(param.type, click.Choice)
        for choice in param.type.choices
    },
    key=len,
    reverse=True,
)
"""The words of the commands themselves, which messages name as they are."""


@pytest.mark.parametrize("words", [("nonsense",), ("chekc",), ("new", "nonsense"), ("--nonsense",)])
def test_so_does_a_command_that_is_not_there(words: Words) -> None:
    said = said_calmly(*words)
    assert ("check" in said) == (words == ("chekc",))


def test_without_a_command_there_is_help() -> None:
    assert main.name
    ended = commands.run("utf-8")
    assert ended.code == 2
    assert all(str(command.name) in ended.err.decode() for command in COMMANDS)


@pytest.mark.parametrize("stray", STRAY)
@pytest.mark.parametrize("words", TAKING_PATHS, ids=" ".join)
@pytest.mark.parametrize("beside", [(), (FILE,)], ids=["alone", "beside a content file"])
def test_a_path_without_content_files_is_never_passed_over(
    words: Words, stray: str, beside: Words, inside: Path
) -> None:
    before = showcase.files_of(inside)
    said = said_calmly(*words, *NEEDED.get(words, ()), *beside, STRAY[stray])
    assert f"「{Path(STRAY[stray])}」不是也不包含这个项目的内容文件，因此什么都没有处理" in said
    assert showcase.files_of(inside) == before


@pytest.mark.parametrize("path", [".", "content", "content/records/", "../project/content", FILE])
@pytest.mark.parametrize("words", TAKING_PATHS, ids=" ".join)
def test_a_path_with_content_files_is_taken(words: Words, path: str, inside: Path) -> None:
    assert inside
    assert commands.run("utf-8", *words, *NEEDED.get(words, ()), path).code == 0


def test_an_original_and_a_page_written_by_hand_are_checked(inside: Path) -> None:
    assert inside
    assert commands.run("utf-8", "check", "content/pages/about/index.md").code == 0


ANSWERS: dict[Words, Words] = {
    ("new", "site"): (
        "--region-name", "某市", "--organiser", "某局", "--name", "某", "--department-name", "某局",
        "--department", "a", "--kind", "政府部门", "--year", "2024",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [("render", "--out"), ("demo",), ("new", "site"), ("schema", "--out")],
    ids=" ".join,
)
@pytest.mark.parametrize("place", ["mkdocs.yml/below", "/proc/nothing/at/all", "长" * 400])
def test_a_place_that_cannot_be_written_to_is_named(words: Words, place: str, inside: Path) -> None:
    before = showcase.files_of(inside)
    said = said_calmly(*words, place, *ANSWERS.get(words, ()))
    assert "读写文件失败（" in said
    assert showcase.files_of(inside) == before


@pytest.mark.parametrize("words", [("render", "--out"), ("demo",), ("new", "site")], ids=" ".join)
def test_a_folder_with_anything_in_it_is_left_alone(words: Words, inside: Path) -> None:
    before = showcase.files_of(inside)
    ended = commands.run("utf-8", *words, "content")
    assert ended.code == 2
    assert "不是空的" in ended.err.decode()
    assert showcase.files_of(inside) == before


RECORD: Words = (
    "--type", "单位自评", "--year", "2023", "--department", showcase.SEED.split("/")[1],
    "--id", "night", "--title", "甲", "--project", "甲", "--scope", "项目支出",
    "--frame", "没有写明", "--unit", "万元",
)  # fmt: skip
DEPARTMENT: Words = ("--name", "某局", "--id", "some-bureau", "--kind", "政府部门")
FOLDER = ("check", "explain", "render", "fmt", "convert", "schema", "new record", "new department")
"""The commands that work on a site's folder."""
TABLE: dict[str, dict[str, list[Words]]] = {
    "check": {
        "missing": [("--format",), ("--coverage",), ("没有.yml",)],
        "wrong": [
            ("--format", "xml"),
            ("--fail-on", "hint"),
            ("--summary=1",),
            ("--since", ""),
            ("--format", "json", "--summary"),
            ("--rule", "xx"),
        ],
        "unwritable": [("--coverage", "mkdocs.yml/x.json"), ("--coverage", "/proc/no/x.json")],
        "foreign": [("README.md",), ("binary",), ("--site", "binary")],
        "outside": [
            ("../outside.yml",),
            ("--coverage", "content/x.json"),
            ("--coverage", "site/x.json"),
        ],
    },
    "review": {
        "missing": [("--out",), ("--out", ""), ("--site", "没有")],
        "wrong": [("--out", "new", "多余"), ("--nonsense",)],
        "unwritable": [("--out", "mkdocs.yml/x"), ("--out", "/proc/no/x")],
        "foreign": [("--out", "binary"), ("--out", "elsewhere")],
        "outside": [
            ("--out", "content/new"),
            ("--out", "content"),
            ("--out", "site/new"),
            ("--out", "site"),
        ],
    },
    "form": {
        "missing": [
            (),
            ("",),
            ("a.xlsx",),
            ("a.xlsx", "--kind", "单位自评"),
            ("a.xlsx", "--from", "没有.yml"),
        ],
        "wrong": [
            ("a.pdf", "--kind", "单位自评", "--frame", "单位自评-10-50-30-10"),
            ("a.xlsx", "--kind", "没有这一类"),
            ("a.xlsx", "--kind", "单位自评", "--frame", "没有"),
            ("a.xlsx", "--year", "99"),
            ("a.xlsx", "--nonsense"),
        ],
        "unwritable": [
            ("mkdocs.yml/a.xlsx", "--kind", "单位自评", "--frame", "单位自评-10-50-30-10"),
            ("/proc/no/a.xlsx", "--kind", "单位自评", "--frame", "单位自评-10-50-30-10"),
        ],
        "foreign": [
            ("a.xlsx", "--site", "binary"),
            ("mkdocs.yml",),
            ("a.xlsx", "--from", "binary"),
        ],
        "outside": [
            ("a.xlsx", "--site", "../没有"),
            ("content/a.xlsx",),
            ("site/a.xlsx",),
        ],
    },
    "import": {
        "missing": [(), ("没有.docx",), ("report.txt", "--out", "")],
        "wrong": [("report.txt", "--format", "doc"), ("report.txt", "--nonsense")],
        "unwritable": [
            ("report.txt", "--out", "mkdocs.yml/x"),
            ("report.txt", "--out", "/proc/no/x"),
        ],
        "foreign": [("report.txt", "--site", "binary"), ("report.txt", "--out", "binary")],
        "outside": [
            ("report.txt", "--site", "../没有"),
            ("report.txt", "--out", "content/new"),
            ("report.txt", "--out", "site/x"),
        ],
    },
    "upgrade": {
        "missing": [("--site", "没有"), ("--keep",)],
        "wrong": [("--nonsense",), ("--keep", "没有这个文件")],
        "unwritable": [],
        "foreign": [("--site", "binary"), ("--site", "empty")],
        "outside": [("--site", "../没有"), ("--replace", "../outside.yml")],
    },
    "explain": {
        "missing": [("没有这样的词",), ("--site",)],
        "wrong": [("spent-over-budgets",), ("--nonsense",)],
        "foreign": [("得分", "--site", "binary")],
        "outside": [("得分", "--site", "../没有")],
    },
    "render": {
        "missing": [(), ("--out",), ("--out", "")],
        "wrong": [("--out", "new", "多余")],
        "unwritable": [("--out", "mkdocs.yml/x"), ("--out", "/proc/no/x"), ("--out", "长" * 400)],
        "foreign": [("--out", "binary"), ("--out", "elsewhere")],
        "outside": [("--out", "content/new"), ("--out", "content"), ("--out", "site")],
    },
    "fmt": {
        "missing": [("没有.yml",), ("",)],
        "wrong": [("--check=1",), ("--nonsense",)],
        "foreign": [("binary",), ("README.md",), ("--site", "binary")],
        "outside": [("../outside.yml",), ("../other",)],
    },
    "convert": {
        "missing": [(), ("--lang",), ("--lang", "en", "没有.yml")],
        "wrong": [("--lang", "fr"), ("--lang", "ZH-CN")],
        "foreign": [("--lang", "en", "binary"), ("--lang", "en", "README.md")],
        "outside": [("--lang", "en", "../outside.yml")],
    },
    "schema": {
        "missing": [("--of",), ("--out", "")],
        "wrong": [("--of", "nothing"), ("--lang", "fr"), ("多余",)],
        "unwritable": [("--out", "mkdocs.yml/x.json"), ("--out", "/proc/no/x.json")],
        "foreign": [("--out", "mkdocs.yml"), ("--out", "binary"), ("--out", "empty")],
        "outside": [("--out", "content/x.json"), ("--out", FILE)],
    },
    "demo": {
        "missing": [(), ("",), ("new", "--records")],
        "wrong": [("new", "--records", "0"), ("new", "--faults", "2"), ("new", "--seed", "一")],
        "unwritable": [("mkdocs.yml/x",), ("/proc/no/x",)],
        "foreign": [("binary",), ("elsewhere",)],
        "outside": [("content/new",), ("content",)],
    },
    "new record": {
        "missing": [("--year",), ("--site", "empty"), ("--site", "没有")],
        "wrong": [(*RECORD, "--year", "23"), (*RECORD, "--lang", "fr"), (*RECORD, "--frame", "甲")],
        "foreign": [("--site", "binary"), (*RECORD, "--department", "别的局")],
        "outside": [("--site", "../other"), (*RECORD, "--id", "../x")],
    },
    "new department": {
        "missing": [("--name",), ("--site", "empty")],
        "wrong": [(*DEPARTMENT, "--kind", "甲"), (*DEPARTMENT, "--order", "一")],
        "foreign": [("--site", "binary"), (*DEPARTMENT, "--parent", "别的局")],
        "outside": [("--site", "../other"), (*DEPARTMENT, "--id", "../x")],
    },
    "new site": {
        "missing": [(), ("new", "--year")],
        "wrong": [("new", *ANSWERS["new", "site"], "--year", "23")],
        "unwritable": [("mkdocs.yml/x", *ANSWERS["new", "site"])],
        "foreign": [("binary",), ("elsewhere",)],
        "outside": [("content",)],
    },
}
"""What each command is given that is not there, not fit, not to be written, another's, outside."""
ROWS = [
    pytest.param((*command.split(), *call), id=f"{command}, {sort}: {' '.join(call)[:40]}")
    for command, sorts in TABLE.items()
    for sort, calls in sorts.items()
    for call in calls
]
REFUSED = ("fmt", "convert", "new record", "new department")
"""What writes only to the content folder: a disk that refuses is tried apart."""


@pytest.mark.parametrize("words", ROWS)
def test_whatever_is_given_wrongly_is_answered_in_one_sentence(words: Words, inside: Path) -> None:
    (inside / "project" / "binary").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff\xfe")
    before = showcase.files_of(inside)
    said_in_chinese(*words)
    assert showcase.files_of(inside) == before


def said_in_chinese(*words: str) -> str:
    """The one sentence, of whichever kind of command."""
    ended = commands.run("utf-8", *words)
    said = ended.err.decode()
    assert (ended.code, said.count("\n")) == (2, 1), said
    assert re.search(r"[\u4e00-\u9fff]", said)
    assert "Traceback" not in said
    return said


def test_the_table_tries_every_command_in_every_way() -> None:
    every = {" ".join(words) for words, _ in commands.commands()}
    assert set(TABLE) == every
    for command, sorts in TABLE.items():
        missing = {"missing", "wrong", "foreign", "outside"} - set(sorts)
        assert missing == set(), command
        if command not in (*REFUSED, "explain"):
            assert "unwritable" in sorts, command


@pytest.mark.parametrize("command", REFUSED)
def test_a_disk_that_refuses_is_named(
    command: str, inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "content/某处.yml")

    (inside / "project" / FILE).write_bytes((inside / "project" / FILE).read_bytes() + b"\n\n")
    for name in ("replace", "create"):
        monkeypatch.setattr(disk, name, refused)
    given = {"convert": ("--lang", "en"), "new record": RECORD, "new department": DEPARTMENT}
    said = said_in_chinese(*command.split(), *given.get(command, ()))
    assert said == "错误：读写文件失败（没有权限）：content/某处.yml\n"


def test_whatever_the_system_says_is_said_in_chinese() -> None:
    for number in sorted(errno.errorcode):
        said = disk.reason(OSError(number, os.strerror(number)))
        assert re.fullmatch(rf"[\u4e00-\u9fff，]+(?: {number})?", said), said


@pytest.mark.parametrize("command", FOLDER)
def test_a_content_folder_that_is_a_file_or_none_is_named(command: str, inside: Path) -> None:
    content = inside / "project" / "content"
    shutil.rmtree(content)
    given = {
        "convert": ("--lang", "en"), "render": ("--out", "new"), "new record": RECORD,
        "new department": DEPARTMENT,
    }  # fmt: skip
    words = (*command.split(), *given.get(command, ()))
    for _ in ("none", "a file"):
        if command in ("explain", "schema"):  # which go on without one
            assert commands.run("utf-8", *words).code == 0
        else:
            assert "找不到内容文件夹" in said_in_chinese(*words)
        content.write_text("不是文件夹\n", encoding="utf-8")


@pytest.mark.parametrize("name", ["--site", "--project"])
@pytest.mark.parametrize("command", ["check", "fmt", "explain"])
def test_the_folder_of_the_site_has_one_name_and_its_former_one(
    command: str, name: str, inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(inside)
    assert commands.run("utf-8", command, name, "project").code == 0


def test_help_tells_the_one_name_only() -> None:
    for words, command in commands.commands():
        told = commands.run("utf-8", *words, "-h").out.decode()
        has_folder = any("--site" in param.opts for param in command.params)
        assert ("--site DIRECTORY" in told) is has_folder
        assert ("--project" in told) is (words == ("new", "record"))


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_ends_with_the_code_that_shells_give(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert inside
    monkeypatch.setattr(content, "load", interrupted)
    ended = commands.run("utf-8", "check")
    assert (ended.code, ended.out, ended.err.decode()) == (130, b"", "错误：已取消\n")


def test_so_does_ctrl_c_while_the_program_is_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(name: str, *rest: Any) -> ModuleType:
        if name == "generator.cli":
            raise KeyboardInterrupt
        return load(name, *rest)

    load = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", broken_off)
    with pytest.raises(SystemExit) as ended:
        door.main()
    assert ended.value.code == 130


def test_so_does_ctrl_c_at_a_question(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = showcase.files_of(inside)
    monkeypatch.setattr("click.termui.visible_prompt_func", interrupted)
    ended = commands.run("utf-8", "new", "record")
    assert ended.code == 130
    assert ended.err.decode().endswith("已取消。没有写入任何文件。\n")
    assert showcase.files_of(inside) == before


@pytest.mark.parametrize("words", [("explain",), ("schema",), ("check", "--format", "json")])
def test_a_reader_who_leaves_is_no_mistake(words: Words, inside: Path) -> None:
    program = [sys.executable, "-c", "from generator.door import main; main()", *words]
    environment = os.environ | {"PYTHONPATH": str(showcase.ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=inside / "project",
        env=environment,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
