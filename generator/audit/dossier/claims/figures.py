"""The figures of a sentence in order, each with all the words since the one before it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.audit.dossier.quantities import PEOPLE, UNITS
from generator.values.lazily import lazily
from generator.values.money import DIGITS_BEHIND, grouped, half_digit, number_of, rounded

_FIGURE = lazily(
    rf"(\d(?<![\d.A-Za-z〔第\-−－]\d)(?<!\d,\d){DIGITS_BEHIND})\s?([万亿]?)({'|'.join(UNITS)})?"
    r"(?![\d.]|[年月日号时〕∶:/×*÷—~～\-]\s?\d|[年月日号时〕](?![均]))",
    re.ASCII,
)
_WORTH = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
_TOGETHER = frozenset("、和及与")
_PLACES = 4
_YEARS = lazily(r"((?:19|20)\d\d)年")
_EACH_OF = "分别"
NO_PARTS = frozenset(("", "%", "‰", "分", "倍", "个百分点"))
"""Units of what is no part of another such."""


class Figure(NamedTuple):
    """A figure as a sentence tells it."""

    value: Decimal
    """In plain units: 万 and 亿 are counted in."""
    unit: str
    """Empty for a bare number."""
    worth: Decimal
    said: str
    start: int
    end: int
    lead: str
    """All that the sentence says since the figure before, or since it began."""
    year: int | None
    """The year that it is told of, where its words name one."""

    @property
    def half(self) -> Decimal:
        """Half a unit of the last digit printed; nothing of a whole number in plain units."""
        is_whole = self.worth == 1 and self.value == self.value.to_integral_value()
        return Decimal(0) if is_whole else half_digit(self.value / self.worth) * self.worth

    def likewise(self, value: Decimal) -> str:
        """Another value as this one is printed."""
        magnitude = next(sign for sign, worth in _WORTH.items() if worth == self.worth)
        return f"{grouped(rounded(value / self.worth, _PLACES))}{magnitude}{self.unit}"


class Claim(NamedTuple):
    """A reckoning that does not come out as a sentence says."""

    said: str
    """The words of the sentence, half-width."""
    figure: str
    """The figure that is told."""
    due: str
    """What the others come to."""
    reckoned: str
    """How, as messages tell it."""


@lru_cache(maxsize=2048)  # several readings look through the same sentences
def figures(sentence: str) -> tuple[Figure, ...]:
    """Every figure of a half-width sentence; days, years and numbers of papers are none."""
    found: list[Figure] = []
    years: list[int] = []
    end = 0
    for match in _FIGURE.finditer(sentence):
        lead = sentence[end : match.start()]
        told = [int(year) for year in _YEARS.findall(lead)]
        if len(told) > 1 and _EACH_OF in lead:
            years = told
        elif told:
            years = told[-1:]
        year = years.pop(0) if years else None
        worth, unit = _WORTH[match[2]], match[3] or ""
        value = number_of(match[1]) * worth
        plain = "人" if unit in PEOPLE else unit
        found.append(Figure(value, plain, worth, match[0], *match.span(), lead, year))
        end = match.end()
    return tuple(_inherited(found))


def _inherited(found: Sequence[Figure]) -> Iterator[Figure]:
    """`36、18和20人`: those before have the unit of the last."""
    after: Figure | None = None
    mended: list[Figure] = []
    for one in reversed(found):
        if not one.unit and after is not None and after.unit and after.lead in _TOGETHER:
            worth = after.worth if one.worth == 1 else one.worth
            value = one.value / one.worth * worth
            after = one._replace(unit=after.unit, value=value, worth=worth)
        else:
            after = one
        mended.append(after)
    return reversed(mended)


def clause_start(sentence: str, at: int) -> int:
    """Where the clause begins that a place is in."""
    return max(sentence.rfind(sign, 0, at) for sign in "，,；;：:（(、。") + 1
