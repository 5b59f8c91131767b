"""Which results of a segment changed since it was made, as runs of documents with their terms."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from generator.search.documents import Series
from generator.search.known_index import Terms
from generator.search.mending import Region, UnfitError, dealt

SHARE = 8
"""Where more than one result in so many changed, a segment is sooner made anew."""


def regions(
    before: Sequence[tuple[str, Sequence[int]]],
    now: Sequence[tuple[str, Sequence[int]]],
    terms_before: Callable[[str], Terms | None],
    terms_now: Callable[[int], Terms],
) -> Iterator[Region]:
    """The runs that differ.

    `before` and `now` are versions of results, each with of how many documents of each series it
    consists; the terms are asked for by version and by place. Raises UnfitError where too much
    changed, or where it is not known what stood there.
    """
    old, new = ([version for version, _ in results] for results in (before, now))
    if not all(new) or len({*old} ^ {*new}) > len(before) // SHARE:
        raise UnfitError
    sizes = [counts for _, counts in before]
    firsts = [list(accumulate((counts[s] for counts in sizes), initial=0)) for s in Series]
    differ = SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, begin, stop in differ.get_opcodes():
        if what == "equal":
            continue
        gone = dealt((terms_before(one) or (), counts) for one, counts in before[start:end])
        come = dealt((terms_now(n), now[n][1]) for n in range(begin, stop))
        yield Region([first[start] for first in firsts], gone, come)
