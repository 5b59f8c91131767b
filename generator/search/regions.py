"""Which results of a segment changed since it was made, as runs of documents with their terms."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, chain

from generator.search.known_index import Terms
from generator.search.mending import Region, UnfitError

SHARE = 8
"""Where more than one result in so many changed, a segment is sooner made anew."""


def regions(
    before: Sequence[tuple[str, int]],
    now: Sequence[str],
    terms_before: Callable[[str], Terms | None],
    terms_now: Callable[[int], Terms],
) -> Iterator[Region]:
    """The runs that differ.

    `before` are versions of results and of how many parts each consisted, `now` the versions; the
    terms are asked for by version and by place. Raises UnfitError where too much changed, or where
    it is not known what stood there.
    """
    versions = [version for version, _ in before]
    if not all(now) or len({*versions} ^ {*now}) > len(before) // SHARE:
        raise UnfitError
    firsts = list(accumulate((parts for _, parts in before), initial=0))
    differ = SequenceMatcher(None, versions, now, autojunk=False)
    for what, start, end, begin, stop in differ.get_opcodes():
        if what == "equal":
            continue
        gone = list(chain.from_iterable(terms_before(one) or () for one in versions[start:end]))
        if len(gone) != firsts[end] - firsts[start]:
            raise UnfitError
        come = list(chain.from_iterable(map(terms_now, range(begin, stop))))
        yield Region(firsts[start], gone, come)
