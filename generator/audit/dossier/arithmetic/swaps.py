"""Parts of a whole of which two digits changed places: with them back, the sum is the whole.

A list behind 其中 need not have all parts, so that what is missing says nothing; that it is just
what two digits in the wrong order make is no chance.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.audit.dossier.claims.figures import NO_PARTS, Claim, Figure, clause_start, figures
from generator.values.lazily import lazily
from generator.values.money import number_of

SIGN = lazily(r"(?:其中|包括|分别)[^\d。；\n]{0,14}\d", re.ASCII)
_OPENING = lazily("其中|包括|分别")
_OTHER = lazily("[共合总]计|每|均|比|占|约|增|减|节约|上年|去年|计划|目标")
_DIGITS = lazily(r"\d[\d,]*(?:\.\d+)?", re.ASCII)
_FEWEST, _MOST, _LEAST_DIGITS = 2, 8, 3


def swaps(sentence: str) -> Iterator[Claim]:
    """The one part of a half-width sentence that makes up its whole with two digits exchanged."""
    told = figures(sentence)
    for n, first in enumerate(told):
        if n == 0 or not _OPENING.search(first.lead) or first.unit in NO_PARTS:
            continue
        whole, listed = told[n - 1], _listed(told, n)
        lacking = whole.value - sum((one.value for one in listed), Decimal(0))
        if whole.unit != first.unit or not _FEWEST <= len(listed) <= _MOST or not lacking:
            continue
        found = [
            (one, value)
            for one in listed
            for value in _exchanged(one)
            if value - one.value == lacking
        ]
        if len(found) == 1:
            [(one, value)] = found
            due = one.likewise(value)
            said = sentence[clause_start(sentence, whole.start) : listed[-1].end]
            yield Claim(said, one.said, due, f"总数减去其他各部分是 {due}")


def _listed(told: Sequence[Figure], n: int) -> list[Figure]:
    listed = [told[n]]
    for one in told[n + 1 :]:
        if one.unit != told[n].unit or _OTHER.search(one.lead) or _OPENING.search(one.lead):
            break
        listed.append(one)
    return [] if _OTHER.search(_OPENING.split(told[n].lead)[-1]) else listed


def _exchanged(one: Figure) -> Iterator[Decimal]:
    """What a figure is with two neighbouring digits in the other order."""
    match = _DIGITS.match(one.said)
    printed = match[0].replace(",", "") if match else ""
    places = [n for n, sign in enumerate(printed) if sign.isdigit()]
    if len(places) < _LEAST_DIGITS:
        return
    for a, b in pairwise(places):
        signs = list(printed)
        signs[a], signs[b] = signs[b], signs[a]
        if signs != list(printed):
            yield number_of("".join(signs)) * one.worth
