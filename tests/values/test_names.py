"""Names are the same however they were typed, and different where a sign differs."""

import sys
import unicodedata

import pytest

from generator.values.names import folded

EVERY = [chr(code) for code in range(sys.maxunicode + 1)]
UNSEEN = [sign for sign in EVERY if unicodedata.category(sign) in {"Zs", "Zl", "Zp", "Cc", "Cf"}]
SELECTORS = [sign for sign in EVERY if "VARIATION SELECTOR" in unicodedata.name(sign, "")]
FILLERS = ["\u034f", "\u3164", "\uffa0", "\u115f", "\u1160", "\u2800"]


@pytest.mark.parametrize(
    "signs", [UNSEEN, SELECTORS, FILLERS], ids=["blank or formatting", "selectors", "fillers"]
)
def test_what_nobody_sees_makes_no_difference(signs: list[str]) -> None:
    assert len(signs) > 4
    assert [s for s in signs if folded(f"{s}全市{s}培训{s}") != "全市培训"] == []


def test_width_and_case_make_no_difference() -> None:
    wide = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    assert [sign for sign, narrow in wide.items() if folded(sign) != folded(narrow)] == []
    assert folded("ＬＥＤ路灯（二期）") == folded("led路灯(二期)")


def test_every_other_sign_makes_one() -> None:
    names = [
        "全市培训",
        "全市培训一",
        "全市培训二",
        "全市培圳",
        "全市培训-1",
        "全市培训-2",
        "\ue000",
    ]
    assert len({folded(name) for name in names}) == len(names)
