"""Ids of headings without one: their words, the same on both ways, and never a number alone."""

import re
from pathlib import Path

import pytest
from helpers import showcase
from hypothesis import given
from hypothesis import strategies as st

from generator.html.words import ids_from_words

SOUND = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
CASES = {
    "怎样划分": "zen-yang-hua-fen",
    "一、准备（只需一次）": "yi-zhun-bei-zhi-xu-yi-ci",
    "CSV 和 Excel": "csv-he-excel",
    "２０２４年度": "2024-nian-du",
    "What is new?": "what-is-new",
    "※ ——": "section",
}


@pytest.mark.parametrize("text", CASES)
def test_an_id_is_made_of_the_words(text: str) -> None:
    assert ids_from_words(text, "-") == CASES[text]


def test_a_long_heading_gives_its_first_words() -> None:
    found = ids_from_words("预算绩效管理" * 20, "-")
    assert found.startswith("yu-suan-ji-xiao-guan-li-yu-suan")
    assert len(found) <= 60


@given(st.text(max_size=40))
def test_an_id_has_letters_digits_and_hyphens_only(text: str) -> None:
    assert SOUND.match(ids_from_words(text, "-"))


def test_a_page_written_by_hand_has_them_and_links_keep(project: Path) -> None:
    page = project / "content/pages/about/index.md"
    page.write_text("# 关于\n\n## 怎样划分\n\n## 谁来评价\n", encoding="utf-8")
    home = project / "content/pages/index.md"
    home.write_text(
        "公开评价报告。\n\n[看](about/index.md#shui-lai-ping-jia)\n\n## 来信\n", encoding="utf-8"
    )
    site = showcase.build(project)  # strict: a link to an id that is not there would stop it
    ids = re.findall(r'<h\d id="([^"]*)"', (site / "about/index.html").read_text(encoding="utf-8"))
    assert ids == ["guan-yu", "zen-yang-hua-fen", "shui-lai-ping-jia"]
    page.write_text("# 关于\n\n## 新的一节\n\n## 怎样划分\n\n## 谁来评价\n", encoding="utf-8")
    showcase.build(project)
    at_home = (site / "index.html").read_text(encoding="utf-8")
    assert '<h2 id="lai-xin">' in at_home
    assert '<h1 id="page-title">' in at_home
