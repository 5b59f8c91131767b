"""What is kept between two builds: whatever happens in between, the site is a first build's."""

import shutil
from pathlib import Path

import pytest
from helpers import demo_site, showcase
from helpers.changes import CHANGES
from helpers.rebuilt import assert_same, built, cold
from helpers.thorough import some

from generator.exports import written
from generator.exports.problems import PROBLEMS
from generator.html.words import IdsFromWords
from generator.intake import record_files
from generator.pages.rendering import Renderer
from generator.plugin.standing import FILE
from generator.search import originals, segment
from generator.store import FOLDER
from generator.tables.lines import lines

_RECORDS = 16


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packed sitemap carries the time of the build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo with an original that was built."""
    project = demo_site.made(tmp_path_factory.mktemp("store") / "demo", _RECORDS)
    CHANGES["an_original"](project)
    assert built(project)
    return project


@pytest.fixture
def project(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "demo"))


def test_nothing_is_opened_or_rendered_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = showcase.files_of(project / "site")

    def never(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(record_files, "_opened", never)
    monkeypatch.setattr(Renderer, "text", never)
    monkeypatch.setattr(IdsFromWords, "_made", never)
    (project / FOLDER / FILE).unlink()
    assert built(project) == first


def test_a_changed_record_opens_few_others(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    real = record_files._opened

    def counted(*given: object) -> object:
        opened.append(given[0])
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(record_files, "_opened", counted)
    CHANGES["a_comment"](project)
    assert built(project)
    assert 0 < len(opened) < _RECORDS // 2


def test_a_changed_record_writes_few_rows_anew(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists of all problems are put together of rows that are kept."""
    wrote = []
    real = lines

    def counted(*given: object) -> object:
        wrote.append(given[0] is PROBLEMS)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(written, "lines", counted)
    CHANGES["a_paragraph"](project)
    assert built(project)
    assert 0 < sum(wrote) < _RECORDS


def test_an_original_that_is_as_it_was_is_not_read_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = next(project.glob("content/records/*/*/*/original.pdf"))
    with original.parent.with_suffix(".yml").open("a", encoding="utf-8") as record:
        record.write("# 说明\n")

    def never(*_: object) -> str:
        raise AssertionError("read again")

    with monkeypatch.context() as patched:
        patched.setattr(originals, "seen_in", never)
        kept = built(project)
    assert kept
    assert kept == cold(project, tmp_path / "aside")


@pytest.mark.parametrize(
    "name", ["a_paragraph", "a_record_added", "a_record_removed", "an_original"]
)
def test_shards_are_mended_where_few_records_changed(
    name: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("gathered anew")

    CHANGES[name](project)
    with monkeypatch.context() as patched:
        patched.setattr(segment.Segment, "_gather", never)
        kept = built(project)
    assert kept
    assert kept == cold(project, tmp_path / "aside")


@pytest.mark.parametrize("name", some(CHANGES, every=3))
@pytest.mark.slow
def test_a_change_gives_the_site_of_a_first_build(name: str, project: Path, tmp_path: Path) -> None:
    CHANGES[name](project)
    assert_same(project, tmp_path / "aside")


@pytest.mark.slow
def test_changes_one_after_another(project: Path, tmp_path: Path) -> None:
    for name in (
        "a_title",
        "a_record_removed",
        "a_page_spoilt",
        "a_relation",
        "the_store_poisoned",
    ):
        CHANGES[name](project)
        assert_same(project, tmp_path / "aside")


def test_without_the_store_nothing_is_kept(project: Path) -> None:
    shutil.rmtree(project / ".cache")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  - gongkai\n", "  - gongkai:\n      store: false\n"), encoding="utf-8"
    )
    assert built(project)
    assert not (project / ".cache").exists()
