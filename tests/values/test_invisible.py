"""What nobody sees goes from a text, wherever it does no work."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.invisible import FORMAT, INVISIBLE, visible
from generator.values.text import forbidden, normalise

EVERY = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
FORMATS = [sign for sign in EVERY if unicodedata.category(sign) == "Cf"]
BESIDE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u2065\u2800\u3164\ufe00\ufe0f\uffa0\ufff0\U000e0100"
"""Of other categories, and seen by nobody: joiners, fillers, selectors."""
AT_WORK = (
    "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥",
    "☎\ufe0f", "1\ufe0f\u20e3", "می\u200cخواهم",
    "葛\U000e0100城",
    "辻\ufe00", "क्\u200dष", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "ᠠ\u180b",
)  # fmt: skip


def test_the_class_is_that_of_unicode() -> None:
    known = re.compile(f"[{FORMAT}]")
    assert [f"{ord(sign):04X}" for sign in (*FORMATS, *BESIDE) if not known.match(sign)] == []
    shown = [sign for sign in EVERY if known.match(sign) and unicodedata.category(sign)[0] in "NPS"]
    # an empty pattern of Braille, the place of an object, a note without a head
    assert shown == ["\u2800", "\ufffc", "\U0001d159"]


@pytest.mark.parametrize("sign", [*BESIDE, *FORMATS], ids=lambda sign: f"U+{ord(sign):04X}")
def test_between_digits_and_han_each_goes_and_is_named(sign: str) -> None:
    if not re.match(f"[{INVISIBLE}]", sign):
        assert forbidden(sign) or unicodedata.name(sign).split()[0] in SEEN
        return
    for typed in (f"13{sign}8", f"市{sign}级" if not sign_of_han(sign) else f"级、{sign}市"):
        text, notes = normalise(typed)
        assert text.replace(" ", "") == typed.replace(sign, "")
        assert f"U+{ord(sign):04X}" in "".join(notes)


SEEN = {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"}


def sign_of_han(sign: str) -> bool:
    """Selectors choose among variants of a character, and stay behind it."""
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"


@pytest.mark.parametrize("text", AT_WORK, ids=ascii)
def test_what_is_at_work_stays(text: str) -> None:
    assert normalise(f"甲{text}乙") == (f"甲{text}乙", ())


@given(st.text(st.sampled_from([*"1甲😀❤م\u0915ᠠ#🏴가", *BESIDE, *FORMATS[-40:], *AT_WORK[0]])))
def test_once_is_enough(text: str) -> None:
    once, _ = visible(text)
    assert visible(once) == (once, "")
