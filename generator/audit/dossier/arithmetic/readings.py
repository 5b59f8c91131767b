"""What the other figures of a sentence may make of one of them, and whether it is that.

Every reader of this room offers readings of a figure. It is right where any of them fits; it is
spoken of where one alone is left, and either the words say plainly that it is reckoned so or the
figure is but a slip of the pen away.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from generator.audit.dossier.claims.figures import Claim, Figure, clause_start, figures
from generator.audit.dossier.slips import is_near_slip, slip
from generator.values.lazily import lazily
from generator.values.money import places_of, rounded

_UNSURE = lazily(
    "(?<![节合违签履公预契特])约(?![定束谈见])|左右|不足|不少于|不低于|不超过|不高于|以[上下内]|近(?=\\d)|逾|超过|剔除|扣除|重复|折算"
    "|口径|含(?!税)|预计|大概|余(?=[万亿元个人户件])|多(?=[万亿元个人户件])|至少|最多|上限"
)
"""Words by which a figure is no exact outcome of the others."""
_OF_WHICH = "其中"
"""Behind it stands but a part, which may have a rate of its own."""
_CLAUSE_ENDS = "，,、（）()：:"
_FEWEST, _FEW, _PAIR = 2, 12, 2
"""Figures of a sentence below which nothing is reckoned, and beyond which it is a long list."""
_FEW_ALIKE = 5
_LONGEST = 110
_MAGNITUDES = tuple(Decimal(10) ** n for n in (4, 8, -4, -8))
"""By which a sum is told that has 万 or 亿 too many, or too few."""
_FAR = Decimal("0.3")
"""How far a figure may be from what it was reckoned as."""


class Reading(NamedTuple):
    """What a figure should be, by some of the others."""

    due: Decimal
    near: Decimal
    """How far rounding may have moved it."""
    how: str
    """The reckoning, as messages tell it: `38个乘以40`."""
    used: Sequence[Figure]
    is_sure: bool
    """Whether the words leave no doubt that it was reckoned so."""
    is_likely: bool = False
    """Whether they leave little, so that a slip in two digits is one, too."""


class Span:
    """A half-width sentence with its figures in order."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.figures = figures(plain)

    def behind(self, one: Figure) -> str:
        """What its clause says behind a figure."""
        end = len(self.plain)
        for sign in _CLAUSE_ENDS:
            if (at := self.plain.find(sign, one.end, end)) >= 0:
                end = at
        later = (other.start for other in self.figures if other.start >= one.end)
        return self.plain[one.end : min(end, next(later, end))]

    def own(self, one: Figure) -> str:
        """The words of its own clause before a figure."""
        return one.lead[clause_start(one.lead, len(one.lead)) :]


Reader = Callable[[Span, int], Iterator[Reading]]


def claims(sentence: str, readers: Sequence[Reader]) -> Iterator[Claim]:
    """Every figure of a half-width sentence that the others make another."""
    span = Span(sentence)
    told = span.figures
    if not _FEWEST <= len(told) <= _FEW:
        return
    spoken: set[frozenset[int]] = set()
    for n, one in enumerate(told):
        readings = [reading for reader in readers for reading in reader(span, n)]
        if not readings or any(_fits(one, reading) for reading in readings):
            continue
        readings = [reading for reading in readings if reading.is_sure] or readings
        reading = readings[0]
        if len({one.due for one in readings}) > 1:
            continue
        signs = (0, 1) if _is_of_all(told, n, reading) else (-1, 0, 1)
        if _is_explained(told, n, signs):
            continue
        start = min(clause_start(sentence, other.start) for other in (*reading.used, one))
        end = max(other.end for other in (*reading.used, one))
        said = sentence[start:end]
        is_part = one.unit != "%" and _OF_WHICH in said
        if len(said) > _LONGEST or is_part or _UNSURE.search(said + span.behind(one)):
            continue
        figures_of = frozenset(other.start for other in (one, *reading.used))
        if _is_meant(one, reading) and figures_of not in spoken:
            spoken.add(figures_of)
            due = one.likewise(reading.due)
            yield Claim(said, one.said, due, f"{reading.how}是 {due}")


def _fits(one: Figure, reading: Reading) -> bool:
    return abs(one.value - reading.due) <= reading.near


def _is_meant(one: Figure, reading: Reading) -> bool:
    """Whether a figure must have come of these: no more than a slip away, or by its words."""
    told = one.value / one.worth
    due = rounded(reading.due / one.worth, places_of(told))
    if one.unit == "元" and reading.due in (one.value * n for n in _MAGNITUDES):
        return True
    if not reading.is_sure:
        return slip(told, due) is not None or (reading.is_likely and is_near_slip(told, due))
    is_off = is_near_slip(told, due) or _is_doubled(told, due)
    return is_off or abs(told - due) <= _FAR * max(told, due)


def _is_doubled(told: Decimal, due: Decimal) -> bool:
    """Whether the one has a digit more in front than the other: 18.9 and 8.9."""
    short, long = sorted((f"{told:f}", f"{due:f}"), key=len)
    return len(short) > _PAIR and long[1:] == short


def _is_of_all(told: Sequence[Figure], n: int, reading: Reading) -> bool:
    """Whether words say how all others of its unit make it up, so that no other way counts."""
    one = told[n]
    alike = [other for other in told if other is not one and other.unit == one.unit]
    return reading.is_sure and all(other in reading.used for other in alike) and len(alike) > _PAIR


def _is_explained(told: Sequence[Figure], n: int, signs: Sequence[int]) -> bool:
    """Whether others of its unit make it up by adding and taking off."""
    one = told[n]
    alike = [other.value for other in told if other is not one and other.unit == one.unit]
    if not one.value or len(alike) > _FEW_ALIKE:
        return False
    ways = product(signs, repeat=len(alike))
    return any(
        sum(sign * value for sign, value in zip(some, alike, strict=True)) == one.value
        for some in ways
        if sum(map(abs, some)) > 1
    )
