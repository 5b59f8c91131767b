"""What the rest of a site asks of a document without opening it."""

from datetime import date

import pytest
from helpers import audit


@pytest.mark.parametrize(
    ("disclosure", "expected"),
    [
        ({"发布日期": "2024-03-01", "成文日期": "2024-01-31"}, date(2024, 3, 1)),
        ({"成文日期": "2024-01-31"}, date(2024, 1, 31)),
        # A slip of the year is said by a rule; no sitemap can hold such a date.
        ({"发布日期": "2942-03-01"}, None),
        ({"发布日期": "0024-03-01"}, None),
        ({}, None),
    ],
)
def test_a_page_is_dated_by_days_that_a_sitemap_can_hold(
    disclosure: dict[str, str], expected: date | None
) -> None:
    assert audit.record_of({"公开": disclosure}).head.disclosed == expected
