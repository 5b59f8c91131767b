"""Ids of headings are kept, and nothing that is none comes back."""

import pytest

from generator.html.words import IdsFromWords
from generator.store.ids import StoredIds
from generator.store.store import IDS, Store, open_store

HEADING = "怎样划分"


@pytest.fixture
def store() -> Store:
    return open_store(None, b"")


def test_an_id_that_was_made_is_known(store: Store) -> None:
    made = IdsFromWords(StoredIds(store))(HEADING, "-")
    store.take([*store.rows])
    assert StoredIds(store).recall(HEADING, "-") == made == "zen-yang-hua-fen"
    assert StoredIds(store).recall(HEADING, "_") is None
    assert StoredIds(store).recall("怎样", "-") is None


@pytest.mark.parametrize("kept", [b'a" onload="', b"", b"\xff", "怎样".encode()])
def test_what_is_no_id_is_made_anew(kept: bytes, store: Store) -> None:
    IdsFromWords(StoredIds(store))(HEADING, "-")
    store.take([(room, name, key, kept) for room, name, key, _ in store.rows if room == IDS])
    assert IdsFromWords(StoredIds(store))(HEADING, "-") == "zen-yang-hua-fen"
