"""The page of one scoring frame: what it measures, how points come about, who uses it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Entry
from generator.model.frames import Frame, FrameIndicator
from generator.pages.addresses import Link, frame_address, frames_link, home_link, year_link
from generator.pages.edition import Edition
from generator.pages.parts.levels import LevelTable, level_table
from generator.pages.views.base import View, site_notices

LISTED = 20
"""At most so many evaluations of a year are listed; the page of the year has all of them."""


@dataclass(frozen=True, slots=True)
class YearOfUse:
    """The evaluations of one year that use a frame."""

    link: Link
    count: int
    entries: Sequence[Entry]
    """The first of them."""

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.count - len(self.entries)


@dataclass(frozen=True, kw_only=True)
class FrameView(View):
    """A frame as its rule prints it, explained."""

    template = "frame.md.jinja"

    frame: Frame
    table: LevelTable[FrameIndicator]
    has_leaf_weights: bool
    """Merged cells name their weight themselves; only the last level needs a column."""
    count: int
    years: Sequence[YearOfUse]


def views(edition: Edition) -> Iterator[FrameView]:
    """One page for each frame that an evaluation uses."""
    catalog = edition.catalog
    for frame in catalog.frames:
        entries = catalog.by_frame[frame.id]
        yield FrameView(
            address=frame_address(frame),
            title=frame.name,
            description=f"指标体系“{frame.name}”：指标、分值、等级和使用它的评价报告",
            publisher=edition.publisher,
            breadcrumb=(home_link(), frames_link()),
            notices=site_notices(edition, entries),
            frame=frame,
            table=level_table(frame.indicators, subtotals=False),
            has_leaf_weights=any(i.weight is not None for i in frame.tree() if not i.children),
            count=len(entries),
            years=tuple(_years(entries)),
        )


def _years(entries: Sequence[Entry]) -> Iterator[YearOfUse]:
    """Newest first, as the catalog has them."""
    for year in dict.fromkeys(entry.year for entry in entries):
        used = [entry for entry in entries if entry.year == year]
        yield YearOfUse(year_link(year), len(used), tuple(used[:LISTED]))
