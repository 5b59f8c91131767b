"""Text as people type and paste it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.garbling import garbled
from generator.values.text import (
    FORBIDDEN,
    forbidden,
    half_width,
    near,
    nearest,
    normalise,
    paragraphs,
    shown,
    squeeze,
)

KEYS = (
    "格式",
    "状态",
    "标题",
    "评价类型",
    "评价对象",
    "指标体系",
    "全年预算",
    "得分",
    "分值",
    "支出",
)


@pytest.mark.parametrize(
    ("typed", "kept", "says"),
    [
        ("目\u200b录\ufeff", "目录", "2 个看不见的字符（零宽空格 U+200B"),
        ("\u00ad\u200c\u200d\u2060", "", "4 个"),
        ("⽬录和⽉份", "目录和月份", "「目月」"),
        ("⻓沙⺠政⻚", "长沙民政页", "「长民页」"),
        ("Cafe\u0301", "Café", "合成"),
        ("nu\u0308\u030c", "nǚ", "合成"),
        ("か\u3099", "が", "合成"),
        ("e\u200b\u0301", "é", "零宽"),
    ],
)
def test_normalise(typed: str, kept: str, says: str) -> None:
    text, notes = normalise(typed)
    assert text == kept
    assert says in "；".join(notes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "沅江市",
        "１２％（）：",
        "\u3000 x\u00a0",
        "⺌",
        "\uf9d1",
        "\u212b",
        "\u0301",
        "q\u0301",
    ],
)
def test_normalise_leaves_alone(text: str) -> None:
    assert normalise(text) == (text, ())


@given(st.text())
def test_normalise_twice_changes_nothing_more(text: str) -> None:
    once, notes = normalise(text)
    assert normalise(once) == (once, ())
    assert bool(notes) == (once != text)


def folded(first: int, last: int) -> dict[str, str]:
    pairs = {chr(code): normalise(chr(code))[0] for code in range(first, last + 1)}
    return {radical: text for radical, text in pairs.items() if radical != text}


def test_every_kangxi_radical_is_folded() -> None:
    pairs = folded(0x2F00, 0x2FD5)
    assert len(pairs) == 214
    assert pairs == {sign: unicodedata.normalize("NFKC", sign) for sign in pairs}


def test_supplement_radicals_become_the_ideograph_they_name() -> None:
    pairs = folded(0x2E80, 0x2EFF)
    assert len(pairs) == 81
    for radical, text in pairs.items():
        assert unicodedata.name(radical).startswith("CJK RADICAL ")
        assert unicodedata.name(text).startswith("CJK UNIFIED IDEOGRAPH-")


# The English names are Unicode's, the ideographs a dictionary's: no table of ours stands between.
NAMED = {
    "C-SIMPLIFIED SEE": "见", "C-SIMPLIFIED SHELL": "贝", "C-SIMPLIFIED CART": "车",
    "C-SIMPLIFIED LONG": "长", "C-SIMPLIFIED GATE": "门", "C-SIMPLIFIED TANNED LEATHER": "韦",
    "C-SIMPLIFIED LEAF": "页", "C-SIMPLIFIED WIND": "风", "C-SIMPLIFIED FLY": "飞",
    "C-SIMPLIFIED HORSE": "马", "C-SIMPLIFIED FISH": "鱼", "C-SIMPLIFIED BIRD": "鸟",
    "C-SIMPLIFIED SALT": "卤", "SIMPLIFIED WHEAT": "麦", "SIMPLIFIED YELLOW": "黄",
    "C-SIMPLIFIED FROG": "黾", "C-SIMPLIFIED EVEN": "齐", "C-SIMPLIFIED TOOTH": "齿",
    "C-SIMPLIFIED DRAGON": "龙", "C-SIMPLIFIED TURTLE": "龟", "SIMPLIFIED HORN": "角",
    "C-SIMPLIFIED SPEECH": "讠", "C-SIMPLIFIED GOLD": "钅", "C-SIMPLIFIED EAT": "饣",
    "C-SIMPLIFIED SILK": "纟", "BLUE": "青", "RAIN": "雨", "TIGER": "虎", "BONE": "骨",
    "GHOST": "鬼", "CIVILIAN": "民", "MOTHER": "母", "SUN": "日", "MOON": "月", "JADE": "王",
    "WEST TWO": "西", "EAT ONE": "食", "LONG ONE": "長", "PERSON": "亻", "HAND": "扌",
    "WATER ONE": "氵", "FIRE": "灬", "DOG": "犭", "SPIRIT TWO": "礻", "CLOTHES": "衤",
    "KNIFE TWO": "刂", "HEART ONE": "忄", "MOUND TWO": "阝", "WALK TWO": "辶", "GRASS ONE": "艹",
}  # fmt: skip


@pytest.mark.parametrize(("name", "ideograph"), NAMED.items())
def test_named_radicals(name: str, ideograph: str) -> None:
    assert normalise(unicodedata.lookup(f"CJK RADICAL {name}"))[0] == ideograph


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ab\x00c", (2, "控制字符 U+0000")),
        ("\x0b", (0, "控制字符 U+000B")),
        ("a\x7f", (1, "控制字符 U+007F")),
        ("\x85", (0, "控制字符 U+0085")),
        ("\u202e\x00", (0, "文字方向控制符 U+202E")),
        ("\u200e", (0, "文字方向控制符 U+200E")),
        ("\u061c", (0, "文字方向控制符 U+061C")),
        ("\u2069", (0, "文字方向控制符 U+2069")),
        ("\u2028", (0, "行分隔符 U+2028")),
        ("\u2029", (0, "段分隔符 U+2029")),
        ("沅\ud800", (1, "不成对的代理码 U+D800")),
        ("\ufdd0", (0, "不是字符的码位 U+FDD0")),
        ("\U0010ffff", (0, "不是字符的码位 U+10FFFF")),
        ("\t\r\n 沅江\u3000\u00a0\u200b\ufeff\ue000\U000f0000\ufffd", None),
    ],
)
def test_forbidden(text: str, found: tuple[int, str] | None) -> None:
    assert forbidden(text) == found


def test_every_forbidden_character_is_of_its_kind() -> None:
    """Against Unicode's own categories: all of Cc and Cs, no letter, no mark, no private use."""
    kinds: dict[str, int] = {}
    for code in range(0x110000):
        if FORBIDDEN.match(chr(code)):
            kind = unicodedata.category(chr(code))
            kinds[kind] = kinds.get(kind, 0) + 1
    assert kinds == {"Cc": 65 - 3, "Cf": 12, "Cs": 2048, "Cn": 66, "Zl": 1, "Zp": 1}


def test_squeeze_and_paragraphs() -> None:
    assert squeeze(" \u3000沅江\u00a0\t市\r\n\u2003办 ") == "沅江 市 办"
    assert paragraphs("一\n\n \u3000\r\n　二  三\r四\n") == ("一", "二 三", "四")
    assert paragraphs(" \n") == ()


def test_half_width() -> None:
    assert half_width("２０２１－０７　（＋９．５％，ＡＢｚ）［１］") == "2021-07 (+9.5%,ABz)[1]"
    assert half_width("甲：乙；“丙”、３٣") == "甲：乙；“丙”、3٣"


@given(st.text(st.sampled_from("甲1a，。３％Ａｚ　（［")))
def test_a_long_text_is_folded_sign_for_sign_like_a_short_one(text: str) -> None:
    assert half_width(text * 50) == half_width(text) * 50


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("预算全年", "全年预算"),
        ("得分数", "得分"),
        ("总得分", "得分"),
        ("指标体糸", "指标体系"),
        ("评价类别", "评价类型"),
        ("预算", "全年预算"),
        ("本年度全年预算数的说明文字", "全年预算"),
        ("得分", "得分"),
        ("天气", None),
        ("备注", None),
        ("评", None),
        ("", None),
        ("字" * 20_000, None),
    ],
)
def test_nearest(word: str, meant: str | None) -> None:
    assert nearest(word, KEYS) == meant


def test_all_that_are_near_the_likeliest_first() -> None:
    names = ("示例市教育局", "示例市教育局幼儿园", "示例市水利局", "示例县教育局")
    assert near("市教育局", names, 9)[0] == "示例市教育局"
    assert "示例市水利局" not in near("教育局", names, 9)
    assert len(near("教育局", names, 2)) == 2
    assert near("火星", names, 9) == near("教育局", (), 9) == ()


def test_nearest_of_latin_words_and_of_nothing() -> None:
    assert nearest("Scroe", ("score", "source")) == "score"
    assert nearest("得分", ()) is None


@pytest.mark.parametrize("number", ["11010519491231002X", "110105 19491231 002X", "1" * 300])
@pytest.mark.parametrize("before", range(40, 62))
def test_a_number_is_never_cut_in_two(number: str, before: int) -> None:
    said = shown("字" * before + number + "号")
    assert len(said) <= 60
    left = said.removesuffix("…").lstrip("字").removesuffix("号")
    assert left == number or len(left) <= 6


@pytest.mark.parametrize(
    "name",
    ["蓼浜村、都家甸村", "浜村、菱浜村、", "麓山村、岳麓区", "萍荡片区公办幼儿园", "澧县、津市"],
)
def test_names_of_places_are_not_taken_for_spoilt_text(name: str) -> None:
    assert garbled(name) == ""
