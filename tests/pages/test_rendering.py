"""How values are printed on a page, and how pages link."""

import os
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader, UndefinedError
from markupsafe import Markup

from generator.model.fund_rows import Stage
from generator.pages.rendering import _linker
from generator.pages.templating import environment, escape
from generator.pages.views.base import Prose
from generator.values.choices import Choice
from generator.values.money import Amount, Unit

PRINTED: list[tuple[object, str]] = [
    ("甲", "甲"),
    ("5*3*2", "5&#42;3&#42;2"),
    ("得分<60且>30", "得分&#60;60且&#62;30"),
    ("甲\n　乙\t丙", "甲乙 丙"),
    ("1. 甲", "1&#46; 甲"),
    ("1.5", "1.5"),
    ("a-b", "a-b"),
    ("- 甲", "&#45; 甲"),
    ("甲\u0007乙", "甲乙"),
    (Markup("<b>"), "<b>"),
    (Prose("**甲**"), "**甲**"),
    (Decimal("1234.50"), "1,234.50"),
    (Decimal("1E+3"), "1,000"),
    (Amount(Decimal("9.5"), Unit.WAN_YUAN), "9.5万元"),
    (Stage.SPENT, "支出"),
    (date(2023, 3, 1), "2023-03-01"),
    (2023, "2023"),
]


@pytest.mark.parametrize(("value", "text"), PRINTED)
def test_a_value_is_printed_as_people_read_it(value: object, text: str) -> None:
    assert environment().from_string("{{ value }}").render(value=value) == text


@pytest.mark.parametrize("value", [None, [], {}, (), object(), 1.5, b"x"])
def test_what_has_no_printed_form_is_a_mistake_of_the_template(value: object) -> None:
    with pytest.raises(TypeError):
        environment().from_string("{{ value }}").render(value=value)


def test_an_unknown_name_is_a_mistake_of_the_template() -> None:
    with pytest.raises(TypeError):
        environment().from_string("{{ nothing }}").render()
    with pytest.raises(UndefinedError):
        environment().from_string("{% if nothing %}{% endif %}").render()


def test_a_template_that_changes_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment(), "loader", FileSystemLoader(tmp_path))
    for words, changed in (("甲", 1), ("乙", 2)):
        (tmp_path / "x.jinja").write_text(words, encoding="utf-8")
        os.utime(tmp_path / "x.jinja", (changed, changed))
        assert environment().get_template("x.jinja").render() == words


def test_a_choice_is_text_too() -> None:
    class Odd(Choice):
        SIGN = "sign", "<甲>"

    assert environment().from_string("{{ value }}").render(value=Odd.SIGN) == "&#60;甲&#62;"


def test_every_ascii_sign_that_acts_anywhere_is_an_entity() -> None:
    signs = {chr(code) for code in range(33, 127) if not chr(code).isalnum()}
    plain = {sign for sign in signs if str(escape(sign)) == sign}
    assert plain == {"%", ",", "/"}
    assert all(re.fullmatch(r"&#\d+;", str(escape(sign))) for sign in signs - plain)


LINKS = [
    # from, to, link
    ("", "2023/", "2023/index.html"),
    ("2023/", "", "../index.html"),
    ("2023/", "2023/ju/a/", "ju/a/index.html"),
    ("2023/ju/a/", "2022/ju/a/", "../../../2022/ju/a/index.html"),
    ("2023/ju/a/", "2023/ju/a/", "index.html"),
    ("", "", "index.html"),
    ("2023/ju/a/", "2023/ju/a/files/表 #1?.pdf", "files/%E8%A1%A8%20%231%3F.pdf"),
    ("2023/ju/a/", '2023/ju/a/files/"><b>.pdf', "files/%22%3E%3Cb%3E.pdf"),
    ("2023/ju/a/", "2023/ju/a/files/javascript:1.pdf", "files/javascript%3A1.pdf"),
]  # fmt: skip


@pytest.mark.parametrize(("here", "there", "link"), LINKS)
def test_links_are_relative_and_name_their_file(here: str, there: str, link: str) -> None:
    assert str(_linker(here)(there)) == link
