"""What an earlier check found: from a revision of git, from a list that was saved."""

import codecs
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Change, Diagnostic, Location, Severity
from generator.diagnostics.formats import as_json
from generator.past import saved
from generator.past.revision import NoRevisionError, lay_out

FAULT = Diagnostic(
    "rule", Severity.WARNING, Location("content/records/2023/ju/甲.yml", 3, 5), "甲", "乙",
    "title", "旧", "新", accepted=True, spelt="标题",
)  # fmt: skip


def git(folder: Path, *arguments: str) -> None:
    own = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project below the top of its repository, its content changed after the first commit."""
    top = tmp_path_factory.mktemp("past") / "仓库"
    project = top / "绩效 公开"
    (project / "content/records").mkdir(parents=True)
    (project / "content/甲.yml").write_text("旧\n", encoding="utf-8")
    (project / "content/link.yml").symlink_to(top)
    (project / "别的.txt").write_text("别的\n", encoding="utf-8")
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "one")
    (project / "content/甲.yml").write_text("新\n", encoding="utf-8")
    return project


def test_a_revision_is_laid_out_beside_the_checkout(repository: Path, tmp_path: Path) -> None:
    lay_out("HEAD", repository, repository / "content", tmp_path)
    files = sorted(f.relative_to(tmp_path).as_posix() for f in tmp_path.rglob("*") if f.is_file())
    # The link is left out, what lies beside the content too.
    assert files == ["content/甲.yml"]
    assert (tmp_path / "content/甲.yml").read_text(encoding="utf-8") == "旧\n"
    assert (repository / "content/甲.yml").read_text(encoding="utf-8") == "新\n"


@pytest.mark.parametrize(
    ("revision", "content", "said"),
    [
        ("没有", "content", "没有版本「没有」"),
        ("--output=x", "content", "没有版本「--output=x」"),
        ("", "content", "没有版本「」"),
        ("HEAD", "另一个", "版本「HEAD」里没有内容文件夹 另一个"),
    ],
)
def test_what_is_missing_is_said(
    repository: Path, tmp_path: Path, revision: str, content: str, said: str
) -> None:
    with pytest.raises(NoRevisionError, match=said):
        lay_out(revision, repository, repository / content, tmp_path)
    assert not any(tmp_path.iterdir())
    assert not (repository / "x").exists()


def test_without_a_repository_or_without_git_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoRevisionError, match="没有文件「HEAD」，这个项目也不在 git 仓库里"):
        lay_out("HEAD", tmp_path, tmp_path / "content", tmp_path / "out")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoRevisionError, match="没有找到 git"):
        lay_out("HEAD", tmp_path, tmp_path / "content", tmp_path / "out")


@pytest.mark.parametrize(
    "stored",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
    ],
    ids=["UTF-8", "with a mark", "UTF-16, as PowerShell"],
)
def test_a_saved_list_reads_back(tmp_path: Path, stored: Callable[[str], bytes]) -> None:
    file = tmp_path / "before.json"
    file.write_bytes(stored(as_json([FAULT])))
    assert saved.read(file) == (FAULT,)


def test_a_list_of_an_older_version_reads_back(tmp_path: Path) -> None:
    [flat] = json.loads(as_json([FAULT]))
    for later in ("stops", "waiver", "spelt"):
        del flat[later]
    file = tmp_path / "before.json"
    file.write_text(json.dumps([flat]), encoding="utf-8")
    [read] = saved.read(file) or ()
    assert (read.rule, read.location, read.stops) == (FAULT.rule, FAULT.location, False)


def test_what_was_gone_when_it_was_saved_is_left_out(tmp_path: Path) -> None:
    lines = [FAULT, *(Diagnostic("gone", Severity.HINT, FAULT.location, "丙", "", change=change)
        for change in (Change.MENDED, Change.UNJUDGED))]  # fmt: skip
    file = tmp_path / "before.json"
    file.write_text(as_json(lines), encoding="utf-8")
    assert saved.read(file) == (FAULT,)


@pytest.mark.parametrize(
    "text",
    ["", "甲", "[1]", "[{}]", '{"a": 1}', '"甲"', "[[]]", "null", "[" * 100_000, '[{"rule": 1}]',
     json.dumps([json.loads(as_json([FAULT]))[0] | {"severity": "grave"}])],
)  # fmt: skip
def test_what_is_no_such_list_is_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "before.json"
    file.write_text(text, encoding="utf-8")
    assert saved.read(file) is None
