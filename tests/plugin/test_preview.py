"""A preview stays readable whatever is wrong with the content."""

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers import demo_site, showcase
from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from generator.pages.templating import compiled
from generator.plugin import fast_way, faults, splicing
from generator.plugin.watching import Watched

pytestmark = pytest.mark.slow

Preview = Callable[[], Path]
SERVER = "http://127.0.0.1:8000/"


@pytest.fixture
def preview(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Rebuilds the showcase."""
    yield from previewed(project, tmp_path_factory.mktemp("preview"))


def previewed(project: Path, folder: Path) -> Iterator[Preview]:
    """Rebuilds as `mkdocs serve` does: plugins are kept, the settings are read anew."""
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


def banner(site: Path, address: str) -> list[str]:
    """The faults that a page of a preview shows."""
    above = "../" * len(Path(address).parts)
    assert f'<script src="{above}{faults.SCRIPT}"></script>' in text(site, address)
    script = (site / faults.SCRIPT).read_text(encoding="utf-8")
    listed, _ = json.JSONDecoder().raw_decode(script.removeprefix("const gongkaiFaults = "))
    return [fault["text"] for fault in listed]


def says(site: Path, address: str, what: str) -> bool:
    """Whether one of them has these words."""
    return any(what in fault for fault in banner(site, address))


def change(project: Path, old: str, new: str) -> None:
    change_in(project / showcase.SEED_RECORD, old, new)


def change_in(record: Path, old: str, new: str) -> None:
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
        assert says(site, address, "「支出」填写的「九点五」")
    change(project, "支出: 九点五", "支出: 8.5")
    site = preview()
    assert "8.5万元" in text(site, showcase.SEED)
    assert not says(site, "", "九点五")


def test_starting_on_a_broken_record_leaves_it_out(project: Path, preview: Preview) -> None:
    change(project, "支出: 9.5", "支出: 九点五")
    site = preview()
    assert not (site / showcase.SEED).exists()
    assert says(site, "", "「支出」填写的「九点五」")
    change(project, "支出: 九点五", "支出: 9.5")
    assert "9.5万元" in text(preview(), showcase.SEED)


def test_a_broken_register_or_publisher_takes_nothing_away(project: Path, preview: Preview) -> None:
    preview()
    for name in ("departments.yml", "publisher.yml"):
        (project / "content" / name).write_text("格式: [\n", encoding="utf-8")
    site = preview()
    assert "9.5万元" in text(site, showcase.SEED)
    assert says(site, "", "departments.yml")
    assert says(site, "", "publisher.yml")


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


def test_readers_without_script_have_the_faults_on_the_review_page(
    project: Path, preview: Preview
) -> None:
    change(project, "支出: 9.5", "支出: <b>九点五</b>")
    site = preview()
    list_of_faults = text(site, "review").partition("<noscript>")[2].partition("</noscript>")[0]
    assert "「支出」填写的「&lt;b&gt;九点五&lt;/b&gt;」" in list_of_faults
    assert f"内容有 {len(banner(site, ''))} 处需要修改" in list_of_faults
    assert "review/index.html" in text(site, "about")
    assert "九点五" not in text(site, "about")


def test_a_public_site_has_no_trace_of_the_banner(project: Path) -> None:
    site = showcase.build(project)
    assert not (site / faults.SCRIPT).exists()
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert faults.SCRIPT not in html
        assert "gk-faults" not in html


def test_a_new_fault_renders_few_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = demo_site.made(tmp_path / "demo", 60)
    written: list[str] = []
    real = splicing.Splicing._write_page

    def counted(self: splicing.Splicing, page: Page, *given: object) -> bytes:
        written.append(page.file.src_uri)
        return real(self, page, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(splicing.Splicing, "_write_page", counted)
    texts = {file: file.read_text(encoding="utf-8") for file in demo_site.record_files(demo)}
    record, total = next((f, m[0]) for f, t in texts.items() if (m := re.search("总分: .+", t)))
    rebuilds = previewed(demo, tmp_path / "site")
    rebuild = next(rebuilds)
    before = banner(rebuild(), "")
    all_pages = len(written)
    written.clear()
    change_in(record, total, "总分: 12.3")
    site = rebuild()
    assert len(banner(site, "")) > len(before)
    report = record.relative_to(demo / "content/records").with_suffix("").as_posix()
    assert f"{report}/index.md" in written
    assert "12.3" in text(site, report)
    assert len(written) * 5 < all_pages
    assert [*rebuilds] == []


def test_a_rebuild_compiles_and_compares_nothing_again(
    project: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # where nothing is compiled yet
    compiled: list[object] = []
    converted: list[str] = []
    compile_it, render = Environment.compile, Page.render

    def compiling(self: Environment, *given: Any, **named: Any) -> Any:
        compiled.append(given)
        return compile_it(self, *given, **named)

    def rendering(self: Page, *given: Any) -> None:
        converted.append(self.file.src_uri)
        render(self, *given)

    monkeypatch.setattr(Environment, "compile", compiling)
    monkeypatch.setattr(Page, "render", rendering)
    preview()
    assert compiled
    first = len(converted)
    compiled.clear()
    converted.clear()
    change(project, "支出: 9.5", "支出: 6.5")
    assert "6.5万元" in text(preview(), showcase.SEED)
    assert compiled == []
    by_hand = {"about/index.md"}
    assert by_hand <= {*converted}
    assert len(converted) < first // 2


def test_a_changed_template_is_compiled_and_compared_again(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_text("甲", encoding="utf-8")
    cache = compiled("1")

    def shown() -> str:
        env = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=cache, autoescape=True)
        return env.get_template("page.html").render()

    monkeypatch.setattr(fast_way, "TEMPLATES", tmp_path)
    compared, config = fast_way.Compared(), load_config(str(project / "mkdocs.yml"))
    compared.still(config).add("page.html")
    assert compared.still(config) == {"page.html"}
    assert shown() == "甲"
    (tmp_path / "page.html").write_text("乙丙", encoding="utf-8")
    assert shown() == "乙丙"
    assert compared.still(config) == set()
    compared.still(config).add("page.html")
    config.mdx_configs = {"toc": {"toc_depth": 2}}
    assert compared.still(config) == set()
