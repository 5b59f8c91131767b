"""`gongkai new site`: a project that builds strictly and passes the checks at once."""

import json
import re
from hashlib import sha256
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
from generator.intake.kinds import KINDS
from generator.scaffold.site import TEMPLATES
from generator.upkeep import lock
from generator.upkeep.wheel import wheel

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
    ".gitattributes",
    ".gitea/workflows/site.yml",
    ".github/workflows/site.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".gongkai.json",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "content/departments.yml",
    "content/pages/about/index.md",
    "content/pages/glossary/index.md",
    "content/pages/how-to-read/index.md",
    "content/pages/index.md",
    "content/pages/method/index.md",
    "content/publisher.yml",
    "content/records/2024/finance/example.yml",
    "gongkai.cmd",
    "mkdocs.yml",
    "preview.cmd",
    "publish.cmd",
    "python.md",
    "requirements.txt",
    "run.py",
    *(f"schema/{kind.name}.json" for kind in KINDS),
    f"wheels/{wheel().name}",
}
WORKFLOWS = (".github/workflows/site.yml", ".gitea/workflows/site.yml", ".gitlab-ci.yml")
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
    texts = {name: data for name, data in showcase.files_of(fresh).items() if ".whl" not in name}
    for name, data in texts.items():
        assert not re.search(rb"__[A-Z_]+__", data), name
        assert data.count(b"\r\n") == data.count(b"\r"), name
        assert (b"\r" in data) == name.endswith(".cmd"), name


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
    assert "登记后不再更改 [mou-mou-shi-cai-zheng-ju]：" in made.output
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


def test_the_continuous_integration_is_yaml_and_hands_the_address_over(fresh: Path) -> None:
    for name in WORKFLOWS:
        text = (fresh / name).read_text(encoding="utf-8")
        assert yaml.safe_load(text)
        assert "mkdocs build --strict" in text
        assert "gongkai check" in text
        assert "--require-hashes -r requirements.txt" in text
        assert re.search(r"SITE_URL: (>-\n\s+)?\$", text)
        assert ".cache/gongkai" in text
        assert not re.search(r"\b(main|master)\b", text), f"{name} names a branch"


def test_what_is_installed_is_locked_to_what_this_program_was_tested_with(fresh: Path) -> None:
    text = (fresh / "requirements.txt").read_text(encoding="ascii")
    ours = (showcase.ROOT / "requirements.lock").read_text(encoding="ascii")
    package = fresh / "wheels" / wheel().name
    assert f"./wheels/{package.name} \\\n    --hash=sha256:{wheel().digest}\n" in text
    assert sha256(package.read_bytes()).hexdigest() == wheel().digest
    assert lock.pinned(text) == {"gongkai": wheel().version} | lock.pinned(ours)
    named = [line for line in text.splitlines() if line and not line.startswith((" ", "#", "-"))]
    assert all(line.endswith("\\") for line in named), "a package without a digest"
    assert "://" not in text, "an address of an index"


def test_the_settings_for_editors_name_schemas_that_are_there(fresh: Path) -> None:
    settings = json.loads((fresh / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert json.loads((fresh / schema).read_text(encoding="utf-8"))["$schema"]
        assert pattern.startswith("content/")
    assert next(fresh.glob(settings["yaml.schemas"]["./schema/record.json"])).name == "example.yml"


@pytest.mark.parametrize("name", ["gongkai.cmd", "preview.cmd", "publish.cmd"])
def test_what_windows_runs_names_files_and_commands_that_are_there(fresh: Path, name: str) -> None:
    text = (fresh / name).read_bytes().decode("ascii")
    for beside in re.findall(r"%~dp0([\w.]+)", text):
        assert (fresh / beside).is_file()
    for label in re.findall(r"goto (\w+)", text):
        assert f"\r\n:{label}\r\n" in text
    for word in re.findall(r'gongkai\.cmd" (\w+)', text):
        assert f'"{word}"' in (fresh / "run.py").read_text(encoding="utf-8")


CLONED = {
    "README.md": b"# site\n",
    "LICENSE": b"MIT\n",
    ".gitignore": b"*.tmp\r\n/site/\r\n*.bak",
    ".git/HEAD": b"ref: refs/heads/trunk\n",
    ".venv/pyvenv.cfg": b"",
    "gongkai-0.2.0-py3-none-any.whl": b"",
}
"""A repository that was just cloned, and the environment that gongkai was installed into."""


def test_a_cloned_repository_is_filled_and_what_it_holds_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in CLONED.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    made = run(Path(), **OPTIONS)
    assert made.exit_code == 0, made.output
    assert "GUIDE.md" in made.output
    files = showcase.files_of(tmp_path)
    assert set(files) == FILES | set(CLONED) | {"GUIDE.md"}
    ignored = files.pop(".gitignore")
    assert {name: files[name] for name in CLONED if name != ".gitignore"} == {
        name: data for name, data in CLONED.items() if name != ".gitignore"
    }
    ours = ["/.cache/", "/.venv/", "/public/", "__pycache__/", "/review/", "/*.whl"]
    assert ignored == CLONED[".gitignore"] + "\r\n".join(["", *ours, ""]).encode()
    assert check(tmp_path).exit_code == 0


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert run(tmp_path, **OPTIONS).exit_code == 0
    assert check(tmp_path).exit_code == 0


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    for name in (".hidden", "notes.txt", "README.md"):
        (tmp_path / name).write_bytes(b"")
    made = run(tmp_path, **OPTIONS)
    assert made.exit_code == 2
    assert "不是空的，其中有 .hidden、notes.txt；请换一个空的或刚克隆的" in made.output
    assert set(showcase.files_of(tmp_path)) == {".hidden", "notes.txt", "README.md"}


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

    (tmp_path / "b").mkdir()
    (tmp_path / "b" / ".gitignore").write_bytes(b"mine\n")
    monkeypatch.setattr(Path, "open", full)
    made = [run(tmp_path / place, **OPTIONS) for place in ("a/site", "b")]
    monkeypatch.undo()
    for one in made:
        assert one.exit_code == 2
        assert "读写文件失败" in one.output
    assert showcase.files_of(tmp_path) == {"b/.gitignore": b"mine\n"}
    assert not (tmp_path / "a").exists()


def test_no_template_is_left_out_of_the_wheel() -> None:
    # Hatch heeds .gitignore; a template that git ignores would be missing from the wheel.
    assert not [path.name for path in TEMPLATES.rglob(".*")]
