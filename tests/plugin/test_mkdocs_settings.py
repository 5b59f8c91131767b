"""What mkdocs.yml may say: set where pages need it, refused in words, known to all commands."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import showcase
from mkdocs.exceptions import Abort, PluginError

from generator.artifacts import Artifact, distinct
from generator.batches import ahead, crew
from generator.cli import main
from generator.plugin.mistakes import reported
from generator.plugin.settings import ascii_address
from generator.source.settings import plugin_option


def change(project: Path, old: str, new: str) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
def test_settings_that_pages_need_are_set(project: Path) -> None:
    usual = showcase.files_of(showcase.build(project))
    change(project, "use_directory_urls: false", "use_directory_urls: true")
    change(project, "  - attr_list\n", "")
    assert showcase.files_of(showcase.build(project)) == usual


def test_another_folder_of_pages_is_refused_in_words(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "docs").mkdir()
    change(project, "docs_dir: content/pages", "docs_dir: docs")
    with pytest.raises(Abort):
        showcase.build(project)
    assert "应写成「docs_dir: content/pages」" in caplog.text


@pytest.mark.parametrize(
    "theme",
    ["{name: readthedocs}", "{name: mkdocs}", "{name: null, custom_dir: content/pages}", "mkdocs"],
)
def test_a_theme_without_our_shell_is_refused_in_words(
    theme: str, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    change(project, "theme:\n  name: material\n  language: zh\n  font: false", f"theme: {theme}")
    with pytest.raises(Abort):
        showcase.build(project)
    assert "应写成「name: material」" in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org:99999/", "https://example.org:port/", "https://a..example/",
        "https:///a/", "ftp://example.org/", "https://user:secret@example.org/",
        f"https://{'a' * 64}.example/",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_in_words(
    address: str, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        showcase.build(project, site_url=address)
    assert "site_url" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    ("typed", "carried"),
    [
        ("https://example.org/a/", "https://example.org/a/"),
        ("https://示例财政局.政务/绩效/", None),
        ("http://例子.测试:8080/a b/", "http://xn--fsqu00a.xn--0zwm56d:8080/a%20b/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        (" HTTPS://example.org:443/ ", "https://example.org:443/"),
        ("https://example.org/%E7%BB%A9/", "https://example.org/%E7%BB%A9/"),
    ],
)
def test_an_address_is_carried_in_ascii(typed: str, carried: str | None) -> None:
    found = ascii_address(typed)
    assert found.isascii()
    assert carried in (None, found)
    assert ascii_address(found) == found


@pytest.mark.slow
def test_addresses_of_the_site_are_those_of_the_web(project: Path) -> None:
    site = showcase.build(project, site_url="https://示例财政局.政务/绩效/")
    home = (site / "index.html").read_text(encoding="utf-8")
    [canonical] = [part for part in home.split('"') if part.startswith("https://xn--")][:1]
    assert canonical.isascii()
    assert "<loc>https://xn--" in (site / "sitemap.xml").read_text(encoding="utf-8")
    lost = (site / "404.html").read_text(encoding="utf-8")
    assert 'href="/%E7%BB%A9%E6%95%88/assets/gongkai.css?' in lost


def test_without_an_address_there_is_no_sitemap(project: Path) -> None:
    site = showcase.build(project)
    assert not list(site.glob("sitemap.xml*"))


def test_front_matter_of_the_home_page_is_not_printed(project: Path) -> None:
    page = project / "content/pages/index.md"
    text = "---\ntitle: 首页\nsecret: 1\n---\n\n欢迎。\n"
    page.write_text(text, encoding="utf-8")
    home = (showcase.build(project) / "index.html").read_text(encoding="utf-8")
    assert "欢迎。" in home
    assert "secret" not in home


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("about/README.md", "readme-page"),
        ("2021/index.md", "address-taken"),
        ("RULES/index.md", "address-taken"),
        ("2021/index.html", "address-taken"),
        ("Search/index.HTML", "address-taken"),
        ("rules", "address-taken"),
        ("search/index/x.js", "address-taken"),
        ("sitemap.xml", "address-taken"),
        ("404.md", "address-taken"),
        ("assets/search.js", "address-taken"),
        ("assets/gongkai.css/x.css", "address-taken"),
    ],
)
def test_a_page_at_an_address_that_is_not_its_own_stops(
    name: str, rule: str, project: Path
) -> None:
    page = project / "content/pages" / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("# 甲\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["render", "--project", str(project), "--out", "out"])
    assert done.exit_code == 1
    assert f"content/pages/{name}" in done.output
    assert rule in done.output


@pytest.mark.parametrize(
    "name", ["2021.md", "search.html", "robots.txt", "favicon.ico", "assets/local.css", "rules.pdf"]
)
def test_a_file_at_an_address_of_its_own_is_published(name: str, project: Path) -> None:
    file = project / "content/pages" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("# 甲\n", encoding="utf-8")
    out = str(project / "out")
    done = CliRunner().invoke(main, ["render", "--project", str(project), "--out", out])
    assert done.exit_code == 0, done.output


def test_two_outputs_at_one_address_are_a_mistake_of_the_program() -> None:
    two = (Artifact("2021/a.md", "x"), Artifact("2021/A.md", "y"))
    with pytest.raises(ValueError, match=r"2021/a\.md, 2021/A\.md"):
        list(distinct(two))


@pytest.mark.slow
def test_every_command_knows_where_the_content_lies(project: Path) -> None:
    (project / "content").rename(project / "内容")
    change(project, "docs_dir: content/pages", "docs_dir: 内容/pages")
    change(project, "  - gongkai\n", "  - gongkai:\n      content: 内容\n")
    for command in (["check"], ["fmt", "--check"], ["render", "--out", str(project / "out")]):
        done = CliRunner().invoke(main, [*command, "--project", str(project)])
        assert done.exit_code == 0, done.output
    assert (showcase.build(project) / showcase.SEED / "index.html").is_file()


@pytest.mark.parametrize("name", ["/", ".", "..", "../other", "content/.."])
def test_a_content_folder_outside_the_project_is_refused_in_words(
    name: str, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(project / "content", project.parent / "other", dirs_exist_ok=True)
    change(project, "  - gongkai\n", f"  - gongkai:\n      content: {name}\n")
    done = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert done.exit_code == 2
    assert "内容文件夹不在网站项目之内" in done.output
    with pytest.raises(Abort):
        showcase.build(project)
    assert "内容文件夹不在网站项目之内" in caplog.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plugins:\n  - search\n  - gongkai:\n      content: 甲\n", "甲"),
        ("plugins:\n  gongkai: {content: 甲}\n", "甲"),
        ("site_url: !ENV [X, '']\nplugins: [gongkai]\n", None),
        ("plugins: [\n", None),
        ("", None),
    ],
)
def test_an_option_is_read_as_mkdocs_writes_it(text: str, found: str | None) -> None:
    assert plugin_option(text, "gongkai", "content") == found


def test_a_mistake_of_the_program_says_what_and_where() -> None:
    try:
        shutil.copy(Path("nowhere"), Path("nowhere-else"))
    except OSError as error:
        said = reported(error)
    assert said.startswith("程序出错（FileNotFoundError，shutil.py 第 ")
    assert reported(PluginError("有 1 处必须先处理")) == "有 1 处必须先处理"


@pytest.mark.slow
def test_the_notices_of_the_site_stand_on_every_page(small: Path) -> None:
    site = showcase.build(small)
    notice = "本站用于展示“公开”软件"
    without = [
        file.relative_to(site).as_posix()
        for file in sorted(site.rglob("*.html"))
        if notice not in file.read_text(encoding="utf-8").replace("&#8220;", "“")
    ]
    assert without == []
    for address in ("", "rules/", "dictionary/", "sitemap/", "search/", "about/"):
        assert "示例市为虚构地区" in (site / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("workers: 0", "mkdocs.yml 中的 workers 不能是「0」，应写成 1 到 256 的整数或 auto"),
        ("scheduler: here", "mkdocs.yml 中的 scheduler 不能是「here」，应写成「tcp://主机:端口」"),
        ("scheduler: tcp://127.0.0.1:9", "mkdocs.yml 中的 scheduler「tcp://127.0.0.1:9」连不上"),
    ],
)
def test_who_shall_work_is_refused_in_words(
    project: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    option: str,
    said: str,
) -> None:
    monkeypatch.setattr(ahead, "FEW", 0)
    monkeypatch.setattr(crew, "_PATIENCE", 1)
    change(project, "  - gongkai\n", f"  - gongkai:\n      {option}\n")
    with pytest.raises(Abort):
        showcase.build(project)
    assert said in caplog.text
