"""A preview stays readable whatever is wrong with the content."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers import showcase
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.plugin.watching import Watched

pytestmark = pytest.mark.slow

Preview = Callable[[], Path]
SERVER = "http://127.0.0.1:8000/"


@pytest.fixture
def preview(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Rebuilds as `mkdocs serve` does: plugins are kept, the settings are read anew."""
    folder = tmp_path_factory.mktemp("preview")
    first = load_config(str(project / "mkdocs.yml"), site_dir=str(folder / "site"))
    first.plugins.on_startup(command="serve", dirty=False)

    def rebuild() -> Path:
        config = load_config(
            str(project / "mkdocs.yml"), site_dir=str(folder / "site"), plugins=None
        )
        config.plugins = first.plugins
        build(config, serve_url=SERVER)
        return folder / "site"

    yield rebuild
    first.plugins.on_shutdown()


def text(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def change(project: Path, old: str, new: str) -> None:
    record = project / showcase.SEED_RECORD
    content = record.read_text(encoding="utf-8")
    assert old in content
    record.write_text(content.replace(old, new), encoding="utf-8")


def test_a_broken_record_keeps_its_last_good_version_and_says_so(
    project: Path, preview: Preview
) -> None:
    preview()
    change(project, "支出: 9.5", "支出: 九点五")
    site = preview()
    assert "9.5万元" in text(site, showcase.SEED)
    for address in (showcase.SEED, "", "about"):
        assert "「支出」填写的「九点五」" in text(site, address)
    change(project, "支出: 九点五", "支出: 8.5")
    site = preview()
    assert "8.5万元" in text(site, showcase.SEED)
    assert "九点五" not in text(site, "")


def test_starting_on_a_broken_record_leaves_it_out(project: Path, preview: Preview) -> None:
    change(project, "支出: 9.5", "支出: 九点五")
    site = preview()
    assert not (site / showcase.SEED).exists()
    assert "「支出」填写的「九点五」" in text(site, "")
    change(project, "支出: 九点五", "支出: 9.5")
    assert "9.5万元" in text(preview(), showcase.SEED)


def test_a_broken_register_or_publisher_takes_nothing_away(project: Path, preview: Preview) -> None:
    preview()
    for name in ("departments.yml", "publisher.yml"):
        (project / "content" / name).write_text("格式: [\n", encoding="utf-8")
    site = preview()
    assert "9.5万元" in text(site, showcase.SEED)
    assert "departments.yml" in text(site, "")
    assert "publisher.yml" in text(site, "")


def test_a_removed_record_goes(project: Path, preview: Preview) -> None:
    preview()
    (project / showcase.SEED_RECORD).unlink()
    site = preview()
    assert not (site / showcase.SEED).exists()
    assert not (site / "2021").exists()


def test_a_draft_is_shown_with_a_mark_and_never_built(project: Path, preview: Preview) -> None:
    change(project, "状态: 已发布", "状态: 草稿")
    assert "草稿：本页只在预览中出现" in text(preview(), showcase.SEED)
    assert not (showcase.build(project) / showcase.SEED).exists()


def test_only_what_pages_are_made_of_calls_for_a_rebuild(project: Path) -> None:
    watched = Watched([project / "content", project / "mkdocs.yml"])
    record = project / showcase.SEED_RECORD
    for name in (".office.yml.swp", "~$office.docx", "office.yml~", "4913.tmp"):
        record.with_name(name).write_bytes(b"x")
    assert not watched.changed()
    change(project, "支出: 9.5", "支出: 6.55")
    assert watched.changed()
    assert not watched.changed()
    record.unlink()
    assert watched.changed()
