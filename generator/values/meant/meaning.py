"""In which ways a text may be meant that its notation does not read."""

from typing import NamedTuple


class Meant(NamedTuple):
    """Every reading of a text in standard form; an empty one where it may say that nothing is."""

    readings: tuple[str, ...] = ()
    is_sure: bool = True
    """Whether a single reading is the only one that there can be."""
    missing: str = ""
    """What the text does not say and should, as a Chinese word: 日."""


UNKNOWN = Meant()
NOTHING = Meant(("",))

_BLANKS = frozenset("-—–－―_/\\ \u3000")
"""No stars: they stand for a figure that is kept back."""
_WORDS = frozenset(("空", "不填", "不适用", "n/a", "na", "none", "nil"))
"""What forms print in a cell that holds nothing."""
_NONE = frozenset(("无", "没有", "暂无"))


def says_nothing(text: str) -> bool:
    """Whether it is a dash or the like, which forms print in an empty cell."""
    return not text.strip("".join(_BLANKS)) or text.strip().casefold() in _WORDS


def says_none(text: str) -> bool:
    """Whether it is a word for none: of things there are none, of a number it may be nought."""
    return text.strip().strip("。.") in _NONE
