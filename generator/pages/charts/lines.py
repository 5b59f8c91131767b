"""Geometry of the line chart: one panel for each project, all over the same years and scale."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.values.money import rounded

MOST_PANELS = 12
_ALL, _STEP = Decimal(100), 10
_PITCH, _TOP, _BASE, _ABOVE, _YEARS = 92, 42, 78, 9, 24


@dataclass(frozen=True, slots=True)
class Point:
    """A value of one year; `label` is the baseline of its number."""

    x: Decimal
    y: Decimal
    label: Decimal
    year: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Panel:
    """The values of one project; only neighbouring years are joined."""

    name: str
    y: int
    points: Sequence[Point]

    @property
    def joints(self) -> tuple[tuple[Point, Point], ...]:
        return tuple((a, b) for a, b in pairwise(self.points) if b.year == a.year + 1)


@dataclass(frozen=True, slots=True)
class LineChart:
    """Panels below one another; the scale runs from `low` to `high`."""

    name: str
    title: str
    low: int
    high: Decimal
    years: Sequence[tuple[int, Decimal]]
    panels: Sequence[Panel]
    left_out: int
    """Projects that only the table shows."""

    @property
    def height(self) -> int:
        return self.foot + _YEARS

    @property
    def foot(self) -> int:
        """Where the line of years begins."""
        return len(self.panels) * _PITCH


def line_chart(
    name: str,
    title: str,
    high: Decimal,
    projects: Iterable[tuple[str, Mapping[int, Decimal]]],
) -> LineChart | None:
    """Lay out every project with values of two years or more."""
    drawn = [(label, values) for label, values in projects if len(values) > 1]
    if not drawn:
        return None
    shown = drawn[:MOST_PANELS]
    every = [value for _, values in shown for value in values.values()]
    low = _floor(min(every))
    years = sorted({year for _, values in shown for year in values})
    across = {y: rounded((2 * n + 1) * _ALL / (2 * len(years)), 2) for n, y in enumerate(years)}
    span = max(high, *every) - low

    def panel(n: int, label: str, values: Mapping[int, Decimal]) -> Panel:
        heights = {
            year: rounded(_BASE - (_BASE - _TOP) * (value - low) / span, 1)
            for year, value in values.items()
        }
        points = tuple(
            Point(across[year], heights[year], heights[year] - _ABOVE, year, values[year])
            for year in sorted(values)
        )
        return Panel(label, n * _PITCH, points)

    return LineChart(
        name, title, low, high, tuple(across.items()),
        tuple(panel(n, label, values) for n, (label, values) in enumerate(shown)),
        len(drawn) - len(shown),
    )  # fmt: skip


def _floor(lowest: Decimal) -> int:
    """The ten below the lowest value, so that the scale begins with a round number."""
    return max(0, (math.ceil(lowest / _STEP) - 1) * _STEP)
