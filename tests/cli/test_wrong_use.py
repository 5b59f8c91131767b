"""Whatever a command cannot use: one Chinese sentence, exit code 2, and nothing is done."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from helpers import commands, showcase
from helpers.commands import Words

from generator.cli import COMMANDS, main

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
