"""Ids that were made from the words of headings: dictionaries for them take long to load."""

import re

from generator.store.store import IDS, Store
from generator.values.digest import digest_of

_SOUND = re.compile(r"\A[a-z0-9]++(?:-[a-z0-9]++)*+\Z")


class StoredIds:
    """By the text of each heading; they rest on the foundation alone."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(self, text: str, separator: str) -> str | None:
        """The id of a heading with this text."""
        return self._store.recall(IDS, _name(text), separator.encode(), _sound)

    def learn(self, text: str, separator: str, made: str) -> None:
        """The one that was made now."""
        self._store.learn(IDS, _name(text), separator.encode(), made.encode())


def _name(text: str) -> str:
    return digest_of(text.encode(errors="surrogatepass")).hex()


def _sound(data: bytes) -> str:
    """Raises ValueError for what is no id."""
    made = data.decode()
    if not _SOUND.match(made):
        raise ValueError(made)
    return made
