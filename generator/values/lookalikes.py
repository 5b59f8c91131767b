"""Signs that look like those a name is typed with, and are others: where a name is not found.

The table holds letters whose shape is that of an ASCII letter (after Unicode's confusables); what
Unicode itself calls a form of another sign (Ａ, Ⅰ, 𝐚, é) needs no table.
"""

import unicodedata
from types import MappingProxyType
from typing import NamedTuple

_SHAPES = (
    ("абсԁеһіјӏкмпорԛгѕтѵԝхуАВСЕԌНІЈКМОРԚЅТѴԜХУӀ", "abcdehijlkmnopqrstvwxyABCEGHIJKMOPQSTVWXYI"),
    ("αβϲεγηικνορτυχωΑΒΕΖΗΙϳΚΜΝΟΡΤΥΧ", "abceynikvoptuxwABEZHIjKMNOPTYX"),
    ("ցհօոզսՕՍԼ", "ghonquOUL"),
    ("ɑıɡʟſƖ", "aigLsl"),
    ("≧⩾≦⩽", "≥≥≤≤"),
)
_TABLE = MappingProxyType(
    {
        ord(sign): right
        for signs, rights in _SHAPES
        for sign, right in zip(signs, rights, strict=True)
    }
)
_HYPHENS = frozenset("\u2212\ufe63\uff0d")
_SCRIPTS = (
    ("CYRILLIC", "西里尔字母"),
    ("GREEK", "希腊字母"),
    ("ARMENIAN", "亚美尼亚字母"),
    ("FULLWIDTH", "全角字符"),
    ("ROMAN NUMERAL", "罗马数字"),
    ("SMALL ROMAN NUMERAL", "罗马数字"),
    ("MATHEMATICAL", "数学字母"),
    ("LATIN", "不在键盘上的拉丁字母"),
)
"""Beginnings of Unicode's names; the first that fits."""
_MOST = 3


class Lookalike(NamedTuple):
    """A sign, what it should be, and what it is."""

    sign: str
    right: str
    script: str

    def __str__(self) -> str:
        return f"「{self.sign}」（U+{ord(self.sign):04X}，{self.script}）应为「{self.right}」"


def lookalikes(name: str) -> tuple[Lookalike, ...]:
    """Each sign in a name that stands for a letter, digit, hyphen or comparison of the keyboard."""
    if name.isascii():
        return ()
    return tuple(
        Lookalike(sign, right, _script(sign))
        for sign in dict.fromkeys(name)
        if (right := _right(sign)) != sign
    )


def as_typed(name: str) -> str:
    """The name with the signs that were probably meant."""
    return name if name.isascii() else "".join(map(_right, name))


def told(name: str) -> str:
    """What to say of such signs at the end of a message; nothing where there are none."""
    found = lookalikes(name)
    if not found:
        return ""
    more = " 等" if len(found) > _MOST else ""
    return f"，其中{'、'.join(map(str, found[:_MOST]))}{more}"


def _right(sign: str) -> str:
    """The sign of the keyboard that this one looks like; itself where there is none."""
    if sign.isascii():
        return sign
    if shape := _TABLE.get(ord(sign)):
        return shape
    if sign in _HYPHENS or unicodedata.category(sign) == "Pd":
        return "-"
    form = unicodedata.normalize("NFKD", sign)
    letters = "".join(part for part in form if not unicodedata.combining(part)).translate(_TABLE)
    return letters if letters.isascii() and (letters.isalnum() or letters in "<>=") else sign


def _script(sign: str) -> str:
    name = unicodedata.name(sign, "")
    if unicodedata.category(sign) == "Pd":
        return "另一种横线"
    return next((script for prefix, script in _SCRIPTS if name.startswith(prefix)), "另一种字符")
