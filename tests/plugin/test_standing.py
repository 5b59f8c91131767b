"""A site that stands as a build would make it: nothing is made, and the same is said."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from helpers import demo_site, showcase
from helpers.changes import CHANGES
from mkdocs.exceptions import Abort

from generator.plugin import adapter
from generator.plugin.standing import FILE
from generator.store import FOLDER

_RECORDS = 8


class MadeError(Exception):
    """Raised in the place of making a site."""


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packed sitemap carries the time of the build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo that was built, and said something of its records."""
    project = demo_site.made(tmp_path_factory.mktemp("standing") / "demo", _RECORDS)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "1700000000")
        showcase.build(project, strict=False)
    return project


@pytest.fixture
def project(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "demo", symlinks=True))


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making anything fails."""

    def raising(_: object) -> None:
        raise MadeError

    monkeypatch.setattr(adapter.GongkaiPlugin, "_making", property(raising))


@pytest.mark.usefixtures("never")
def test_nothing_is_made_again(project: Path) -> None:
    first = showcase.files_of(project / "site")
    assert showcase.files_of(showcase.build(project, strict=False)) == first
    assert not list(project.glob(".site*"))


@pytest.mark.usefixtures("never")
def test_a_site_stands_wherever_the_project_lies(project: Path) -> None:
    moved = project.rename(project.with_name("moved"))
    showcase.build(moved, strict=False)


def test_the_same_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    CHANGES["a_score"](project)
    showcase.build(project, strict=False)
    first = capsys.readouterr()
    assert "content/records" in first.err
    assert "已生成网站" in first.out
    showcase.build(project, strict=False)
    again = capsys.readouterr()
    assert (again.out, again.err) == (first.out, first.err)


def _spoilt(project: Path) -> None:
    page = project / "site" / "index.html"
    page.write_bytes(page.read_bytes()[:-1])


def _laid_in(project: Path) -> None:
    (project / "site" / "more.html").touch()


def _taken_away(project: Path) -> None:
    (project / "site" / "404.html").unlink()


def _linked(project: Path) -> None:
    (project / "content" / "pages" / "linked.txt").symlink_to(project / "mkdocs.yml")


def _another_name(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_name: ", "site_name: 新的"), encoding="utf-8")


def _another_way(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  - gongkai\n", "  - gongkai:\n      fast: false\n"), encoding="utf-8"
    )


def _a_hook(project: Path) -> None:
    (project / "hook.py").write_text("def on_post_build(**_):\n    pass\n", encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write("hooks:\n  - hook.py\n")


def _interrupted(project: Path) -> None:
    (project / ".site.staging").mkdir()


def _forgotten(project: Path) -> None:
    (project / FOLDER / FILE).unlink()


def _cut(project: Path) -> None:
    file = project / FOLDER / FILE
    file.write_bytes(file.read_bytes()[:-9])


def _without_words(project: Path) -> None:
    file = project / FOLDER / FILE
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"found": 1}), encoding="utf-8")


_FALLEN: Mapping[str, Callable[[Path], None]] = {
    function.__name__: function
    for function in (
        _spoilt, _laid_in, _taken_away, _linked, _another_name, _another_way, _a_hook,
        _interrupted, _forgotten, _cut, _without_words,
        *(CHANGES[name] for name in ("a_comment", "a_record_removed", "a_page_spoilt")),
    )
}  # fmt: skip


@pytest.mark.parametrize("name", _FALLEN)
@pytest.mark.usefixtures("never")
def test_whatever_has_changed_is_made(name: str, project: Path) -> None:
    _FALLEN[name](project)
    with pytest.raises(MadeError):
        showcase.build(project, strict=False)


def test_a_site_of_which_mkdocs_warned_does_not_stand(project: Path) -> None:
    """What it warns of would not be heard again."""
    page = project / "content" / "pages" / "about" / "index.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("# 关于本站\n\n[没有](nothing.md)\n", encoding="utf-8")
    showcase.build(project, strict=False)
    assert not (project / FOLDER / FILE).exists()
    with pytest.raises(Abort):
        showcase.build(project, strict=True)


def test_others_that_take_part_have_their_say_each_time(project: Path) -> None:
    _a_hook(project)
    showcase.build(project, strict=False)
    assert not (project / FOLDER / FILE).exists()
