"""Mended shards are those that a segment gathered anew has."""

from collections.abc import Sequence

import pytest
from helpers.thorough import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.documents import Field
from generator.search.mending import Region, UnfitError, mended
from generator.search.postings import Postings, Sizes
from generator.search.steps import moved, numbers_of, steps_of

Document = dict[str, int]
_SHARD = 40
documents = st.dictionaries(
    st.sampled_from(["预算", "算执", "执行", "a", "b", "2021", "年度", "𠀀𠀁", "Ⅳ"]),
    st.sampled_from(list(map(int, Field))),
)
several = st.lists(documents, max_size=5)


def gathered(found: Sequence[Document]) -> tuple[list[str], Sizes]:
    """The shards of a segment, as they are made from all documents."""
    postings = Postings()
    for number, terms in enumerate(found):
        postings.add(number, terms)
    sizes = postings.sizes
    return list(postings.shards(_SHARD)), sizes


@given(st.lists(st.tuples(several, several, several), min_size=1, max_size=4))
def test_mended_shards_are_those_made_anew(
    runs: list[tuple[list[Document], list[Document], list[Document]]],
) -> None:
    before: list[Document] = []
    after: list[Document] = []
    regions = []
    for same, old, new in runs:
        before, after = before + same, after + same
        regions.append(Region(len(before), old, new))
        before, after = before + old, after + new
    shards, sizes = gathered(before)
    expected, grown = gathered(after)
    made = mended(shards, sizes, regions)
    assert made.sizes == grown
    if len(shards) == len(expected):
        assert made.shards == expected


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
    shards, sizes = gathered([{"预算": 0}])
    with pytest.raises(UnfitError):
        mended(shards, sizes, [Region(0, [{"执行": 0}], [])])
    with pytest.raises(UnfitError):
        mended(["预算"], sizes, [Region(0, [{"预算": 0}], [])])
    with pytest.raises(UnfitError):
        mended(["预算 甲"], sizes, [Region(0, [{"预算": 0}], [])])
