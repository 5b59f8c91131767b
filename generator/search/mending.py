"""Shards mended where documents changed, instead of a segment gathered anew.

A changed document touches the terms that it lost and won, and leaves all others as they are; one
that came or went also moves the numbers behind it, which changes one step of each term.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from generator.search.documents import Field
from generator.search.postings import Sizes
from generator.search.steps import Moves, moved, numbers_of, steps_of
from generator.search.terms import spread

_Places = Mapping[str, set[tuple[int, int]]]
"""For each term the fields and documents in which it stands."""


class Region(NamedTuple):
    """Documents that follow one another, and what came in their place."""

    first: int
    """The number of the first of them before."""
    old: Sequence[Mapping[str, int]]
    """The terms of each, with the field in which they stand."""
    new: Sequence[Mapping[str, int]]


class Mended(NamedTuple):
    """The shards of a segment that was mended."""

    shards: Sequence[str]
    sizes: Sizes


class UnfitError(Exception):
    """Raised where shards do not hold what they are said to: they have to be made anew."""


def mended(shards: Sequence[str], sizes: Sizes, regions: Iterable[Region]) -> Mended:
    """The shards that documents give of which these regions are new; none overlaps another.

    Raises UnfitError where the shards are not those of the old documents.
    """
    changed = sorted(regions, key=lambda region: (region.first, len(region.old)))
    grown = list(accumulate((len(r.new) - len(r.old) for r in changed), initial=0))
    shifts = ((r.first + len(r.old), len(r.new) - len(r.old)) for r in changed)
    moves = tuple((first, by) for first, by in shifts if by)
    gone = _places((r.first, r.old) for r in changed)
    come = _places((r.first + n, r.new) for r, n in zip(changed, grown, strict=False))
    touched: list[set[str]] = [set() for _ in shards]
    for term in {**gone, **come}:
        if moves or gone.get(term) != come.get(term):
            touched[spread(term) % len(shards)].add(term)
    made = []
    for shard, terms in zip(shards, touched, strict=True):
        if not (moves or terms):
            made.append(shard)
            continue
        before = _entries(shard)
        after = _changed(before, terms, gone, come, moves)
        won, lost = ({t for t in terms if t in these} for these in (after, before))
        sizes = _grown(sizes, won - lost, lost - won)
        made.append(" ".join([f"{term} {after[term]}" for term in sorted(after)]))
    places = sum(map(len, come.values())) - sum(map(len, gone.values()))
    return Mended(made, sizes._replace(places=sizes.places + places))


def _changed(
    before: Mapping[str, str], terms: set[str], gone: _Places, come: _Places, moves: Moves
) -> Mapping[str, str]:
    """The entries of one shard, of which these terms were lost or won somewhere."""
    after = {}
    for term, entry in before.items():
        if term not in terms:
            after[term] = _moved(entry, moves) if moves else entry
    for term in terms:
        entry = _mended(before.get(term, ""), gone.get(term, set()), come.get(term, set()), moves)
        if entry:
            after[term] = entry
    return after


def _moved(entry: str, moves: Moves) -> str:
    return "!".join([moved(steps, moves) for steps in entry.split("!")])


def _mended(
    entry: str, gone: set[tuple[int, int]], come: set[tuple[int, int]], moves: Moves
) -> str:
    lists = entry.split("!")
    lists += [""] * (len(Field) - len(lists))
    try:
        return "!".join(
            steps_of(_renewed(steps, _of(field, gone), _of(field, come), moves))
            for field, steps in enumerate(lists)
        ).rstrip("!")
    except KeyError:
        raise UnfitError from None


def _renewed(steps: str, gone: set[int], come: set[int], moves: Moves) -> Sequence[int]:
    """The numbers of one field."""
    stood = numbers_of(steps)
    if gone:
        if not gone.issubset(stood):
            raise UnfitError
        stood = [number for number in stood if number not in gone]
    renewed = _shifted(stood, moves)
    return sorted((*renewed, *come)) if come else renewed


def _shifted(numbers: Sequence[int], moves: Moves) -> Sequence[int]:
    """Ascending numbers after these moves."""
    shifted: list[int] = []
    done, by = 0, 0
    for first, more in moves:
        place = bisect_left(numbers, first, done)
        shifted += [number + by for number in numbers[done:place]]
        done, by = place, by + more
    return [*shifted, *(number + by for number in numbers[done:])]


def _of(field: int, places: set[tuple[int, int]]) -> set[int]:
    return {number for own, number in places if own == field}


def _places(runs: Iterable[tuple[int, Sequence[Mapping[str, int]]]]) -> _Places:
    found = defaultdict[str, set[tuple[int, int]]](set)
    for first, documents in runs:
        for number, terms in enumerate(documents, first):
            for term, field in terms.items():
                found[term].add((field, number))
    return found


def _entries(shard: str) -> Mapping[str, str]:
    words = shard.split(" ") if shard else []
    if len(words) % 2:
        raise UnfitError
    return dict(_pairs(words))


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(words[::2], words[1::2], strict=True)


def _grown(sizes: Sizes, won: set[str], lost: set[str]) -> Sizes:
    """With some terms more and others less."""
    spelt = sizes.spelt + _spelt(won) - _spelt(lost)
    return Sizes(sizes.terms + len(won) - len(lost), spelt, sizes.places)


def _spelt(terms: Iterable[str]) -> int:
    return sum(len(term.encode()) for term in terms)
