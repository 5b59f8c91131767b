"""Ids proposed from names: short, allowed everywhere, one's own; titles that say nothing twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake import declarations
from generator.scaffold.ids import proposed, unused
from generator.scaffold.titles import bare, of_year, title
from generator.values.notations import is_slug

KINDS = {kind.name: kind for kind in declarations.built_in().kinds}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("图书馆夜间开放", "tu-shu-guan-ye-jian-kai-fang"),
        ("农村公路养护专项资金", "nong-cun-gong-lu-yang-hu"),
        ("PPP项目（二期）", "ppp-xiang-mu-er-qi"),
        ("ＡＢＣ　１２３号线", "abc-123-hao-xian"),
        ("绿化", "lv-hua"),
        ("重庆路改造", "chong-qing-lu-gai-zao"),
        ("困难残疾人生活补贴和重度残疾人护理补贴", "kun-nan-can-ji-ren-sheng-huo-bu-tie-he"),
        ("資金", "zi-jin"),
        ("con", "con-2"),
        ("index", "index-2"),
        ("！？", ""),
        ("", ""),
    ],
)
def test_a_name_is_spelt_in_latin_letters(name: str, wanted: str) -> None:
    assert proposed(name, ()) == wanted


@given(st.text(max_size=60), st.integers(0, 3))
def test_whatever_is_proposed_may_be_used_and_is_not_taken(name: str, before: int) -> None:
    taken: list[str] = []
    for _ in range(before + 1):
        one = proposed(name, taken)
        assert one == "" or (is_slug(one) and one not in taken and len(one) < 50)
        taken.append(one)


def test_a_number_makes_an_id_ones_own() -> None:
    assert unused("a", ()) == "a"
    assert unused("a", ("a", "a-2")) == "a-3"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("图书馆夜间开放", "图书馆夜间开放"),
        ("2023年度图书馆夜间开放专项资金绩效评价报告", "图书馆夜间开放专项资金"),
        ("2023年办公会议项目支出绩效自评报告", "办公会议"),
        ("图书馆夜间开放绩效目标表", "图书馆夜间开放"),
        ("部门整体支出绩效自评表", "部门整体支出"),
        ("2021-2023年水库除险加固", "水库除险加固"),
        ("森林防火视频监控运维项目支出绩效自评表（2023年度）", "森林防火视频监控运维"),
        ("水库除险加固(2023年)", "水库除险加固"),
        ("农村户厕改造项目绩效运行监控情况表（2024年1—7月）", "农村户厕改造项目"),
        ("文明城市创建评估", "文明城市创建评估"),
        ("绩效评价报告", "绩效评价报告"),
        ("2023年度", "2023年度"),
        ("报告", "报告"),
        ("报表系统", "报表系统"),
    ],
)
def test_a_projects_name_is_what_year_and_document_leave(name: str, wanted: str) -> None:
    assert bare(name) == wanted


@given(st.text(max_size=40))
def test_a_name_is_never_left_empty(name: str) -> None:
    assert bare(name) or not name


@pytest.mark.parametrize(
    ("project", "wanted"),
    [
        ("图书馆夜间开放", "2023年度图书馆夜间开放绩效评价报告"),
        ("2023年度图书馆夜间开放", "2023年度图书馆夜间开放绩效评价报告"),
        ("2023年图书馆夜间开放绩效评价报告", "2023年度图书馆夜间开放绩效评价报告"),
        ("图书馆夜间开放项目绩效自评报告", "2023年度图书馆夜间开放项目绩效评价报告"),
        (None, "2023年度绩效评价报告"),
    ],
)
def test_a_title_says_nothing_twice(project: str | None, wanted: str) -> None:
    assert title(KINDS["单位自评"], 2023, project) == wanted


def test_an_earlier_title_takes_the_new_year_and_no_other_number() -> None:
    assert of_year("2022年度办公会议（〔2022〕5号、12022）", 2022, 2023) == (
        "2023年度办公会议（〔2023〕5号、12022）"
    )
