"""A closed list of values, each with its English value and its Chinese label."""

from enum import StrEnum
from typing import Self


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
