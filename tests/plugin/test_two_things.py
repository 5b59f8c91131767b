"""Software and content are two things: the proof of one needs nothing of the other."""

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers import showcase
from helpers.showcase import ROOT, TESTS
from helpers.tables import valued

from generator.intake import content

OTHER = TESTS / "other_site"
"""A small valid site that shares no department, year or frame of its own with the showcase."""
THEIRS = ("content", "mkdocs.yml")
"""What whoever publishes something else replaces."""
SOFTWARE = (".github/workflows/software.yml", ".gitlab/software.yml")
SITE = (".github/workflows/site.yml", ".gitlab/site.yml")
IN_PLACE = (
    "rm -r content mkdocs.yml && cp -r tests/other_site/content tests/other_site/mkdocs.yml ."
)


def test_the_other_site_is_another_one() -> None:
    ours, theirs = (content.load(p / "content", p) for p in (showcase.PROJECT, OTHER))
    assert {d.id for d in ours.departments}.isdisjoint(d.id for d in theirs.departments)
    assert {r.id for r in ours.regions}.isdisjoint(r.id for r in theirs.regions)
    assert {r.year for r in ours.records}.isdisjoint(r.year for r in theirs.records)
    assert {f.id for f in theirs.frames} - {f.id for f in ours.frames}
    assert theirs.records


def test_a_site_of_other_departments_frames_and_years_builds_strictly(tmp_path: Path) -> None:
    shutil.copytree(OTHER, tmp_path, dirs_exist_ok=True)
    site = showcase.build(tmp_path)
    for address in ("2018/harbour-office/berth", "2026/parks-bureau/benches", "departments"):
        assert (site / address / "index.html").is_file()


def checkout_in(tree: ast.Module, file: Path) -> set[str]:
    """How a module spells the folder of the checkout."""
    spelt = {"showcase.ROOT"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "helpers.showcase":
            spelt |= {alias.asname or alias.name for alias in node.names if alias.name == "ROOT"}
    above = {f"Path(__file__).parents[{n}]": place for n, place in enumerate(file.parents)}
    above |= {f"Path(__file__){'.parent' * (n + 1)}": p for n, p in enumerate(file.parents)}
    spelt |= {spelling for spelling, place in above.items() if place == ROOT}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.value) in spelt:
            spelt |= {ast.unparse(target) for target in node.targets}
    return spelt


def steps_from_the_checkout(file: Path) -> Iterator[tuple[str, str]]:
    """What a module asks of the checkout: the first step into it, and the whole expression."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    spelt = checkout_in(tree, file)
    for node in ast.walk(tree):
        match node:
            case ast.BinOp(left=base, op=ast.Div(), right=step):
                pass
            case ast.Call(func=ast.Attribute(value=base), args=[step, *_]):
                pass
            case _:
                continue
        if ast.unparse(base) in spelt:
            text = step.value if isinstance(step, ast.Constant) else ast.unparse(step)
            yield str(text).partition("/")[0], ast.unparse(node)


def test_no_test_reads_the_content_of_the_checkout() -> None:
    asked = {
        (file.relative_to(TESTS).as_posix(), step, whole)
        for file in sorted(TESTS.rglob("*.py"))
        if file != Path(__file__)
        for step, whole in steps_from_the_checkout(file)
    }
    assert {step for _, step, _ in asked} >= {"schema", "theme_overrides"}
    assert [one for one in asked if one[1] in THEIRS or one[1].startswith("*")] == []


def test_one_file_of_the_checkout_beside_the_software_is_read() -> None:
    shared = {
        whole
        for file in sorted(TESTS.rglob("*.py"))
        for step, whole in steps_from_the_checkout(file)
        if step == "schema"
    }
    assert shared == {"showcase.ROOT / 'schema'"}


def jobs(name: str) -> dict[str, dict[str, Any]]:
    """The jobs of a file of continuous integration."""
    loaded = valued(ROOT / name)
    return dict(loaded.get("jobs", loaded))


def commands(job: dict[str, Any]) -> list[str]:
    return [*job.get("script", ()), *(s["run"] for s in job.get("steps", ()) if "run" in s)]


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


@pytest.mark.parametrize("name", SOFTWARE)
def test_the_software_is_proved_without_the_content(name: str) -> None:
    made = jobs(name)
    assert commands(made["test"]) == ["make test"]
    assert "3.14" in str(made["test"])
    assert commands(made["promises"]) == ["make promises"]
    assert commands(made["other-content"]) == [IN_PLACE, "make test", "make site"]
    assert not any(job.get("needs") for job in made.values())


@pytest.mark.parametrize("name", SITE)
def test_the_content_is_checked_built_and_published_without_the_tests(name: str) -> None:
    made = jobs(name)
    needed = {need for job in made.values() for need in as_list(job.get("needs"))}
    assert needed == {next(iter(made))}
    run = [command for job in made.values() for command in commands(job)]
    assert [c for c in run if "test" in c and "index.html" not in c] == []
    assert any("gongkai check" in command for command in run)
    assert "make site" in run
    assert "SITE_URL" in str(next(iter(made.values())))


def test_gitlab_reads_both() -> None:
    loaded = valued(ROOT / ".gitlab-ci.yml")
    assert loaded["include"] == [{"local": name} for name in (SOFTWARE[1], SITE[1])]
