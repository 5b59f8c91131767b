"""What was checked in a document, and what was not because the form has no such cells."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple


class Extent(IntEnum):
    """How far a rule could look.

    Of a document with items the furthest of any of them, but `PARTLY` where any is judged in part.
    """

    UNFIT = 0
    """It is not about documents of this sort."""
    LACKING = 1
    """Something it needs is not there."""
    PARTLY = 2
    """It was asked, and could not judge everything."""
    FULL = 3


class Checked(NamedTuple):
    """One rule in one document."""

    rule: str
    extent: Extent
    reasons: tuple[str, ...] = ()
    """What is missing, or what could not be judged."""


class Extents(NamedTuple):
    """How many rules looked at a document, and how far."""

    asked: int
    partly: int
    """Of those that were asked."""
    lacking: int


class Coverage(NamedTuple):
    """Every rule in one document, in the order in which they run."""

    rules: tuple[Checked, ...] = ()

    @property
    def asked(self) -> tuple[Checked, ...]:
        """The rules that looked at the document, some of them in part."""
        return tuple(one for one in self.rules if one.extent >= Extent.PARTLY)

    @property
    def lacking(self) -> tuple[Checked, ...]:
        """The rules that could not look, each with what the document lacks."""
        return tuple(one for one in self.rules if one.extent is Extent.LACKING)

    @property
    def unfit(self) -> tuple[Checked, ...]:
        """The rules that are not about such documents."""
        return tuple(one for one in self.rules if one.extent is Extent.UNFIT)

    @property
    def partly(self) -> tuple[Checked, ...]:
        """Those of them that could not judge everything, each with the reasons."""
        return tuple(one for one in self.rules if one.extent is Extent.PARTLY)

    @property
    def extents(self) -> Extents:
        """The same as numbers."""
        numbers = Counter([one.extent for one in self.rules])
        partly = numbers[Extent.PARTLY]
        return Extents(numbers[Extent.FULL] + partly, partly, numbers[Extent.LACKING])

    def of(self, rules: Container[str]) -> "Coverage":
        """The same for these rules only."""
        return Coverage(tuple(one for one in self.rules if one.rule in rules))


NOTHING_CHECKED = Coverage()


@lru_cache(4096)
def checked(rule: str, extent: Extent, reasons: tuple[str, ...] = ()) -> Checked:
    """The same object for the same outcome, since a site has few that differ."""
    return Checked(rule, extent, reasons)


def merged(parts: Sequence[Sequence[Checked]]) -> Coverage:
    """What was checked in a document and in each of its items, together."""
    first, *others = parts
    if not others:
        return Coverage(tuple(first))
    return Coverage(tuple(_together(ones) for ones in zip(first, *others, strict=True)))


def _together(ones: Iterable[Checked]) -> Checked:
    """The furthest that one rule looked; but what could not be judged in any is not judged in full.

    The reasons are those of the items where it looked just so far, each once.
    """
    same = tuple(ones)
    extents = {one.extent for one in same}
    furthest = Extent.PARTLY if Extent.PARTLY in extents else max(extents)
    told = (reason for one in same if one.extent is furthest for reason in one.reasons)
    return checked(same[0].rule, furthest, tuple(dict.fromkeys(told)))
