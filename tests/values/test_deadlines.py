"""The last day of a time limit, where there is one reading."""

from datetime import date

import pytest

from generator.values.deadlines import deadline

LAST = {
    "2024-12-31": date(2024, 12, 31),
    "２０２４年6月30日前": date(2024, 6, 30),
    "2024年2月底前": date(2024, 2, 29),
    "2023年2月末": date(2023, 2, 28),
    "2024年底": date(2024, 12, 31),
    "2024年内": date(2024, 12, 31),
    "2024年6月": None,
    "2024年13月底": None,
    "2024-02-30": None,
    "2024年6月0日": None,
    "2024年0月底": None,
    "长期坚持": None,
}


@pytest.mark.parametrize(("text", "day"), LAST.items())
def test_a_time_limit_is_the_last_day_it_leaves(text: str, day: date | None) -> None:
    assert deadline(text) == day
