"""Text closed up before anybody looks for numbers of persons or marks of secrecy.

What parts or disguises a number without showing goes: invisible signs, marks upon a digit, digits
of another dress. Each sign that is left remembers where it stood, so that a number can be hidden
in the text as it was typed.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.values.invisible import FORMAT
from generator.values.lazily import lazily
from generator.values.text import half_width

_UPON = "\u0300-\u036f\u0488\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Marks that are drawn upon the sign before them, as the frame of a keycap."""
_DRESSED = (
    "²³¹⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒\u1369-\u1371\u19da"
    "\U00010a40-\U00010a43\U00010e60-\U00010e68\U00011052-\U0001105a\U0001f100-\U0001f10a"
)
"""Digits by Unicode's word, beside the decimal ones of every script."""
_CROSS = lazily("[ХхΧχⅩⅹ×✕✖╳]")
_LIKE_X = lazily(_CROSS.pattern + r"(?:(?<=[0-9]{17}.)|(?<=[0-9][ \-][0-9]{3}.))(?![0-9A-Za-z])")
"""What people type for the last sign of an identity number; it is looked for before its digits."""
_HIDING = lazily(rf"[{FORMAT}{_UPON}]")
COMMON = r"\t\n -~\u4e00-\u9fff，。、；：！？（）《》〈〉“”‘’「」『』【】〔〕…—～￥％≥≤·"
"""Inside of a pattern's brackets: signs of running text, none of which is closed up."""
_RARE = lazily(f"[^{COMMON}]")
_ODD_DIGIT = lazily(rf"[^\D0-9]|[{_DRESSED}]")
DIGITS = rf"\d{_DRESSED}"
"""Inside of a pattern's brackets: all signs that are digits when a text is closed up."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A text closed up; as long as the original where nothing was taken out of it."""

    text: str
    places: Sequence[int] | None = None
    """Where each sign stood; None where all stand as they stood."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same part in the text as it was typed."""
        if self.places is None or start == end:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def closed(text: str) -> Closed:
    """Close a text up."""
    return Closed(text) if text.isascii() else closed_folded(half_width(text))


def closed_folded(text: str) -> Closed:
    """The same of a text that is folded to half width already."""
    plain = text.replace("＠", "@").replace("﹫", "@")
    rare = "".join(_RARE.findall(plain))  # what these few lack the whole text lacks
    if not rare:
        return Closed(plain)
    if _ODD_DIGIT.search(rare):
        plain = _ODD_DIGIT.sub(lambda sign: str(unicodedata.digit(sign[0])), plain)
    if not _HIDING.search(rare):
        return Closed(_LIKE_X.sub("X", plain) if _CROSS.search(rare) else plain)
    places = [n for n, sign in enumerate(plain) if not _HIDING.match(sign)]
    return Closed(_LIKE_X.sub("X", "".join(plain[n] for n in places)), places)


_BETWEEN = lazily(r"(?<=[^\s0-9A-Za-z])\s+(?=[^\s0-9A-Za-z])")


def set_close(text: str) -> str:
    """Closed up, and without the blanks that set words wide: `秘 密 ★`."""
    return _BETWEEN.sub("", closed(text).text)
