"""How readers ask, dealt out by the first sign of what they say.

A question asks for the shards of its own signs only. What reports call it stands in the dictionary
that texts are packed behind, so that a shard is little more than the sayings.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.artifacts import Artifact
from generator.model.search_words import SearchWord
from generator.search.packing import packed
from generator.search.script_files import named
from generator.search.terms import spread

_SHARDS = 64
"""So many that a word of two signs loads 3 KB of them."""
_Said = list[object]
"""What is said, what reports call it, an order, years ago, a part; cut where nothing follows."""


def saying_scripts(words: Sequence[SearchWord]) -> Sequence[Artifact]:
    """One for each shard, in their order; those that hold the same are the same."""
    dealt: list[list[_Said]] = [[] for _ in range(_SHARDS)]
    for word in words:
        meant = word.also, word.order, word.years_ago, word.only
        for shard, said in _by_shard(word.said):
            dealt[shard].append(_cut([said, *meant]))
    return [named("words", packed(shard)) for shard in dealt]


def _by_shard(said: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    found = defaultdict[int, list[str]](list)
    for one in said:
        found[spread(one[0]) % _SHARDS].append(one)
    yield from found.items()


def _cut(row: _Said) -> _Said:
    while not row[-1] and row[-1] != 0:
        row.pop()
    return row
