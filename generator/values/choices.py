"""A closed list of values, each with its English value and its Chinese label."""

from enum import StrEnum
from typing import Self

from generator.values.lazily import lazily
from generator.values.lookalikes import as_typed


class Choice(StrEnum):
    """One value of such a list: the English value stands in code and JSON, the label on pages.

    Members are written as pairs: `GOOD = "good", "良"`.
    """

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def is_guessed(cls) -> bool:
        """Whether a word that is none of these may be answered with the nearest of them."""
        return True

    @classmethod
    def meant(cls, text: str) -> Self | None:
        """The one that a text can only mean, however it was typed; None where that is open."""
        plain = "".join(as_typed(ticked(text) or text).split()).strip(AROUND)
        return next((one for one in cls if plain in (one.label, one.value)), None)


def ticked(text: str) -> str | None:
    """The one word with a tick of several in boxes: `☑是 □否`, `是√ 否□`."""
    for pattern in (_BOX_BEFORE, _BOX_BEHIND):
        found = tuple(pattern.finditer(text))
        words = [str(one["word"]) for one in found if one["sign"] in _TICKS]
        if len(found) > 1 and len(words) == 1 and not pattern.sub("", text).strip():
            return words[0]
    return None


_TICKS = "☑☒✓✔√■"
_BOXES = f"{_TICKS}□☐"
_BOX_BEFORE = lazily(rf"(?P<sign>[{_BOXES}])\s?(?P<word>[^\s{_BOXES}]{{1,12}})\s{{0,4}}")
_BOX_BEHIND = lazily(rf"(?P<word>[^\s{_BOXES}]{{1,12}})\s?(?P<sign>[{_BOXES}])\s{{0,4}}")
AROUND = "。.；;，,、:：()（）[]【】「」『』“”‘’\"'*"
"""Signs around a word that are no part of it."""
