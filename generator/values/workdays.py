"""Working days of the mainland: the weekdays that are no holiday, and the days shifted for them."""

from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar


def workday_after(day: date, count: int) -> date | None:
    """The day that is so many working days after another, which itself is not counted.

    None where that falls into a year whose holidays are not known: they are announced the autumn
    before.
    """
    reached, left = day, count
    try:
        while left > 0:
            reached += timedelta(days=1)
            left -= _is_workday(reached)
    except NotImplementedError:
        return None
    return reached


@lru_cache(4096)
def _is_workday(day: date) -> bool:
    """Records of one year ask for the same days again and again."""
    return bool(chinese_calendar.is_workday(day))
