"""The two languages a content file may be written in, each file in one of them."""

from enum import StrEnum


class Language(StrEnum):
    """The language of a file's keys and choices."""

    CHINESE = "zh"
    ENGLISH = "en"

    @property
    def other(self) -> "Language":
        return Language.ENGLISH if self is Language.CHINESE else Language.CHINESE
