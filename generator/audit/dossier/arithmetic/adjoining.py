"""What two sentences side by side reckon: the whole in the one, what became of it in the next.

`批复疏浚48.6公里。已完成31.9公里，剩余16.7公里`; bands of grades, then the score and its grade; a
score of the whole, then `其中` the points that make it up.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.dossier.arithmetic import graded, partitions, restated, weighted
from generator.audit.dossier.claims import rests
from generator.audit.dossier.claims.figures import Claim
from generator.audit.dossier.prose import Passage
from generator.values.lazily import lazily

_LEFT = lazily(r"(?:剩余|余下|还剩|尚余|剩下|尚有|仍有|其余)[^\d。；;]{0,12}\d", re.ASCII)
_PARTED = lazily("^其中")
_FAR = 2
"""Signs between the two: what ends the first, and a space."""


def adjoining(text: Passage) -> Iterator[Claim]:
    """What two sentences of a text tell together, and neither alone."""
    if len(text.sentences) <= 1:
        return
    for one, other in pairwise(text.sentences):
        if not (
            graded.SIGN.search(other)
            or _LEFT.search(other)
            or _PARTED.search(other)
            or weighted.SIGN.search(other)
            or restated.OF_THEM.search(other)
        ):
            continue
        start = text.plain.find(one)
        place = text.plain.find(other, start + len(one))
        if not 0 <= start <= place - len(one) <= start + _FAR:
            continue
        both = text.plain[start : place + len(other)]
        alone = {claim.figure for part in (one, other) for claim in _read(part, other)}
        for claim in _read(both, other):
            if claim.figure not in alone:
                yield claim


def _read(told: str, last: str) -> Iterator[Claim]:
    if graded.SIGN.search(last):
        yield from graded.graded(told)
    if weighted.SIGN.search(last):
        yield from weighted.weighted(told)
    if _LEFT.search(last):
        yield from rests.rests(told)
    if restated.OF_THEM.search(last):
        yield from restated.visited(told)
    if _PARTED.search(last):
        yield from partitions.partitions(told)
