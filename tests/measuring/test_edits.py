"""Each edit is one, and what stands after all of them is a site like the one before."""

from pathlib import Path

import pytest
from helpers import demo_site

from bench.edits import edits
from generator.intake import content


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_site.made(tmp_path_factory.mktemp("demo") / "site", 40)


def changed(before: bytes, after: bytes) -> list[bytes]:
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [new for old, new in pairs if old != new]


def test_each_edit_changes_one_thing_in_the_middle_of_the_list(project: Path) -> None:
    files = demo_site.record_files(project)
    score, paragraph, removed, added = edits(files)
    before = score.file.read_bytes()
    assert score.content is not None
    assert paragraph.content is not None
    (scored,) = changed(before, score.content)
    assert "得分" in scored.decode()
    (worded,) = changed(score.content, paragraph.content)
    assert worded.decode().endswith("以上情况属实。")
    assert (removed.content, added.content) == (None, paragraph.content)
    assert {edit.file for edit in (score, paragraph, removed, added)} == {score.file}
    place = files.index(score.file) / len(files)
    assert 0.25 < place < 0.75


def test_no_edit_is_a_fault_of_reading(project: Path) -> None:
    files = demo_site.record_files(project)
    known = content.load(project / "content", project)
    for edit in edits(files):
        edit.make()
        loaded = content.load(project / "content", project)
        assert loaded.diagnostics == known.diagnostics
        assert len(loaded.records) == len(files) - (edit.content is None)


def test_without_a_fit_record_nothing_is_edited(tmp_path: Path) -> None:
    file = tmp_path / "health-00001.yml"
    file.write_text("    得分: 5\n", encoding="utf-8")
    with pytest.raises(LookupError):
        edits([file])
