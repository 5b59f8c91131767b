"""Damage that typing and pasting leave in a cell, mended where one reading is left."""

import re

from generator.values.invisible import visible
from generator.values.text import half_width

_PASTED = {
    "&ge;": "≥", "&le;": "≤", "&gt;": ">", "&lt;": "<", "&nbsp;": " ", "&amp;": "&",
    "_x000D_": "", "_x000d_": "",
}  # fmt: skip
_PASTED_SIGN = re.compile("|".join(map(re.escape, _PASTED)))
_POINT = re.compile(r"(?<=\d)。(?=\d)")
_THOUSANDS = re.compile(
    r"(?<![\d.,])\d{1,3}(?: \d{3}){1,5}\.\d{2}(?!\d)|(?<![\d.,])\d{1,3}(?: \d{3}){2,5}(?![\d. ])"
)
"""Numbers in groups of three with blanks between; one blank alone may part two numbers."""
_BLANK = re.compile(r"\s+")
_PARTING = re.compile(r"(?<=[\d.,%])\s+(?=\d)")
_KEPT = "\u2063"
"""Stands for a blank that parts two numbers while the others go."""
_TWICE = re.compile(
    r"(达到|不超过|不低于|不少于|不高于|超过|至少|%|‰)\1+"
    r"|(?<=\d)([\u4e00-\u9fff]{1,2})\2$|(?<=到)到|(?<=过)过|(?<=于)于"
)
_OVER = re.compile(r"不超过超过")
_AROUND = "“”‘’\"'「」"
_ENDS = "。；;，,、·．.!！:："
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


def mended(text: str) -> str:
    """Half-width, without blanks (but one between two numbers), quotes, and stops behind."""
    if "&" in text or "_x" in text:
        text = _PASTED_SIGN.sub(lambda match: _PASTED[match[0]], text)
    text = half_width(text if text.isascii() else visible(text)[0]).strip()
    text = _POINT.sub(".", text).replace("／", "/")
    if _BLANK.search(text):
        text = _THOUSANDS.sub(lambda match: match[0].replace(" ", ""), text)
        text = _BLANK.sub("", _PARTING.sub(_KEPT, text)).replace(_KEPT, " ")
    text = text.strip(_AROUND).rstrip(_ENDS).strip(_AROUND)
    if whole := _IN_BRACKETS.fullmatch(text):
        text = whole[1]
    return _OVER.sub("不超过", _TWICE.sub(_once, text))


def _once(match: re.Match[str]) -> str:
    return match[1] or match[2] or ""
