"""Golden pages: content with the hard cases in golden, its Markdown beside it, byte for byte.

`pytest --update-golden` writes the expected files anew; the diff is reviewed like code.
"""

import difflib
import shutil
from pathlib import Path

import pytest
from helpers.showcase import files_of

from generator import artifacts, site
from generator.exports import places
from generator.search.script_files import FOLDER as INDEX

GOLDEN = Path(__file__).with_name("golden")
OF_THE_PROGRAM = ("dictionary/", "rules/", places.FOLDER)
"""What describes the program, or is data, and would change with every field and rule."""
PROJECTS = (GOLDEN, GOLDEN / "empty")
every_project = pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)


def render(project: Path, target: Path) -> dict[str, bytes]:
    made = site.build(project / "content", project)
    assert made.stopping == ()
    artifacts.write((a for a in made.artifacts if not a.uri.startswith(OF_THE_PROGRAM)), target)
    shutil.rmtree(target / INDEX)  # nobody would review its diff; it has tests of its own
    return files_of(target)


def difference(expected: bytes, found: bytes) -> str:
    before, after = (text.decode().splitlines() for text in (expected, found))
    return "\n".join(difflib.unified_diff(before, after, "expected", "found", lineterm=""))


@every_project
def test_the_tree_is_the_expected_one(
    project: Path, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    found, folder = render(project, tmp_path / "tree"), project / "expected"
    if pytestconfig.getoption("--update-golden"):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(tmp_path / "tree", folder)
    expected = files_of(folder)
    assert sorted(found) == sorted(expected)
    changed = {uri for uri in found if found[uri] != expected[uri]}
    assert "\n".join(difference(expected[uri], found[uri]) for uri in sorted(changed)) == ""


@every_project
def test_a_second_run_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    assert render(project, tmp_path / "a") == render(project, tmp_path / "b")


def test_a_preview_adds_the_draft_with_a_mark_and_nothing_else_does() -> None:
    address = "2023/xincheng-shuili-ju/draft/index.md"
    published = {a.uri: a.content for a in site.build(GOLDEN / "content", GOLDEN).artifacts}
    preview = {
        a.uri: a.content for a in site.build(GOLDEN / "content", GOLDEN, preview=True).artifacts
    }
    assert address not in published
    assert "草稿：本页只在预览中出现" in str(preview[address])
    assert [uri for uri, page in published.items() if "还没有写完的记录" in str(page)] == []
