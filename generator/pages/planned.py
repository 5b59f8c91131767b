"""The pages of a site before they are made: where each stands, and what it rests on.

A report's page is made when it is written, and forgotten: all of them together fill memory. What a
page rests on is told by values, not by a list of other pages: where these are the same, so is it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.desk.filing import Desk
from generator.pages.edition import Edition
from generator.pages.views import PREVIEW_VIEWS, VIEWS, evaluation
from generator.pages.views.base import View


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page to be made."""

    address: str
    template: str
    source: str | None
    """The content file a reader may edit, relative to the project."""
    updated: date | None
    """When its content was last disclosed."""
    made: Callable[[], View]
    """Makes it, anew each time."""
    originals: Sequence[tuple[Path, str]]
    """The files that it offers, each with its address."""
    rests_on: Callable[[], Sequence[object]]
    """All that it shows, or that what it shows follows from; beside what all pages rest on."""


def planned(edition: Edition) -> Iterator[PlannedPage]:
    """All pages of a site, in the order of `views_of`."""
    for kind in VIEWS:
        if kind is evaluation:
            yield from _reports(edition)
        else:
            yield from map(_of, kind.views(edition))


def planned_for_staff(edition: Edition, desk: Desk) -> Iterator[PlannedPage]:
    """The pages that only a preview has: they show all that was found, of every other page too."""
    for kind in PREVIEW_VIEWS:
        yield _of(kind.view(edition, desk))


def _of(view: View) -> PlannedPage:
    """A page that is at hand."""
    return PlannedPage(
        view.address, view.template, view.source, view.updated, lambda: view, (), lambda: (view,)
    )


def _reports(edition: Edition) -> Iterator[PlannedPage]:
    catalog = edition.catalog
    for document in catalog.documents:
        record = document.record
        yield PlannedPage(
            document.address,
            evaluation.EvaluationView.template,
            record.path,
            record.head.disclosed,
            made=lambda document=document: evaluation.view_of(edition, document),  # type: ignore[misc]
            originals=evaluation.originals_of(record),
            rests_on=lambda document=document: (  # type: ignore[misc]
                document,
                catalog.neighbours(document),
                catalog.around(document),
                edition.found(document.record),
            ),
        )
