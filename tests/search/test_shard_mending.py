"""Mended shards are those that a segment gathered anew has."""

import pytest
from helpers.thorough import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.documents import SERIES, Field, Series
from generator.search.mending import Region, UnfitError, dealt, mended
from generator.search.postings import Postings, Sizes
from generator.search.shards import entries_of, shard_of
from generator.search.steps import moved, numbers_of, steps_of

Document = dict[str, int]
Documents = tuple[list[Document], ...]
"""Of each series."""
_SHARD = 40
words = st.sampled_from(
    ["预算", "算执", "执行", "a", "b", "2021", "年度", "5人", "𠀀𠀁", "Ⅳ", "éa"]
)


def documents(series: int) -> st.SearchStrategy[list[Document]]:
    own = [field for field in map(int, Field) if SERIES[field] == series]
    return st.lists(st.dictionaries(words, st.sampled_from(own)), max_size=5)


several = st.tuples(*map(documents, Series))


def gathered(found: Documents) -> tuple[list[str], Sizes]:
    """The shards of a segment, as they are made from all documents."""
    postings = Postings()
    for series, documents in enumerate(found):
        for terms in documents:
            postings.add(series, terms)
    sizes = postings.sizes
    return list(postings.shards(_SHARD)), sizes


def joined(one: Documents, other: Documents) -> Documents:
    return tuple(before + after for before, after in zip(one, other, strict=True))


@given(st.lists(st.tuples(several, several, several), min_size=1, max_size=4))
def test_mended_shards_are_those_made_anew(
    runs: list[tuple[Documents, Documents, Documents]],
) -> None:
    before: Documents = ([], [], [])
    after = before
    regions = []
    for same, old, new in runs:
        before, after = joined(before, same), joined(after, same)
        regions.append(Region([*map(len, before)], old, new))
        before, after = joined(before, old), joined(after, new)
    shards, sizes = gathered(before)
    expected, grown = gathered(after)
    made = mended(shards, sizes, regions)
    assert made.sizes == grown
    if len(shards) == len(expected):
        assert made.shards == expected


@given(st.dictionaries(words, st.from_regex(r"[!-~]+", fullmatch=True)))
def test_a_shard_is_read_as_it_was_written(entries: dict[str, str]) -> None:
    assert entries_of(shard_of(entries.items())) == entries


@given(st.sets(st.integers(0, 200_000)), st.data())
@settings(max_examples=examples(200))
def test_numbers_are_read_and_moved_as_they_were_written(
    numbers: set[int], data: st.DataObject
) -> None:
    ascending = sorted(numbers)
    steps = steps_of(ascending)
    assert numbers_of(steps) == ascending
    firsts = sorted(data.draw(st.sets(st.integers(0, 200_000), max_size=3)))
    moves = tuple((first, data.draw(st.integers(1, 5000))) for first in firsts)
    expected = [n + sum(by for first, by in moves if n >= first) for n in ascending]
    assert numbers_of(moved(steps, moves)) == expected
    assert moved(steps, moves) == steps_of(expected)


def test_documents_that_are_not_in_the_shards_are_refused() -> None:
    shards, sizes = gathered(([{"预算": 0}], [], []))

    def gone(term: str) -> list[Region]:
        return [Region((0, 0, 0), ([{term: 0}], [], []), ([], [], []))]

    with pytest.raises(UnfitError):
        mended(shards, sizes, gone("执行"))
    for damaged in ("预算", "预算甲", "预算 #", "预算# 2021"):
        with pytest.raises(UnfitError):
            mended([damaged], sizes, gone("预算"))


def test_a_result_of_more_or_fewer_documents_is_refused() -> None:
    with pytest.raises(UnfitError):
        dealt([([{}, {}], (1, 0, 0))])
    assert dealt([([{"a": 0}, {}, {"b": 5}], (1, 1, 1))]) == ([{"a": 0}], [{}], [{"b": 5}])
