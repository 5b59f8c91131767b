"""Ids of headings that nobody gave one: their words, in Latin letters.

They stay as they are when another heading comes or goes above them, as numbers would not.
"""

import re
import unicodedata
from typing import Protocol

_RUN = re.compile(r"[a-z0-9]++|[^\W_a-z0-9]++")
_LATIN = re.compile(r"\A[a-z0-9]++\Z")
_LONGEST = 60
"""Signs of an id; a longer heading gives its first words."""
_WITHOUT_WORDS = "section"


class KnownIds(Protocol):
    """Asked before words are looked up in dictionaries, and told of those that were."""

    def recall(self, text: str, separator: str) -> str | None:
        """The id of a heading with this text, from an earlier run."""
        ...

    def learn(self, text: str, separator: str, made: str) -> None: ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, text: str, separator: str) -> None:
        del text, separator

    def learn(self, text: str, separator: str, made: str) -> None:
        del text, separator, made


class IdsFromWords:
    """What Python-Markdown asks for the id of a heading; it numbers those that are alike."""

    def __init__(self, known: KnownIds | None = None) -> None:
        self._known = known or _Nothing()

    def __repr__(self) -> str:
        # Settings are told apart by what they print.
        return "ids-from-words"

    def __call__(self, text: str, separator: str) -> str:
        """The id of a heading with this text: `zen-yang-hua-fen` for 怎样划分."""
        made = self._known.recall(text, separator)
        if made is None:
            made = self._made(text, separator)
            self._known.learn(text, separator, made)
        return made

    def _made(self, text: str, separator: str) -> str:
        plain = unicodedata.normalize("NFKC", text).lower()
        kept = ""
        for word in _words(plain):
            longer = f"{kept}{separator}{word}" if kept else word
            if len(longer) > _LONGEST:
                break
            kept = longer
        return kept or _WITHOUT_WORDS


def _words(text: str) -> list[str]:
    runs = _RUN.findall(text)
    if all(map(_LATIN.match, runs)):
        return runs
    # Its dictionaries take half a second to load: only where a heading needs them.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    spelt = [word for run in runs for word in lazy_pinyin(run)]
    return [word for word in spelt if _LATIN.match(word)]


ids_from_words = IdsFromWords()
