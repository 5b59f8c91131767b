"""The list of scoring frames in use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pages.addresses import FRAMES, Link, frame_address, home_link
from generator.pages.edition import Edition
from generator.pages.views.base import View, all_notices


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A frame, what it is for, and how many evaluations use it."""

    link: Link
    description: str
    count: int


@dataclass(frozen=True, kw_only=True)
class FramesView(View):
    """Every frame that an evaluation uses, the most used first."""

    template = "frames.md.jinja"

    frames: Sequence[FrameLine]


def views(edition: Edition) -> Iterator[FramesView]:
    """One page."""
    catalog = edition.catalog
    yield FramesView(
        address=FRAMES,
        title="指标体系",
        description="本站的评价报告怎样打分：所用的指标体系、分值和等级",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        frames=tuple(
            FrameLine(
                Link(frame.name, frame_address(frame)),
                frame.description,
                len(catalog.by_frame[frame.id]),
            )
            for frame in catalog.frames
        ),
    )
