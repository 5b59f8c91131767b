"""Digits in disguise: read out one by one in Chinese, or with letters typed for some of them."""

from generator.values.lazily import lazily

WORDS = "〇零一二三四五六七八九幺"
_READ_OUT = str.maketrans(f"{WORDS}，、,—·.", "00123456789" + "1" + " " * 6)
MORE = rf"(?<![{WORDS}][{WORDS}])(?:[ \t，、,—·.\-]{{0,2}}+[{WORDS}]){{10,}}+"
"""What stands behind the first of them."""
SPELT = lazily(rf"[{WORDS}]{MORE}")
"""At least eleven of them, as a number is read out: 一三八, 一二三四, 五六七八."""
_LETTER = lazily(r"(?<=[0-9])[Oo]{1,12}+(?![A-HJ-KM-Za-kmnp-z])")
_LINE = lazily(r"(?<=[0-9])[lI](?![A-Za-z])")
MIXED = lazily(r"(?:[0-9]{1,16}+[OolI]{1,12}+){1,8}+[0-9]{0,16}+(?![0-9A-Za-z])")
"""Digits with letters among them that look like digits."""


def unspelt(text: str) -> str:
    """A closed text with such signs as the digits they stand for, as long as before."""
    if SPELT.search(text):
        text = SPELT.sub(lambda match: match[0].translate(_READ_OUT), text)
    if MIXED.search(text):
        text = _LINE.sub("1", _LETTER.sub(lambda match: "0" * len(match[0]), text))
    return text
