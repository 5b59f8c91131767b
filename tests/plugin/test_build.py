"""The real MkDocs build: strict, repeatable, and harmless when it fails."""

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import showcase
from mkdocs.exceptions import Abort, MkDocsException

EVENTS = (
    "on_config",
    "on_pre_build",
    "on_files",
    "on_nav",
    "on_env",
    "on_page_markdown",
    "on_page_content",
    "on_page_context",
    "on_post_page",
    "on_post_template",
    "on_post_build",
)


def entries(project: Path) -> list[str]:
    """What lies in a project's folder, hidden names included, but for what builds keep there."""
    return sorted(path.name for path in project.iterdir() if path.name != ".cache")


def test_the_addresses_of_the_contract_exist(site: Path) -> None:
    department = showcase.SEED.split("/")[1]
    for address in ("", "2021", f"2021/{department}", showcase.SEED, "departments"):
        assert (site / address / "index.html").is_file(), address
    assert (site / "departments" / department / "index.html").is_file()


def test_no_record_reaches_the_site(site: Path) -> None:
    assert not [path for path in site.rglob("*") if path.suffix in {".yml", ".yaml", ".md"}]


def test_reports_stay_out_of_the_navigation(site: Path) -> None:
    page = (site / "about" / "index.html").read_text(encoding="utf-8")
    assert "2021/index.html" in page
    assert showcase.SEED not in page


def test_a_page_offers_its_record_for_editing(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(
            "  font: false\n", "  font: false\n  features: [content.action.edit]\n"
        )
        + "\nedit_uri: https://example.org/edit/main/\n",
        encoding="utf-8",
    )
    site = showcase.build(project)
    report = (site / showcase.SEED / "index.html").read_text(encoding="utf-8")
    assert f"https://example.org/edit/main/{showcase.SEED_RECORD}" in report
    about = (site / "about" / "index.html").read_text(encoding="utf-8")
    assert "https://example.org/edit/main/content/pages/about/index.md" in about


@pytest.mark.slow
def test_another_day_and_place_give_the_same_bytes(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    again = showcase.files_of(showcase.build(showcase.copy_to(tmp_path)))
    assert {
        name for name, data in showcase.files_of(site).items() if again.get(name) != data
    } == set()
    assert set(again) == set(showcase.files_of(site))


@pytest.mark.slow
def test_a_second_build_over_the_first_changes_nothing(project: Path) -> None:
    first = showcase.files_of(showcase.build(project))
    assert showcase.files_of(showcase.build(project)) == first


def test_the_closing_line_counts(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    showcase.build(small)
    said = capsys.readouterr().out
    assert "3 份评价，3 个年度，3 个部门，" in said
    assert "或运行 mkdocs serve 预览" in said


def test_the_closing_line_names_what_a_site_of_its_own_has(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "run.py").touch()
    showcase.build(small)
    assert (
        "或运行 python3 run.py preview（Windows 双击 preview.cmd）预览" in capsys.readouterr().out
    )


def test_a_page_that_the_navigation_lacks_is_named_once(
    small: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = small / "content/pages/policy/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# 制度文件\n", encoding="utf-8")
    with pytest.raises(Abort):
        showcase.build(small)
    said = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert len(said) == 1
    assert said[0].startswith("mkdocs.yml 的 nav 中没有手写页面 policy/index.md；请写进 nav")
    settings = small / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f"{before}\nnot_in_nav: /policy/\n", encoding="utf-8")
    assert (showcase.build(small) / "policy/index.html").is_file()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site, to copy."""
    project = showcase.seed_to(tmp_path_factory.mktemp("published"))
    showcase.build(project)
    return project


@pytest.mark.slow
class TestAFailedBuildHarmsNothing:
    """Whatever fails, the site stays byte for byte and nothing is left beside it."""

    @pytest.fixture(autouse=True)
    def _published(self, published: Path, tmp_path: Path) -> None:
        self.project = shutil.copytree(published, tmp_path / "project")
        self.before = showcase.files_of(self.project / "site")

    def unharmed(self) -> bool:
        own = {"content", "mkdocs.yml", "site", "hook.py", "__pycache__"}
        return showcase.files_of(self.project / "site") == self.before and not (
            set(entries(self.project)) - own
        )

    def test_by_a_bad_record(self, capsys: pytest.CaptureFixture[str]) -> None:
        record = self.project / showcase.SEED_RECORD
        record.write_text(record.read_text(encoding="utf-8").replace("支出: 9.5", "支出: 九点五"))
        with pytest.raises((Abort, MkDocsException)):
            showcase.build(self.project)
        said = capsys.readouterr().err
        assert f"{showcase.SEED_RECORD}:19:11: 错误: 【拦截】「支出」填写的「九点五」" in said
        assert self.unharmed()

    def test_by_a_broken_link(self) -> None:
        page = self.project / "content" / "pages" / "about" / "index.md"
        page.write_text("# 关于\n\n[无此页](nowhere.md)\n", encoding="utf-8")
        with pytest.raises(Abort):
            showcase.build(self.project)
        assert self.unharmed()

    def test_by_a_broken_anchor(self) -> None:
        page = self.project / "content" / "pages" / "about" / "index.md"
        page.write_text("# 关于\n\n[无此处](../index.md#nowhere)\n", encoding="utf-8")
        with pytest.raises(Abort):
            showcase.build(self.project)
        assert self.unharmed()

    def test_by_a_page_in_the_place_of_a_generated_one(self) -> None:
        page = self.project / "content" / "pages" / "2021" / "index.md"
        page.parent.mkdir()
        page.write_text("# 2021\n", encoding="utf-8")
        with pytest.raises(Abort):
            showcase.build(self.project)
        assert self.unharmed()

    @pytest.mark.parametrize("event", EVENTS)
    def test_by_an_exception_in_a_hook(self, event: str) -> None:
        hook = f"def {event}(*args, **kwargs):\n    raise RuntimeError('stop')\n"
        (self.project / "hook.py").write_text(hook, encoding="utf-8")
        with (self.project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write("\nhooks: [hook.py]\n")
        with pytest.raises(RuntimeError, match="stop"):
            showcase.build(self.project)
        assert self.unharmed()

    def test_quietly_and_strictly(self) -> None:
        page = self.project / "content" / "pages" / "about" / "index.md"
        page.write_text("# 关于\n\n[无此页](nowhere.md)\n", encoding="utf-8")
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "--strict"],
            cwd=self.project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            check=False,
        )
        assert run.returncode == 1
        assert b"nowhere.md" in run.stderr
        assert self.unharmed()

    def test_and_the_next_good_build_replaces_it(self) -> None:
        record = self.project / showcase.SEED_RECORD
        good = record.read_text(encoding="utf-8")
        record.write_text("坏\n", encoding="utf-8")
        with pytest.raises((Abort, MkDocsException)):
            showcase.build(self.project)
        record.write_text(good.replace("支出: 9.5", "支出: 6.5"), encoding="utf-8")
        page = showcase.build(self.project) / showcase.SEED / "index.html"
        assert "6.5万元" in page.read_text(encoding="utf-8")


def test_the_same_tree_builds_under_properdocs(project: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    report = (project / "site" / showcase.SEED / "index.html").read_text(encoding="utf-8")
    assert "135.71%" in report
