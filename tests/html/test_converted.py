"""The converter makes what Python-Markdown makes, or says that it does not know: never a third."""

from pathlib import Path

import pytest
from helpers import demo_site
from helpers.converting import assert_same, assert_same_or_refused
from helpers.filling import SIGNS, texts
from helpers.reading import split
from helpers.showcase import GOLDEN, PROJECT
from helpers.thorough import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import site
from generator.html import OutsideError, converted
from generator.pages.templating import escape
from generator.pages.views import VIEWS

BY_HAND = ("index.md", "dictionary/index.md")
"""The home page has hand-written text in it, the dictionary links within itself."""


def assert_pages_are_the_same(project: Path, *, preview: bool) -> set[str]:
    """Compares all generated pages of a project; returns their addresses."""
    made = site.build(project / "content", project, preview=preview)
    pages = {page.uri: str(page.content) for page in made.pages if page.uri.endswith(".md")}
    for uri, text in pages.items():
        body = split(text)[1].strip()
        if uri in BY_HAND:
            assert_same_or_refused(body)
        else:
            assert_same(body)
    return set(pages)


@pytest.mark.parametrize(
    ("project", "preview"),
    [
        (PROJECT, False),
        (GOLDEN, False),
        (GOLDEN, True),
        pytest.param(PROJECT, True, marks=pytest.mark.promises),
    ],
)
@pytest.mark.slow
def test_every_page_of_the_showcase_and_the_hard_cases(project: Path, preview: bool) -> None:
    assert len(assert_pages_are_the_same(project, preview=preview)) > len(VIEWS)


@pytest.mark.promises
def test_every_page_of_a_demo(tmp_path: Path) -> None:
    project = demo_site.made(tmp_path, 60, faults="0.1")
    assert len(assert_pages_are_the_same(project, preview=True)) > 100


SAME = [
    "# 甲", "## 甲 {#a-1}", "#### 甲 <code>b&#95;c</code> {#x}",
    "# 甲\n\n## 甲\n\n# a b\n\n# a b\n\n## 乙 {#a-b}", "# a &#60; b　c", "甲，乙 100%",
    "&#45; 甲", "&#42;", '<a href="../x.html" rel="prev">甲</a>乙<br><code>丙</code>',
    "**甲 &#42;**　乙 <code>丙</code>", "<p>甲</p>", "<p>甲</p>\n<p>乙</p>",
    "<div>\n<div>\n甲\n</div>\n</div>", "<div><ul><li>甲</ul></div>",
    "<div>\n<p>甲</p>\n\n<p>乙</p>\n\n\n</div>", "<p>甲</div></p>",
    '<div a1="&#60;" b>\n# 甲\n- 乙\n</div>', "甲\n\n<p>乙</p>\n\n## 丙 {#c}\n\n丁", "１ 甲",
]  # fmt: skip


@pytest.mark.parametrize("text", SAME)
def test_what_templates_write(text: str) -> None:
    assert_same(text)


REFUSED = [
    "甲\n乙", "- 甲", "1. 甲", "１. 甲", "[甲](b.md)", "*甲*", "**甲**乙", "**甲 **　乙", "_甲_",
    "`甲`", "甲 & 乙", "&#60 甲", "<甲>", "<p>甲", "<p>甲</p>乙", "<p>甲</p></p>",
    "<p>甲</p> <p>乙</p>", "<p>甲</p>\n乙", "<p>甲</p>\n\n\n乙", "<div>\n\n甲",
    "<p><!-- 甲 --></p>", "<p><script></script></p>", "<p a='b'>甲</p>", "<p/>",
    "<span>甲</span>", "甲<p>乙</p>", "甲 <span>乙</span>", "    甲", "\t甲", "甲 ", "\u3000甲",
    "> 甲", "甲\n---", "| 甲 | 乙 |\n|---|---|", "#甲", "# 甲 #", "#  甲", "# 甲 {.b}",
    "# 甲 {#_b_}", "# 甲\n乙", "# 甲 {#b} 丙", "{: .a }", "甲 \\* 乙", "甲\r乙", "甲\x02乙",
    "甲\n \n乙", "<h2>甲</h2>", "<P>甲</P>", "<hr>", "", "<div><hr></div>",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_templates_do_not_write_is_refused(text: str) -> None:
    with pytest.raises(OutsideError):
        converted(text)


def test_a_refusal_says_where() -> None:
    with pytest.raises(OutsideError, match=r"^& 乙"):
        converted("甲 & 乙" + "丙" * 200)


TAGS = (
    "<p>", "</p>", "<div>", "</div>", '<div class="a">', "<ul>", "</ul>", "<li>", "</li>", "<br>",
    '<a href="b">', "</a>", "<code>", "</code>", "<b>", "</b>", "<hr>", "<img>", "<svg>",
    "</svg>", "<title>", "</title>", "<pre>", "</pre>", "\n", "\n\n", "\n\n\n", " ", "甲", "b",
    " {#b}", "# ", "## ", "<p>甲</p>", "<dl>\n<dt>甲</dt>\n</dl>", "**", "　",
)  # fmt: skip


@given(st.lists(st.sampled_from((*TAGS, *SIGNS)), max_size=12).map("".join))
@example("<p></p>\n<p>\n\n</p>")
@settings(max_examples=examples(400))
def test_any_mixture_of_signs_and_tags_is_converted_alike_or_refused(text: str) -> None:
    assert_same_or_refused(text.strip())


SHAPES = (
    "<p>{}</p>", "<p>{}</p>\n<p>{}</p>", '<div class="gk-a" role="note">{}</div>', "# {}",
    "## {} {{#a}}", "### {} <code>{}</code> {{#b-c}}", "{}", "来源：{}", "**{}**　{}",
    '<a href="x.html">{}</a>：{}', "<dl>\n<div><dt>{}</dt><dd>{}</dd></div>\n</dl>",
    '<div>\n<figure aria-label="{}">{}</figure>\n\n</div>',
    "<table>\n<tr>\n<td>{}</td>\n</tr>\n</table>", "<ul>\n<li>{}<ul><li>{}</li></ul></li>\n</ul>",
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(SHAPES), texts(), texts()), min_size=1, max_size=6))
@settings(max_examples=examples(300))
def test_any_text_in_the_shapes_of_the_templates_is_converted_alike(
    blocks: list[tuple[str, str, str]],
) -> None:
    written = [shape.format(escape(one), escape(two)) for shape, one, two in blocks]
    assert_same_or_refused("\n\n".join(written).strip())


@given(texts())
def test_any_text_in_a_block_of_html_is_converted(text: str) -> None:
    assert_same(f"<p>{escape(text)}</p>")
