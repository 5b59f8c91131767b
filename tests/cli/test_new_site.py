"""`gongkai new site`: a project that builds strictly and passes the checks at once."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from helpers import showcase
from mkdocs.exceptions import Abort
from mkdocs.utils.yaml import yaml_load

from generator.cli import main
from generator.intake import content
from generator.scaffold.site import TEMPLATES

OPTIONS = {
    "region-name": "某某市",
    "organiser": "某某市财政局",
    "name": "某某市财政支出绩效评价公开",
    "department-name": "某某市财政局",
    "department": "finance",
    "kind": "政府部门",
    "year": "2024",
}
FILES = {
    ".github/workflows/site.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    "README.md",
    "content/departments.yml",
    "content/pages/about/index.md",
    "content/pages/glossary/index.md",
    "content/pages/how-to-read/index.md",
    "content/pages/index.md",
    "content/pages/method/index.md",
    "content/publisher.yml",
    "content/records/2024/finance/example.yml",
    "mkdocs.yml",
    "requirements.txt",
    "schema/record.json",
    "wheels/README.md",
}
HOSTILE = ('某市"财政": #1 局', "'单引号' \\ & 反斜杠", "yes", "2024", "- {甲} | %", "__YEAR__")


def run(folder: Path, typed: str | None = None, **options: str) -> Result:
    given = [part for name, value in options.items() for part in (f"--{name}", value)]
    return CliRunner().invoke(main, ["new", "site", str(folder), *given], input=typed)


def check(project: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--project", str(project)])


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A new site by options alone."""
    made = run(tmp_path / "新网站", **OPTIONS)
    assert made.exit_code == 0, made.output
    return tmp_path / "新网站"


def test_the_files(fresh: Path) -> None:
    assert set(showcase.files_of(fresh)) == FILES
    for name, data in showcase.files_of(fresh).items():
        assert not re.search(rb"__[A-Z_]+__", data), name
        assert b"\r" not in data, name


def test_it_passes_the_checks_and_builds_strictly(fresh: Path) -> None:
    checked = check(fresh)
    assert checked.exit_code == 0, checked.output
    assert "可以使用的评价记录 1 份；错误 0 处，警告 0 处，" in checked.output
    site = showcase.build(fresh)
    for address in ("", "method", "how-to-read", "glossary", "about", "departments"):
        assert (site / address / "index.html").is_file(), address
    assert not list(site.rglob("example")), "a draft was published"
    assert "某某市财政局" in (site / "index.html").read_text(encoding="utf-8")


def test_its_example_could_be_published_were_it_not_made_up(fresh: Path) -> None:
    example = fresh / "content" / "records" / "2024" / "finance" / "example.yml"
    text = example.read_text(encoding="utf-8")
    schema = text.splitlines()[0].partition("=")[2]
    assert (example.parent / schema).resolve() == (fresh / "schema" / "record.json").resolve()
    published = text.replace("状态: 草稿", "状态: 已发布")
    example.write_text(published, encoding="utf-8")
    with pytest.raises(Abort):  # as long as it says that it is made up
        showcase.build(fresh)
    assert "虚构: 是\n" in published
    example.write_text(published.replace("虚构: 是\n", ""), encoding="utf-8")
    page = showcase.build(fresh) / "2024" / "finance" / "example" / "index.html"
    html = page.read_text(encoding="utf-8")
    assert "96.5" in html
    assert "优" in html


def test_records_and_departments_can_be_added(fresh: Path) -> None:
    department = ["--id", "library", "--name", "市图书馆", "--kind", "事业单位"]
    added = CliRunner().invoke(main, ["new", "department", "--site", str(fresh), *department])
    assert added.exit_code == 0, added.output
    typed = "单位自评\n\n市图书馆\nreading\n全民阅读\n\n1\n单位自评-10\n\n"
    made = CliRunner().invoke(main, ["new", "record", "--site", str(fresh)], input=typed)
    assert made.exit_code == 0, made.output
    assert "评价年度 [2024]" in made.output
    assert check(fresh).exit_code == 0
    showcase.build(fresh)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_what_was_typed(tmp_path: Path, name: str) -> None:
    names = dict.fromkeys(("region-name", "organiser", "name", "department-name"), name)
    assert run(tmp_path / "site", **(OPTIONS | names)).exit_code == 0
    loaded = content.load(tmp_path / "site" / "content", tmp_path / "site")
    assert not loaded.diagnostics
    assert loaded.publisher
    assert (loaded.publisher.name, loaded.publisher.organiser) == (name, name)
    assert loaded.regions[0].name == loaded.departments[0].name == name
    assert settings(tmp_path / "site")["site_name"] == name
    if name == HOSTILE[0]:
        showcase.build(tmp_path / "site")


def test_asked_for_all(tmp_path: Path) -> None:
    typed = "某<b>市\n某某市\n\n\n\n财政\nfinance\n\n24\n2024\n"
    made = run(tmp_path / "site", typed=typed)
    assert made.exit_code == 0, made.output
    assert "名称里不能有“<”和“>”" in made.output
    assert "“财政”不能用作编号" in made.output
    assert "“24”不是年度" in made.output
    by_options = run(tmp_path / "other", **OPTIONS)
    assert by_options.exit_code == 0
    assert showcase.files_of(tmp_path / "site") == showcase.files_of(tmp_path / "other")


def settings(project: Path) -> dict[str, Any]:
    loaded = yaml_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_its_settings_are_those_of_the_showcase(fresh: Path) -> None:
    ours, theirs = settings(showcase.PROJECT), settings(fresh)
    own = {"site_name", "nav"}
    assert {k: v for k, v in ours.items() if k not in own} == {
        k: v for k, v in theirs.items() if k not in own
    }


def test_the_continuous_integration_is_yaml_and_pinned(fresh: Path) -> None:
    for name in (".gitlab-ci.yml", ".github/workflows/site.yml"):
        text = (fresh / name).read_text(encoding="utf-8")
        assert yaml.safe_load(text)
        assert "mkdocs build --strict" in text
        assert "gongkai check" in text
    requirements = (fresh / "requirements.txt").read_text(encoding="utf-8")
    assert re.search(r"^\./wheels/gongkai-[\d.]+\S*-py3-none-any\.whl$", requirements, re.MULTILINE)


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert run(tmp_path, **OPTIONS).exit_code == 0
    assert check(tmp_path).exit_code == 0


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_bytes(b"")
    made = run(tmp_path, **OPTIONS)
    assert made.exit_code == 2
    assert "不是空的，请换一个，或先清空。没有写入任何文件" in made.output
    assert set(showcase.files_of(tmp_path)) == {".hidden"}


def test_a_wrong_option_leaves_nothing(tmp_path: Path) -> None:
    made = run(tmp_path / "a" / "site", **(OPTIONS | {"department": "../x"}))
    assert made.exit_code == 2
    assert "--department：“../x”不能用作编号" in made.output
    assert not (tmp_path / "a").exists()


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: Any = Path.open

    def full(self: Path, mode: str = "r", **more: str) -> object:
        if "x" in mode and self.name == "mkdocs.yml":
            raise OSError(28, "No space left on device", str(self))
        return opened(self, mode, **more)

    monkeypatch.setattr(Path, "open", full)
    made = run(tmp_path / "a" / "site", **OPTIONS)
    monkeypatch.undo()
    assert made.exit_code == 2
    assert "读写文件失败" in made.output
    assert not (tmp_path / "a").exists()


def test_no_template_is_left_out_of_the_wheel() -> None:
    # Hatch heeds .gitignore; a template that git ignores would be missing from the wheel.
    assert not [path.name for path in TEMPLATES.rglob(".*")]
