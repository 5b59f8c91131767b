"""Geometry of the charts; templates only place what is computed here.

Across, a drawing is measured in per cent of its width, so that its text keeps its size on a phone;
down, in pixels. Every number that is drawn also stands in a table on the same page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Flag, auto

from generator.values.money import rounded

MOST_BARS = 30
_ALL = Decimal(100)
_PLACES = 2
_BAR_PITCH, _STACK_PITCH = 45, 62
_ROOM, _ROOM_FOR_A_WORD = Decimal("5.5"), Decimal(11)
"""From which width on a segment holds its label on a wide screen; a phone needs twice as much."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a row, in per cent of the drawing's width."""

    start: Decimal
    width: Decimal


@dataclass(frozen=True, slots=True)
class BarItem:
    """What one bar shows, how much of a whole, and how that is said."""

    name: str
    part: Decimal
    whole: Decimal
    value: str
    """Beside the bar, short."""
    said: str
    """In words, for those who do not see the drawing."""
    is_minor: bool = False


class Marks(Flag):
    """Which stretches of a chart's bars are marked."""

    GAPS = auto()
    """What a part lacks of its whole."""
    EXCESS = auto()
    """By how much a part is more than its whole."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar over the ground of its whole; `marked` is what is missing from it, or too much."""

    item: BarItem
    y: int
    part: Span
    whole: Span
    marked: Span | None


@dataclass(frozen=True, slots=True)
class BarWords:
    """What the three looks of a bar chart mean, and what the table alone shows."""

    part: str
    whole: str
    marked: str
    left_out: str = "项见表"
    """Behind the number of what is not drawn."""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars below one another on one scale."""

    name: str
    title: str
    words: BarWords
    rows: Sequence[BarRow]
    left_out: int
    """Items that only the table shows."""

    @property
    def height(self) -> int:
        return len(self.rows) * _BAR_PITCH

    @property
    def has_marks(self) -> bool:
        return any(row.marked for row in self.rows)


def bar_chart(
    name: str, title: str, words: BarWords, items: Iterable[BarItem], marks: Marks,
    beside: int = 0,
) -> BarChart | None:  # fmt: skip
    """Lay bars out; an excess that is not marked is part of its bar.

    So many rows `beside` the items are left to the table from the first.
    """
    given = tuple(items)
    shown = given[:MOST_BARS]
    scale = max((max(item.part, item.whole) for item in shown), default=Decimal(0))
    if scale <= 0:
        return None
    rows = tuple(
        BarRow(
            item,
            n * _BAR_PITCH,
            _span(Decimal(0), _plain(item, marks), scale),
            _span(Decimal(0), item.whole, scale),
            _marked(item, scale, marks),
        )
        for n, item in enumerate(shown)
    )
    return BarChart(name, title, words, rows, len(given) - len(shown) + beside)


def _plain(item: BarItem, marks: Marks) -> Decimal:
    """How far a bar reaches without what is marked of it."""
    return min(item.part, item.whole) if Marks.EXCESS in marks else item.part


def _marked(item: BarItem, scale: Decimal, marks: Marks) -> Span | None:
    kind = Marks.EXCESS if item.part > item.whole else Marks.GAPS
    if kind in marks and item.part != item.whole:
        low, high = sorted((item.part, item.whole))
        return _span(low, high, scale)
    return None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a stack: so many of a kind; `look` names its pattern."""

    name: str
    count: int
    look: str
    is_grade: bool = True
    """False for what stands where a grade is missing."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A share as it is drawn, with its label where there is room, some on a wide screen only."""

    share: Share
    span: Span
    has_label: bool
    needs_width: bool


@dataclass(frozen=True, slots=True)
class StackRow:
    """Segments beside one another."""

    name: str
    count: int
    y: int
    segments: Sequence[Segment]


@dataclass(frozen=True, slots=True)
class StackChart:
    """Stacked bars below one another on one scale."""

    name: str
    title: str
    rows: Sequence[StackRow]

    @property
    def height(self) -> int:
        return len(self.rows) * _STACK_PITCH


def stack_chart(
    name: str, title: str, rows: Iterable[tuple[str, Sequence[Share]]]
) -> StackChart | None:
    """Lay stacks out; the longest fills the width."""
    counted = [(label, shares, sum(share.count for share in shares)) for label, shares in rows]
    scale = Decimal(max((count for _, _, count in counted), default=0))
    if not scale:
        return None
    drawn = (
        StackRow(label, count, n * _STACK_PITCH, tuple(_segments(shares, scale)))
        for n, (label, shares, count) in enumerate(counted)
    )
    return StackChart(name, title, tuple(drawn))


def _segments(shares: Sequence[Share], scale: Decimal) -> Iterable[Segment]:
    end = 0
    for share in shares:
        start, end = end, end + share.count
        span = _span(Decimal(start), Decimal(end), scale)
        room = _ROOM if share.is_grade else _ROOM_FOR_A_WORD
        yield Segment(share, span, span.width >= room, span.width < 2 * room)


def _span(low: Decimal, high: Decimal, scale: Decimal) -> Span:
    """Each end is rounded by itself, so that neighbours meet."""
    start, end = _percent(low, scale), _percent(high, scale)
    return Span(start, end - start)


def _percent(number: Decimal, scale: Decimal) -> Decimal:
    """A number in per cent of the scale, within the drawing."""
    return rounded(min(max(number, Decimal(0)), scale) * _ALL / scale, _PLACES)
