"""Shards mended where documents changed, instead of a segment gathered anew.

A changed document touches the terms that it lost and won, and leaves all others as they are; one
that came or went also moves the numbers behind it, which changes one step of each term.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, islice
from typing import NamedTuple

from generator.search.documents import SERIES, Field, Series
from generator.search.postings import Sizes
from generator.search.shards import entries_of, shard_of
from generator.search.steps import Moves, moved, numbers_of, steps_of
from generator.search.terms import spread

_Places = Mapping[str, set[tuple[int, int]]]
"""For each term the fields and documents in which it stands."""
_Moves = Sequence[Moves]
"""Of each series."""
_Numbered = tuple[int, Sequence[Mapping[str, int]]]
"""Documents of one series that follow one another, by the number of the first."""


_Documents = Sequence[Sequence[Mapping[str, int]]]
"""Of each series the documents, and of each the terms with the field in which they stand."""


class Region(NamedTuple):
    """Documents that follow one another, and what came in their place."""

    first: Sequence[int]
    """The number of the first of them before, in each series."""
    old: _Documents
    new: _Documents


class Mended(NamedTuple):
    """The shards of a segment that was mended."""

    shards: Sequence[str]
    sizes: Sizes


class UnfitError(Exception):
    """Raised where shards do not hold what they are said to: they have to be made anew."""


def mended(shards: Sequence[str], sizes: Sizes, regions: Iterable[Region]) -> Mended:
    """The shards that documents give of which these regions, in their order, are new.

    Raises UnfitError where the shards are not those of the old documents.
    """
    changed = list(regions)
    each = [_run(changed, series) for series in Series]
    moves = tuple(one.moves for one in each)
    gone = _places(chain.from_iterable(one.gone for one in each))
    come = _places(chain.from_iterable(one.come for one in each))
    is_moved = any(moves)
    touched: list[set[str]] = [set() for _ in shards]
    for term in {**gone, **come}:
        if is_moved or gone.get(term) != come.get(term):
            touched[spread(term) % len(shards)].add(term)
    made = []
    for shard, terms in zip(shards, touched, strict=True):
        if not (is_moved or terms):
            made.append(shard)
            continue
        before = _entries(shard)
        after = _changed(before, terms, gone, come, moves)
        won, lost = ({t for t in terms if t in these} for these in (after, before))
        sizes = _grown(sizes, won - lost, lost - won)
        made.append(shard_of(sorted(after.items())))
    places = sum(map(len, come.values())) - sum(map(len, gone.values()))
    return Mended(made, sizes._replace(places=sizes.places + places))


def dealt(results: Iterable[tuple[Sequence[Mapping[str, int]], Sequence[int]]]) -> _Documents:
    """The documents of these results by their series; each comes with of how many it consists.

    Raises UnfitError where there are more or fewer.
    """
    found: tuple[list[Mapping[str, int]], ...] = tuple([] for _ in Series)
    for documents, counts in results:
        if len(documents) != sum(counts):
            raise UnfitError
        rest = iter(documents)
        for series, count in zip(found, counts, strict=True):
            series.extend(islice(rest, count))
    return found


class _Run(NamedTuple):
    """What changed in one series."""

    moves: Moves
    gone: Sequence[_Numbered]
    come: Sequence[_Numbered]


def _run(changed: Sequence[Region], series: int) -> _Run:
    spans = [(r.first[series], r.old[series], r.new[series]) for r in changed]
    grown = accumulate((len(new) - len(old) for _, old, new in spans), initial=0)
    shifts = ((first + len(old), len(new) - len(old)) for first, old, new in spans)
    return _Run(
        tuple((first, by) for first, by in shifts if by),
        [(first, old) for first, old, _ in spans],
        [(first + by, new) for (first, _, new), by in zip(spans, grown, strict=False)],
    )


def _changed(
    before: Mapping[str, str], terms: set[str], gone: _Places, come: _Places, moves: _Moves
) -> Mapping[str, str]:
    """The entries of one shard, of which these terms were lost or won somewhere."""
    after = {}
    for term, entry in before.items():
        if term not in terms:
            after[term] = _moved(entry, moves) if any(moves) else entry
    for term in terms:
        entry = _mended(before.get(term, ""), gone.get(term, set()), come.get(term, set()), moves)
        if entry:
            after[term] = entry
    return after


def _moved(entry: str, moves: _Moves) -> str:
    lists = zip(entry.split("!"), SERIES, strict=False)
    return "!".join([moved(steps, moves[series]) for steps, series in lists])


def _mended(
    entry: str, gone: set[tuple[int, int]], come: set[tuple[int, int]], moves: _Moves
) -> str:
    lists = entry.split("!")
    lists += [""] * (len(Field) - len(lists))
    try:
        return "!".join(
            steps_of(_renewed(steps, _of(field, gone), _of(field, come), moves[series]))
            for (field, steps), series in zip(enumerate(lists), SERIES, strict=True)
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


def _places(runs: Iterable[_Numbered]) -> _Places:
    found = defaultdict[str, set[tuple[int, int]]](set)
    for first, documents in runs:
        for number, terms in enumerate(documents, first):
            for term, field in terms.items():
                found[term].add((field, number))
    return found


def _entries(shard: str) -> Mapping[str, str]:
    try:
        return entries_of(shard)
    except ValueError:
        raise UnfitError from None


def _grown(sizes: Sizes, won: set[str], lost: set[str]) -> Sizes:
    """With some terms more and others less."""
    spelt = sizes.spelt + _spelt(won) - _spelt(lost)
    return Sizes(sizes.terms + len(won) - len(lost), spelt, sizes.places)


def _spelt(terms: Iterable[str]) -> int:
    return sum(len(term.encode()) for term in terms)
