"""What a cell is read as."""

from calendar import monthrange
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from generator.values.cells.signs import Operator

_DECEMBER = 12
_LEAP_YEAR = 2000


class Reads(Enum):
    """The kinds of things that stand in a cell."""

    FIGURE = auto()
    RANGE = auto()
    DATE = auto()
    CHANGE = auto()
    ABOUT = auto()
    WORDS = auto()
    NONE = auto()
    UNREAD = auto()
    """A figure or date in it has no reading, or more than one."""


class Day(NamedTuple):
    """The last day that a cell names."""

    year: int | None
    """None where the cell leaves it to the form, or means every year."""
    month: int | None
    """None for a day of every month."""
    day: int
    """0 for the last day of the month."""

    @property
    def exists(self) -> bool:
        """Whether there is such a day, in some year where none is named."""
        month = 1 if self.month is None else self.month
        year = self.year or _LEAP_YEAR
        return 1 <= month <= _DECEMBER and self.day <= monthrange(year, month)[1]

    def in_year(self, year: int) -> "Day":
        """The same day with its year, and the month's last day told."""
        whole = self if self.year else self._replace(year=year)
        if whole.day or whole.month is None or whole.year is None:
            return whole
        return whole._replace(day=monthrange(whole.year, whole.month)[1])

    def __str__(self) -> str:
        year = f"{self.year}年" if self.year else ""
        month = f"{self.month}月" if self.month else ""
        return f"{year}{month}" + (f"{self.day}日" if self.day else "底")


class Cell(NamedTuple):
    """What a cell is read as, with as much as its kind has."""

    reads: Reads
    sign: Operator | None = None
    number: Decimal = Decimal(0)
    """The figure; the lower end of a range; how much a change is."""
    high: Decimal = Decimal(0)
    """The upper end of a range."""
    unit: str = ""
    """Half-width, without 个 before a measure of time; often nothing."""
    period: str = ""
    """What the figure is of: 年, 月, 人/年; how often a day comes round."""
    day: Day | None = None
    rises: bool = True
    """The direction of a change."""
    reason: str = ""
    """Why it is not read, as people are told."""

    @property
    def has_figure(self) -> bool:
        """Whether one number with its unit stands in the cell, exactly."""
        return self.reads is Reads.FIGURE


def unread(reason: str) -> Cell:
    """A cell that has no reading, or more than one."""
    return Cell(Reads.UNREAD, reason=reason)


WORDS = Cell(Reads.WORDS)
NONE = Cell(Reads.NONE)
