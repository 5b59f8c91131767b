"""Brackets and points of Chinese text, which a recogniser gives now wide and now narrow."""

import re

from generator.values.lazily import lazily

_WIDE = str.maketrans("(),:;?!", "（），：；？！")
_HAN = r"\u3400-\u9fff"
_BESIDE = rf"[{_HAN}“”《》、。，：；！？]"
_POINT = lazily(rf"(?<=[{_HAN}”》）])[,:;?!]|[,:;?!](?=[{_HAN}“《（])")
_PAIR = lazily(r"[(（]([^()（）]*)[)）]")
_CLOSE_TO_HAN = lazily(rf"\A{_BESIDE}|{_BESIDE}\Z")
_DUST = lazily(rf"(?<=[{_HAN}）])[.·`'’]\Z")
_STOP = lazily(rf"(?<=[%‰{_HAN}）])0\Z")
_SENTENCE = frozenset("，。；")
"""Signs of a sentence: its full stop is a ring, as a nought is."""
_DASH = lazily(r"(?<=\d)[一ー](?=\d)")


def chinese(text: str) -> str:
    """A text with wide signs where Chinese stands beside them, and without a speck behind it.

    A stroke between two numbers is a dash, and a ring at the end of a sentence its full stop.
    """
    whole = str(text)
    whole = _PAIR.sub(lambda found: _paired(found, whole), whole)
    whole = _POINT.sub(lambda found: found.group().translate(_WIDE), whole)
    whole = _DASH.sub("—", _DUST.sub("", whole))
    return _STOP.sub("。", whole) if _SENTENCE.intersection(whole) else whole


def _paired(found: re.Match[str], text: str) -> str:
    """Brackets are alike: wide where either is, or where Chinese stands by one of them."""
    start, end = found.span()
    near = (text[start - 1 : start], text[end : end + 1], found[1])
    is_wide = found.group()[0] == "（" or found.group()[-1] == "）"
    if is_wide or any(_CLOSE_TO_HAN.search(part) for part in near):
        return f"（{found[1]}）"
    return found.group()
