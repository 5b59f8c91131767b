"""Pages written into shells of the theme: where that would show, the theme renders them whole."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from helpers import showcase
from helpers.both_ways import differing
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from generator import site
from generator.html import OutsideError
from generator.pages.page_artifact import PageArtifact
from generator.plugin import ready_pages, splicing
from generator.plugin.apart import AllPages
from generator.plugin.fast_way import FastWay
from generator.plugin.ready_pages import ReadyFile, ReadyPage
from generator.plugin.shell import MisfitError, Shell, parts_of, slot

REPORT = f"{showcase.SEED}/index.html"


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packed sitemap carries the time of the build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def change(project: Path, old: str, new: str) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().err.splitlines() if "逐页套用主题" in line]


FEEDBACK = """extra:
  analytics:
    feedback:
      title: 有用吗
      ratings:
        - {icon: material/emoticon-happy-outline, name: 有用, data: 1, note: "谢谢 {url}"}
plugins:
"""
ASIDE = [
    ("plugins:\n", "hooks: [hook.py]\nplugins:\n", "hook.py 要处理页面"),
    (
        "  font: false\n",
        "  font: false\n  features: [content.action.view]\n",
        "content.action.view",
    ),
    ("  font: false\n", "  font: false\n  custom_dir: own\n", "由文件夹 own 改过"),
    ("  font: false\n", "  font: false\n  static_templates: [own.html]\n", "另有要生成的模板"),
    ("plugins:\n", FEEDBACK, "拼接后会不同"),
]


@pytest.mark.parametrize(("old", "new", "said"), ASIDE)
@pytest.mark.slow
def test_whatever_takes_part_in_pages_has_them_rendered_whole(
    old: str, new: str, said: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "own/partials").mkdir(parents=True)
    (small / "own/own.html").write_text("甲", encoding="utf-8")
    (small / "own/partials/comments.html").write_text("{{ page.url }}", encoding="utf-8")
    hook = "def on_post_page(output, page, config):\n    return output + page.url\n"
    (small / "hook.py").write_text(hook, encoding="utf-8")
    change(small, old, new)
    if "static_templates" in new:
        change(small, "  font: false\n", "  font: false\n  custom_dir: own\n")
    assert differing(small, site_url="https://example.org/") == []
    [line] = told(capsys)
    assert said in line


def test_assets_of_a_site_are_no_hindrance(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "own").mkdir()
    (small / "own/logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8"
    )
    change(small, "  font: false\n", "  font: false\n  custom_dir: own\n  logo: logo.svg\n")
    assert differing(small) == []
    assert told(capsys) == []


def test_a_shell_that_would_differ_is_not_used(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(page: Page, env: Environment, config: MkDocsConfig) -> Mapping[str, str]:
        parts = parts_of(page, env, config)
        return {name: part.replace("评价", "别的") for name, part in parts.items()}

    monkeypatch.setattr(splicing, "parts_of", wrong)
    assert differing(small) == []
    assert len(told(capsys)) == 1


def test_pages_that_the_converter_refuses_are_put_into_shells_too(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refusing(markdown: str) -> None:
        raise OutsideError(markdown)

    monkeypatch.setattr(ready_pages, "converted", refusing)
    assert differing(small) == []
    assert told(capsys) == []


@pytest.mark.slow
def test_old_addresses_lead_on_from_shells_too(small: Path) -> None:
    record = small / showcase.SEED_RECORD
    text = record.read_text(encoding="utf-8")
    folder = showcase.SEED.split("/")[1]
    addresses = "".join(f"  - 2020/{folder}/a{n}\n" for n in range(4))
    record.write_text(f"{text}曾用地址:\n{addresses}", encoding="utf-8")
    assert differing(small, site_url="https://example.org/") == []
    moved = (small / f"site/2020/{folder}/a1/index.html").read_text(encoding="utf-8")
    assert 'content="noindex"' in moved


def test_all_pages_are_listed_in_their_order(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    made = site.build(project / "content", project).pages
    pages = [page for page in made if isinstance(page, PageArtifact)]
    fast = FastWay(list[str]().append)

    def page_of(artifact: PageArtifact) -> ReadyPage:
        file = ReadyFile(artifact, config, InclusionLevel.NOT_IN_NAV)
        return ReadyPage(None, file, config, fast)

    by_hand = File("about/index.md", None, config.site_dir, use_directory_urls=False)
    dates = {page.uri: page.text.meta.get("updated") for page in pages}
    dated = next(uri for uri, date in dates.items() if date)
    apart = {page.uri: page for n, page in enumerate(pages) if n % 2 or page.uri == dated}
    built = [by_hand, *(page_of(page).file for page in pages if page.uri not in apart)]
    listed = AllPages(built, apart, [page.uri for page in made], page_of)
    order = ["about/index.md", *(page.uri for page in pages)]
    assert [file.src_uri for file in listed] == order
    assert len(listed) == len(order)
    assert listed[2].src_uri == order[2]
    assert [file.src_uri for file in listed[1:4]] == order[1:4]
    second = listed[2].page
    assert second is not None
    for file in listed:
        if file.page is not None and file.src_uri in apart:
            assert file.page.meta.get("updated") == dates[file.src_uri]


def test_a_page_that_cannot_be_cut_is_a_misfit() -> None:
    with pytest.raises(MisfitError, match="head"):
        Shell("甲 乙 甲", {"head": "甲"})
    with pytest.raises(MisfitError, match="title"):
        Shell("甲 乙", {"head": "甲", "title": "丙"})


def test_a_shell_is_filled_with_what_a_page_says_and_no_slot_in_that_is() -> None:
    shell = Shell(f"1 {slot('body')} 2 甲 3", {"head": "甲", "contents": " "})
    page = Page.__new__(Page)
    page.content, page.toc, page.edit_url = slot("head"), [], None  # type: ignore[assignment]
    assert shell.filled(page, {"head": "乙", "contents": " "}) == f"1 {slot('head')} 2 乙 3"
