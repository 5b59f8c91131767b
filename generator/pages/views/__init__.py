"""One dataclass per kind of page: what the page shows, before anything is written."""

from collections.abc import Iterator

from generator.pages.edition import Edition
from generator.pages.views import (
    data,
    department,
    department_year,
    departments,
    dictionary,
    evaluation,
    frame,
    frames,
    home,
    moved,
    problem_list,
    problems,
    question,
    review,
    rules,
    search,
    sitemap,
    year,
    years,
)
from generator.pages.views.base import View

VIEWS = (
    home,
    years,
    year,
    departments,
    department,
    department_year,
    evaluation,
    moved,
    problems,
    problem_list,
    question,
    frames,
    frame,
    dictionary,
    rules,
    search,
    data,
    sitemap,
)
"""Every kind of page; each module offers `views(edition)`."""
PREVIEW_VIEWS = (review,)
"""Pages for staff, in previews only; each offers `view(edition, desk)`."""


def views_of(edition: Edition) -> Iterator[View]:
    """All pages of a site but for those of its previews."""
    for kind in VIEWS:
        yield from kind.views(edition)
