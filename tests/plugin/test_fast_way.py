"""The fast way past Python-Markdown: the same site byte for byte, or the ordinary way."""

import logging
import re
from pathlib import Path

import pytest
from helpers import demo_site, showcase
from helpers.both_ways import differing, ordinary
from helpers.filling import texts
from hypothesis import given
from mkdocs.exceptions import Abort
from mkdocs.utils.meta import get_data

from generator import site
from generator.html import Converted, converted
from generator.pages.page_artifact import PageArtifact
from generator.pages.rendering import PageText, _html
from generator.plugin import faults, ready_pages

ADDRESS = "https://example.org/a/"
REPORT = f"{showcase.SEED}/index.html"


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packed sitemap carries the time of the build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def write(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text, encoding="utf-8")


def add_settings(project: Path, text: str) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(text)


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_a_site_is_the_same_both_ways(
    small: Path, address: str, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "mkdocs"):
        assert differing(small, site_url=address) == []
    slow, fast = capsys.readouterr().err.split("fast: false")
    assert "会慢一些" in slow
    assert "会慢一些" not in fast
    spliced = [int(n) for n in re.findall(r"(\d+) 个页面拼入 \d+ 个外壳", caplog.text)]
    assert spliced[0] == 0
    assert spliced[1] > 0
    assert "1 个页面由 Python-Markdown 排版" in caplog.text


@pytest.mark.slow
def test_a_site_with_other_settings_is_the_same_both_ways(small: Path) -> None:
    settings = small / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    for old, new in (
        ("use_directory_urls: false", "use_directory_urls: true"),
        ("toc_depth: 4", "toc_depth: 2"),
        ("  font: false\n", "  font: false\n  features: [content.action.edit]\n"),
    ):
        assert old in text
        text = text.replace(old, new)
    settings.write_text(
        f"{text}edit_uri: https://example.org/edit/main/\nextra_css: [own.css]\n", encoding="utf-8"
    )
    write(small, "content/pages/own.css", "a{}\n")
    assert differing(small, site_url=ADDRESS) == []
    report = (small / "site" / REPORT).read_text(encoding="utf-8")
    assert f"https://example.org/edit/main/{showcase.SEED_RECORD}" in report
    assert "own.css" in report


@pytest.mark.promises
def test_the_showcase_is_the_same_both_ways(tmp_path: Path) -> None:
    assert differing(showcase.copy_to(tmp_path), site_url=ADDRESS) == []


@pytest.mark.slow
def test_a_preview_with_faults_is_the_same_both_ways(small: Path) -> None:
    record = small / f"content/records/{showcase.EXAMPLES[0]}.yml"
    broken = record.read_text(encoding="utf-8").replace("年度资金:", "年度资金: 九点五\n旧:")
    (small / f"content/records/{showcase.EXAMPLES[0]}-2.yml").write_text(broken, encoding="utf-8")
    assert differing(small, command="serve") == []
    assert (small / "site/review/index.html").is_file()
    assert "fire-station-2.yml" in (small / "site" / faults.SCRIPT).read_text(encoding="utf-8")
    assert faults.SCRIPT in (small / "site" / REPORT).read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_small_demo_is_the_same_both_ways(tmp_path: Path) -> None:
    assert differing(demo_site.made(tmp_path, 20)) == []


@pytest.mark.promises
def test_a_demo_is_the_same_both_ways(tmp_path: Path) -> None:
    project = demo_site.made(tmp_path, 300)
    assert differing(project) == []
    assert differing(project, site_url=ADDRESS) == []


def test_mkdocs_would_read_what_it_is_given() -> None:
    pages = site.publish(showcase.loaded(), preview=True).pages
    texts_of_pages = [page.text for page in pages if isinstance(page, PageArtifact)]
    assert len(texts_of_pages) > 100
    for text in texts_of_pages:
        assert get_data(text.whole) == (text.markdown, text.meta)


@given(texts())
def test_mkdocs_would_read_any_title_as_it_is_given(title: str) -> None:
    text = PageText({"title": _html(title), "head": {"a": _html(title)}}, "甲\n")
    assert get_data(text.whole) == (text.markdown, text.meta)


ASIDE = [
    ("markdown_extensions:\n", "markdown_extensions:\n  - admonition\n", "有 admonition"),
    ("toc_depth: 4", "toc_depth: 4\n      permalink: true", "toc 的设置 permalink"),
    ("toc_depth: 4", "toc_depth: 2-4", "toc 的设置 toc_depth"),
    ("plugins:\n", "hooks: [hook.py]\nplugins:\n", "hook.py 要处理文件"),
]


@pytest.mark.parametrize(("old", "new", "said"), ASIDE)
@pytest.mark.slow
def test_it_steps_aside_where_it_might_change_a_page_and_says_so(
    old: str, new: str, said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "hook.py", "def on_files(files, config):\n    return files\n")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")
    assert differing(project) == []
    told = [line for line in capsys.readouterr().err.splitlines() if "按通常方式生成" in line]
    assert len(told) == 2
    assert "fast: false" in told[0]
    assert said in told[1]


def test_a_page_that_would_differ_closes_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(markdown: str) -> Converted:
        made = converted(markdown)
        return Converted(made.html.replace("<p>", "<p >"), made.headings)

    monkeypatch.setattr(ready_pages, "converted", wrong)
    assert differing(project) == []
    assert capsys.readouterr().err.count("的页面与通常方式不同（") == 1


HOOK = """
import collections
COUNTED = collections.Counter()

def on_pre_build(**kwargs):
    COUNTED.clear()

def on_pre_page(page, **kwargs):
    COUNTED["pre_page"] += 1

def on_page_markdown(markdown, page, **kwargs):
    COUNTED["page_markdown"] += 1
    if page.file.src_uri.startswith("2021/"):
        return markdown + "\\n\\n* 甲\\n* 乙\\n"
    return markdown + "\\n丙\\n"

def on_page_content(html, **kwargs):
    COUNTED["page_content"] += 1
    return html.replace("丙", "丁")

def on_page_context(context, **kwargs):
    COUNTED["page_context"] += 1

def on_post_page(output, **kwargs):
    COUNTED["post_page"] += 1

def on_post_build(config):
    with open(config.site_dir + "/counted.txt", "w") as file:
        file.write(str(sorted(COUNTED.items())))
"""


def test_events_fire_for_every_page(project: Path) -> None:
    write(project, "hook.py", HOOK)
    add_settings(project, "\nhooks: [hook.py]\n")
    assert differing(project) == []
    made = showcase.files_of(project / "site")
    assert "<li>乙</li>" in made[REPORT].decode()
    assert "<p>丁</p>" in made["departments/index.html"].decode()
    pages = [name for name in made if name.endswith(".html") and name != "404.html"]
    assert made["counted.txt"].decode().count(f", {len(pages)})") == 5


def link_to(project: Path, *targets: str) -> None:
    links = "\n".join(f"[此处](../{target})" for target in targets)
    write(project, "content/pages/about/index.md", f"# 关于\n\n{links}\n")


def test_a_written_page_may_lead_to_places_in_generated_ones(small: Path) -> None:
    anchors = ("", "#scores", "#section-1", "#funds-chart-title")
    link_to(small, "rules/index.md#numbering", *(f"{showcase.SEED}/index.md{a}" for a in anchors))
    about = (showcase.build(small) / "about/index.html").read_text(encoding="utf-8")
    for anchor in anchors:
        assert f'href="../{REPORT}{anchor}"' in about


def test_links_that_lead_nowhere_are_told_alike(
    small: Path, caplog: pytest.LogCaptureFixture
) -> None:
    link_to(
        small, f"{showcase.SEED}/index.md#nowhere", f"{showcase.SEED}/nothing.md", "2021/index.md",
        "rules/index.md#nowhere", f"{showcase.SEED}", "2021/nobody/index.md",
    )  # fmt: skip
    told = []
    for build in (ordinary, showcase.build):
        caplog.clear()
        with pytest.raises(Abort, match="5 warnings"):
            build(small)
        told.append(sorted(record.getMessage() for record in caplog.records))
    assert told[0] == told[1]


def test_pages_that_the_settings_put_into_the_navigation_keep_their_titles(small: Path) -> None:
    department = showcase.SEED.rpartition("/")[0]
    add_settings(
        small,
        f"  - 例子: {showcase.EXAMPLES[0]}/index.md\n  - 规则: rules/index.md\n"
        f"  - 部门: {department}/index.md\n",
    )
    assert differing(small) == []
    assert ">例子</a>" in (small / "site/index.html").read_text(encoding="utf-8")
    # A report below the department's entry marks it, and no other report does.
    assert '" aria-current="true">部门</a>' in (small / "site" / REPORT).read_text(encoding="utf-8")


def test_what_was_left_to_python_markdown_is_counted_for_whoever_asks(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(project, "content/pages/index.md", "见[本站](about/index.md)。\n")
    with caplog.at_level(logging.DEBUG, "mkdocs"):
        showcase.build(project)
    assert "1 个页面由 Python-Markdown 排版" in caplog.text
    assert ordinary(project)[REPORT]
