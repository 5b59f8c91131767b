"""The examples of the Chinese manuals do what the manuals say.

An example is a fenced block that begins with the name of a file. It is put into a small site of
its own: added to what the file says, or in its place where it begins with 格式. A block of `text`
behind it has lines of what `gongkai check` then says; without one there is no error, and nothing
that stops a build.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from helpers.audit import sound
from helpers.showcase import ROOT
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from generator import site
from generator.diagnostics import Severity
from generator.diagnostics.formats import as_text
from generator.model.publisher import Thresholds
from generator.plugin.layers import lay
from generator.plugin.settings import fit
from generator.schema.vocabulary import vocabulary
from generator.site import Site

MANUALS = ("looks", "departments", "policy", "words")
BLOCK = re.compile(
    r"^```(?:yaml|html|css)\n(?:# |<!-- |/\* )([\w./-]+)[^\n]*\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
SAID = re.compile(r"\s*(?:[^`\n]+\n\s*)?```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECORD = "content/records/2023/jiaoyu/lunch.yml"
SETTINGS = """\
site_name: 示例市绩效评价公开
docs_dir: content/pages
theme: {name: material, language: zh, font: false}
plugins: [gongkai]
"""
PUBLISHER = "格式: 1\n名称: 示例市绩效评价公开\n主办单位: 示例市财政局\n"
REGISTER = """\
格式: 1
地区: [{编号: shili, 名称: 示例市}]
部门:
  - {编号: jiaoyu, 名称: 示例市教育局, 地区: shili, 类型: 政府部门}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>\n'


@dataclass(frozen=True)
class Example:
    """One block of a manual, and what the manual says of it."""

    manual: str
    line: int
    file: str
    text: str
    said: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.manual}:{self.line}"


def examples(manual: str) -> list[Example]:
    text = (ROOT / "docs" / f"{manual}.md").read_text(encoding="utf-8")
    found = []
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 1
        said = SAID.match(text, block.end())
        told = tuple(said[1].splitlines()) if said else ()
        found.append(Example(manual, line, block[1], block[2], told))
    return found


EXAMPLES = [example for manual in MANUALS for example in examples(manual)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of one sound record that was published a month late."""
    late = sound().replace("发布日期: 2024-09-25", "发布日期: 2024-11-25")
    for name, text in {
        "mkdocs.yml": SETTINGS,
        "content/publisher.yml": PUBLISHER,
        "content/departments.yml": REGISTER,
        "content/pages/index.md": "公开评价报告。\n",
        "content/pages/assets/logo.svg": LOGO,
        "content/pages/assets/own.css": "",
        "content/pages/assets/own.js": "",
        RECORD: late,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def put(example: Example, project: Path) -> None:
    file = project / example.file
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    file.parent.mkdir(parents=True, exist_ok=True)
    if example.file == "mkdocs.yml":
        merged = yaml.safe_load(before)
        for key, value in yaml.safe_load(example.text).items():
            merged[key] = merged[key] | value if isinstance(value, dict) else value
        file.write_text(yaml.safe_dump(merged, allow_unicode=True), encoding="utf-8")
    else:
        whole = example.text.startswith("格式:")
        file.write_text(example.text if whole else before + example.text, encoding="utf-8")


def complaint(project: Path) -> str:
    """What is said of mkdocs.yml."""
    config = load_config(str(project / "mkdocs.yml"))
    try:
        lay(config)
        fit(config, project.resolve() / "content")
    except PluginError as refusal:
        return str(refusal)
    return ""


def built(project: Path) -> Site:
    return site.build(project / "content", project)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_does_what_the_manual_says(example: Example, project: Path) -> None:
    put(example, project)
    made, refused = built(project), complaint(project)
    output = as_text(made.diagnostics) + refused
    if example.said:
        assert [line for line in example.said if line not in output] == []
    else:
        assert refused == ""
        errors = (fault for fault in made.diagnostics if fault.severity is Severity.ERROR)
        grave = [fault for fault in errors if not fault.accepted]
        assert [str(fault) for fault in (*grave, *made.stopping)] == []


def test_every_manual_has_examples_and_is_linked() -> None:
    assert {example.manual for example in EXAMPLES} == set(MANUALS)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for manual in MANUALS:
        assert f"(docs/{manual}.md)" in readme


@pytest.mark.parametrize("manual", MANUALS)
def test_places_that_a_manual_names_are_there(manual: str) -> None:
    text = (ROOT / "docs" / f"{manual}.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_the_thresholds_of_the_manual_are_those_of_the_program() -> None:
    text = (ROOT / "docs/policy.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\S+) \| ([^|]+) \|", text, re.MULTILINE))
    for name, term in vocabulary(Thresholds).terms.items():
        usual = getattr(Thresholds(), name)
        if isinstance(usual, Decimal):
            percent = "%" if term.unit == "%" else ""
            assert rows[term.label] == f"{usual}{percent}"
        else:
            assert term.label in rows


def test_the_names_of_styles_that_the_manual_gives_are_there() -> None:
    text = (ROOT / "docs/looks.md").read_text(encoding="utf-8")
    styles = (ROOT / "theme_overrides/styles/tokens.css").read_text(encoding="utf-8")
    names = set(re.findall(r"`(--gk-[a-z-]+)`", text))
    assert len(names) >= 4
    assert [name for name in sorted(names) if f"  {name}: " not in styles] == []


def test_merged_departments_lead_to_one_another(project: Path) -> None:
    merged = next(one for one in examples("departments") if "jiaoyu-tiyu, 名称" in one.text)
    put(merged, project)
    later = project / "content/records/2024/jiaoyu-tiyu/lunch.yml"
    later.parent.mkdir(parents=True)
    later.write_text((project / RECORD).read_text(encoding="utf-8"), encoding="utf-8")
    pages = {page.uri: str(page.content) for page in built(project).pages}
    old, new = (pages[f"departments/{name}/index.md"] for name in ("jiaoyu", "jiaoyu-tiyu"))
    assert "承接单位" in old
    assert "../jiaoyu-tiyu/index.html" in old
    assert "../jiaoyu/index.html" in new
    # The project goes on: each year's page leads to the other's.
    assert "../../../2024/jiaoyu-tiyu/lunch/index.html" in pages["2023/jiaoyu/lunch/index.md"]
    assert "../../../2023/jiaoyu/lunch/index.html" in pages["2024/jiaoyu-tiyu/lunch/index.md"]
