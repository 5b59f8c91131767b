"""The days of a site held against one another, never against a clock."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, Self

from generator.intake.records import Record
from generator.source import At

FIRST_YEAR = 1949
"""What is dated before it is no paper of today's public finance."""
MOST_YEARS = 30
"""What is dated later than this after its fiscal year was never meant."""
ALONE = 2
"""Years by which a day is after all others before it is doubted."""
YEARS_APART = 10
"""Years by which a fiscal year is after all others, or a day after all of them, to be doubted."""
YEARS_BY_ITSELF = 5
"""Years after the newest fiscal year from which on a record alone bears no day of its own out."""
_DAYS = timedelta(days=366 * ALONE)


class Dated(NamedTuple):
    """A day of a record, with its place and name."""

    path: At
    name: str
    day: date


def dated(record: Record) -> Iterator[Dated]:
    """Every day a record gives."""
    head = record.head
    for field, name, day in (
        ("issued", "成文日期", head.issued),
        ("approved", "批复日期", head.approved),
        ("published", "发布日期", head.published),
    ):
        if day is not None:
            yield Dated(("disclosure", field), name, day)
    for n, day in enumerate(head.waived):
        yield Dated(("exceptions", n, "date"), "例外的确认日期", day)


def is_absurd(day: date, year: int) -> bool:
    """Whether no report on this fiscal year can bear this day, whatever the others are."""
    return not FIRST_YEAR <= day.year <= year + MOST_YEARS


def is_beyond(day: date, newest: int) -> bool:
    """Whether a day is after the newest fiscal year of its site by years, however often it stands.

    Dates copied into every field of a record, or from one record to the next, bear each other out.
    """
    return day.year > newest + YEARS_APART


@dataclass(frozen=True, slots=True)
class Calendar:
    """All days of a site that may be right, and the ends of its fiscal years, in order."""

    days: tuple[date, ...]
    years: tuple[int, ...]

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """What the records say, but for days that no report can bear."""
        every = tuple(records)
        days = (one.day for r in every for one in dated(r) if not is_absurd(one.day, r.year))
        ends = (date(record.year, 12, 31) for record in every)
        return cls(tuple(sorted((*days, *ends))), tuple(sorted(r.year for r in every)))

    def before(self, day: date) -> date | None:
        """The last of the other days, where this one is after all of them by years."""
        first = bisect_left(self.days, day - _DAYS)
        is_alone = first == len(self.days) - 1 and first > 0
        return self.days[first - 1] if is_alone else None

    @property
    def newest(self) -> int:
        """The last fiscal year of the site."""
        return self.years[-1]

    def is_doubtful(self, record: Record, day: date) -> bool:
        """Whether a day is after the newest fiscal year by more years than the site bears out."""
        if is_beyond(day, self.newest):
            return True
        since = day - _DAYS
        own = sum(since <= one.day and not is_absurd(one.day, record.year) for one in dated(record))
        is_borne_out = len(self.days) - bisect_left(self.days, since) > own
        return day.year > self.newest + YEARS_BY_ITSELF and not is_borne_out

    def year_before(self, year: int) -> int | None:
        """The last of the other fiscal years, where this one is after all of them by far."""
        earlier = bisect_left(self.years, year - YEARS_APART)
        others = self.years[:earlier]
        return others[-1] if others and set(self.years[earlier:]) == {year} else None
