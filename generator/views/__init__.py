"""One dataclass per kind of page: what the page shows, before anything is written."""

from collections.abc import Iterator

from generator.catalog import Catalog
from generator.views import (
    department,
    department_year,
    departments,
    evaluation,
    frame,
    frames,
    home,
    year,
)
from generator.views.base import View

VIEWS = (home, year, departments, department, department_year, evaluation, frames, frame)
"""Every kind of page; each module offers `views(catalog)`."""


def views_of(catalog: Catalog) -> Iterator[View]:
    """All pages of a site."""
    for kind in VIEWS:
        yield from kind.views(catalog)
