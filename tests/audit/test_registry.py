"""One registry knows every rule: no message bears another name, and every one can be explained."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import showcase
from helpers.showcase import TESTS
from helpers.tables import typed

import generator
from generator.audit.rulebook import BUILT_IN
from generator.cli import main
from generator.diagnostics.manual import Manual
from generator.diagnostics.reading import READING

PACKAGE = Path(generator.__file__).parent
READERS = ("source", "binding", "intake", "values", "cli", "plugin", "release", "site.py")
NAME = re.compile(r"[a-z]+(-[a-z]+)+")
NO_RULES = {
    "utf-8", "utf-8-sig", "gh-deploy", "read-only", "latin-1", "help-option",
    "image-set", "initial-value",
}  # fmt: skip
"""Words of the same shape that are something else."""


def names_in(path: Path) -> Iterator[str]:
    """Every text of a module that has the shape of a rule's name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and NAME.fullmatch(str(node.value)):
            yield str(node.value)


def used() -> dict[str, str]:
    """Every name that the rooms of reading may put on a message, and where."""
    found: dict[str, str] = {}
    for room in READERS:
        place = PACKAGE / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            found |= dict.fromkeys(names_in(path), path.relative_to(PACKAGE).as_posix())
    for path in sorted((PACKAGE / "audit").glob("*.py")):
        found |= dict.fromkeys(names_in(path), f"audit/{path.name}")
    return {name: where for name, where in found.items() if name not in NO_RULES}


def test_no_message_bears_a_name_that_is_not_registered() -> None:
    strangers = {name: where for name, where in used().items() if name not in BUILT_IN.pages}
    assert strangers == {}


MAKERS = {"Diagnostic", "Fault", "UnfitError", "fault", "_say", "_Word"}
"""What a rule's name is handed to."""


def handed(path: Path) -> Iterator[str]:
    """Every text that a module hands to one of them for a rule's name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            first = node.args[0] if node.args else None
            if name in MAKERS and isinstance(first, ast.Constant):
                yield str(first.value)


def test_no_room_hands_a_name_to_a_message_that_is_not_registered() -> None:
    names = {name for path in PACKAGE.rglob("*.py") for name in handed(path)}
    assert len(names) > 30
    assert names - set(BUILT_IN.pages) == set()


EXPECTATION = re.compile(rf"{NAME.pattern} \S+:\d+:\d+")


def expected(value: object) -> Iterator[str]:
    """The rules that a case table expects: `rule file:line:column field`."""
    match value:
        case dict():
            yield from expected(list(value.values()))
        case list():
            for item in value:
                yield from expected(item)
        case str() if EXPECTATION.match(value):
            yield value.split()[0]


def test_no_case_expects_a_name_that_is_not_registered() -> None:
    tables = [p for p in TESTS.rglob("*.yml") if "content" not in p.parts and "base" not in p.parts]
    loaded = (typed(p) for p in tables)
    names = {name for table in loaded if isinstance(table, list) for name in expected(table)}
    assert len(names) > 30
    assert names - set(BUILT_IN.pages) == set()


def test_no_rule_of_reading_is_registered_in_vain() -> None:
    assert {page.rule for page in READING} - set(used()) == set()


def test_names_are_told_apart_and_pages_say_something() -> None:
    assert len(BUILT_IN.pages) == len(READING) + len(BUILT_IN.manuals)
    titles = [page.title for page in BUILT_IN.pages.values()]
    assert sorted(titles) == sorted(set(titles))
    for page in BUILT_IN.pages.values():
        assert page.summary.endswith("。")
        assert {"反例", "改法"} <= set(page.parts), page.rule
        assert all(text.endswith("。") for text in page.parts.values()), page.rule


def explain(*words: str) -> str:
    done = CliRunner().invoke(main, ["explain", *words])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("name", BUILT_IN.pages)
def test_every_name_is_explained(name: str) -> None:
    page = BUILT_IN.pages[name]
    assert explain(name).startswith(f"{page.title}（{page.severity.label}）\n{name}\n")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["执行率", "得分"], "execution-score-mismatch"),
        (["跳号"], "numbering"),
        (["UTF-8"], "file-encoding"),
        (["密级"], "secrecy-mark"),
        (["乱码"], "garbled-text"),
        (["重名"], "duplicate-name"),
        (["SPENT-over"], "spent-over-budget"),
    ],
)
def test_chinese_words_find_a_rule(words: list[str], first: str) -> None:
    assert explain(*words).splitlines()[1] == first


@pytest.mark.parametrize(
    ("word", "first"),
    [("序号", "numbering"), ("编码", "file-encoding"), ("部门", "duplicate-name")],
)
def test_beside_a_field_of_that_name_the_nearest_rule_comes_first(word: str, first: str) -> None:
    told = explain(word)
    field, rules = told.split("\n有关的规则：\n")
    assert field.startswith(f"{word}（")
    assert rules.split()[0] == first


@pytest.mark.parametrize("page", BUILT_IN.pages.values(), ids=lambda page: page.rule)
def test_a_whole_title_finds_its_rule(page: Manual) -> None:
    assert explain(page.title).splitlines()[1] == page.rule


def test_words_that_meet_nothing_exit_with_a_sentence() -> None:
    done = CliRunner().invoke(main, ["explain", "spent-over-bugdet"])
    assert done.exit_code == 2
    assert "是否应为 spent-over-budget？" in done.output


def test_sarif_carries_name_text_and_help(tmp_path: Path) -> None:
    project = showcase.small_to(tmp_path)
    record = project / showcase.SEED_RECORD
    record.write_text(record.read_text("utf-8") + "没有这个键: 1\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--format", "sarif", "--project", str(project)])
    run = json.loads(done.output)["runs"][0]
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} == set(described)
    assert described["unknown-field"]["name"] == "不认识的键"
    for rule in described.values():
        assert all(
            rule[part]["text"] for part in ("shortDescription", "fullDescription", "help")
        ), rule
