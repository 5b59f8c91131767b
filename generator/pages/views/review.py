"""For reviewers, in previews only: what is open, and how much was checked."""

from dataclasses import dataclass

from generator.desk.filing import Desk
from generator.pages.addresses import RULES, home_link, review_link
from generator.pages.edition import Edition
from generator.pages.parts.review import Review, review_of
from generator.pages.views.base import View, all_notices


@dataclass(frozen=True, kw_only=True)
class ReviewView(View):
    """The reviewer's list."""

    template = "review.md.jinja"

    review: Review
    rules_address: str


def view(edition: Edition, desk: Desk) -> ReviewView:
    """The page of all that lies on the desk."""
    return ReviewView(
        address=review_link().address,
        title=review_link().title,
        description="预览中使用，不公开发布",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        rules_address=RULES,
        review=review_of(desk, edition.book),
    )
