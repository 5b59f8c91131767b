"""A site's own looks: its colour where the theme's would be, its pictures, the same both ways."""

import re
import shutil
from pathlib import Path

import pytest
from helpers import showcase
from helpers.both_ways import differing
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.exceptions import Abort

from generator.model.looks import DARK, LIGHT, Looks
from generator.pages.theme import THEME
from generator.values.contrast import LEAST, WHITE, Colour, contrast

PICTURES = Path(__file__).parent / "settings/pages"
BACKGROUNDS = ("--gk-paper", "--gk-wash", "--gk-red-wash")
OWN = """\
域名: www.example.org
网站标识码: "0000000000"
备案:
  党政机关标识: https://example.org/mark?a=1&b=2
页脚链接:
  - {名称: 示例市<人民政府>, 网址: https://example.org/}
外观:
  主色: 0a7a3c
  标志: own.svg
  图标: own.png
"""


def with_looks(project: Path, text: str = OWN) -> Path:
    for name in ("own.svg", "own.png"):
        shutil.copy(PICTURES / name, project / "content/pages")
    with (project / "content/publisher.yml").open("a", encoding="utf-8") as publisher:
        publisher.write(text)
    return project


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--gk-[a-z-]+): (#[0-9a-f]+);", block))


def test_colours_are_held_against_the_backgrounds_that_pages_have() -> None:
    styles = (THEME / "styles/tokens.css").read_text(encoding="utf-8")
    light, *dark = styles.partition("/* Material's own parts")[0].split(":root")[1:]
    assert len(dark) == 2
    for block, scheme in ((light, LIGHT), *((block, DARK) for block in dark)):
        found = tokens(block)
        codes = [found[name].replace("#fff", "#ffffff")[:7] for name in BACKGROUNDS]
        assert tuple(map(Colour.of, codes)) == scheme.backgrounds
        # What the theme itself has passes too.
        assert all(scheme.fits(Colour.of(found[name])) for name in ("--gk-blue", "--gk-link"))


@given(st.integers(0, 0xFFFFFF))
def test_every_shade_can_be_read(number: int) -> None:
    code = f"#{number:06x}"
    for looks in (Looks(colour=code), Looks(dark_colour=code)):
        shades = looks.shades
        assert shades is not None
        if looks.colour is None or LIGHT.fits(Colour.of(code)):
            assert LIGHT.fits(shades.light)
            assert contrast(shades.light, WHITE) >= LEAST
        assert looks.dark_colour == code or DARK.fits(shades.dark)
        assert contrast(shades.dark_band, WHITE) >= LEAST


def test_own_looks_are_the_same_both_ways(small: Path) -> None:
    with_looks(small)
    assert differing(small, site_url="https://example.org/a/") == []
    site = small / "site"
    assert (
        (site / "assets/looks.css")
        .read_text(encoding="utf-8")
        .startswith(":root{--gk-own:#0a7a3c;--gk-own-dark:#84bc9d;--gk-own-night:#")
    )
    report = (site / showcase.SEED / "index.html").read_text(encoding="utf-8")
    for part in (
        '<link rel="stylesheet" href="../../../assets/looks.css?',
        '<img class="gk-brand__mark" src="../../../own.svg" alt="">',
        '<link rel="icon" href="../../../own.png" type="image/png">',
        f'<meta name="Url" content="https://example.org/a/{showcase.SEED}/">',
        '<meta name="Description" content="中共沅江市委办公室',
        '<meta name="Image" content="https://example.org/a/own.svg">',
        'mark?a=1&amp;b=2" rel="external noopener">党政机关网站标识</a>',
        "jiucuo.html?site_code=0000000000&amp;url=https%3A%2F%2Fwww.example.org%2F",
        ">示例市&lt;人民政府&gt;</a>",
    ):
        assert part in report
    assert (site / "own.svg").read_bytes() == (PICTURES / "own.svg").read_bytes()


def test_without_own_looks_nothing_of_them_is_there(project: Path) -> None:
    site = showcase.build(project)
    assert not (site / "assets/looks.css").exists()
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "looks.css" not in home
    assert "jiucuo" not in home
    assert 'href="assets/mark.svg" type="image/svg+xml"' in home


def test_a_logo_that_has_the_name_says_it_once(project: Path) -> None:
    with_looks(project, "外观:\n  标志: own.svg\n  标志含名称: 是\n")
    home = (showcase.build(project) / "index.html").read_text(encoding="utf-8")
    assert 'src="own.svg" alt="财政支出绩效评价公开">' in home
    assert '<span class="gk-brand__name">' not in home
    assert 'href="assets/mark.svg" type=' in home  # a name does not fit into a tab


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("logo: own.svg", "mkdocs.yml 的 theme.logo 与 content/publisher.yml 的「标志」重复"),
        ("favicon: nowhere.png", "theme.favicon「nowhere.png」不在 pages 文件夹中"),
    ],
)
def test_pictures_of_the_theme_that_cannot_be_are_refused_in_words(
    theme: str, said: str, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with_looks(project, "外观:\n  标志: own.svg\n")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("font: false", f"font: false\n  {theme}"), encoding="utf-8")
    with pytest.raises(Abort):
        showcase.build(project)
    assert said in caplog.text


def test_a_name_that_mkdocs_alone_has_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_name: ", "site_name: 另一个"), encoding="utf-8")
    home = (showcase.build(project) / "index.html").read_text(encoding="utf-8")
    assert "<title>财政支出绩效评价公开</title>" in home
    assert "取自 content/publisher.yml 的名称「财政支出绩效评价公开」" in capsys.readouterr().err


@pytest.mark.parametrize("setting", ["exclude_docs: /about/", "draft_docs: about/index.md"])
def test_pages_that_lists_lead_to_are_not_left_out(
    setting: str, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"{setting}\n")
    with pytest.raises(Abort):
        showcase.build(project)
    assert "不生成 about/index.md" in caplog.text
