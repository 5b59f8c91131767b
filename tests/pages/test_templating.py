"""Our code generator beside Jinja's own: the same pages, whatever they print."""

from pathlib import Path

import pytest
from helpers.demo_site import made
from helpers.filling import SIGNS
from helpers.showcase import GOLDEN, PROJECT
from jinja2 import UndefinedError

from generator import site
from generator.desk.filing import filed
from generator.intake import content
from generator.pages.rendering import Renderer
from generator.pages.templating import environment
from generator.pages.views import review, views_of


def assert_same(project: Path, *, preview: bool = True) -> int:
    """Every page of a project by both; returns how many there are."""
    loaded = content.load(project / "content", project)
    edition = site.edited(loaded, loaded.records, preview=preview)
    stated = edition.catalog.as_stated
    ours, jinjas = (Renderer(as_stated=stated, plain=plain) for plain in (True, False))
    desk = filed(site.judged(loaded, edition)[0], loaded, edition.outcomes)
    views = [*views_of(edition), review.view(edition, desk)]
    for view in views:
        assert ours.render(view) == jinjas.render(view), view.address
    return len(views)


@pytest.mark.parametrize("project", [GOLDEN, PROJECT], ids=lambda path: path.name)
def test_pages_are_those_of_jinjas_own_generator(project: Path) -> None:
    assert assert_same(project) > 30


def test_pages_of_a_demo_with_faults_are_the_same(tmp_path: Path) -> None:
    assert assert_same(made(tmp_path / "demo", 40, faults="0.5")) > 40


@pytest.mark.promises
def test_pages_of_a_thousand_records_are_the_same(tmp_path: Path) -> None:
    assert assert_same(made(tmp_path / "demo", 1_000, faults="0.2")) > 1_000


PIECES = [
    "{{ text }}",
    '<td title="{{ text }}">{{ text }}</td>',
    "{% macro m(a, b='乙') %}{{ a }}{{ b }}{% endmacro %}{{ m(text) }}{{ m(text, text) | trim }}",
    "{% macro m(a, b, c='丙') %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(text, c=text, b='甲') }}",
    "{% macro m() %}{{ caller(text) }}{% endmacro %}{% call(x) m() %}<b>{{ x }}</b>{% endcall %}",
    "{% for sign in text %}{{ loop.index }}{{ sign }}{% endfor %}",
    "{{ text | trim }}{{ text | length }}",
    "{{ anchor(text) }}",
    "{{ text if text else '无' }}{{ text or '无' }}",
]


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_comes_out_alike(piece: str) -> None:
    ours, jinjas = (environment(plain=plain).from_string(piece) for plain in (True, False))
    for sign in SIGNS:
        for text in (sign, f" {sign} 甲 {sign}", f"甲{sign}{sign}乙"):
            assert ours.render(text=text) == jinjas.render(text=text)


BROKEN = [
    ("{{ text.nothing }}", AttributeError),
    ("{{ nothing.at_all }}", UndefinedError),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(text, text) }}", TypeError),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=text) }}", TypeError),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", TypeError),
]


@pytest.mark.parametrize(("piece", "error"), BROKEN)
def test_a_mistake_of_a_template_is_never_printed(piece: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        environment().from_string(piece).render(text="甲")
