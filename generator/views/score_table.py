"""The score table as rows with merged level cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.figures import Figure
from generator.indicators import Indicator

_LEVELS = ("一级指标", "二级指标", "三级指标", "四级指标", "五级指标")


@dataclass(frozen=True, slots=True)
class LevelCell:
    """A cell that stands beside all rows of an indicator that has rows below it."""

    indicator: Indicator
    rows: int
    is_group: bool
    """True for level 1, which heads a table body of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One leaf, with the merged cells that begin beside it."""

    cells: Sequence[LevelCell]
    indicator: Indicator
    columns: int
    """How many level columns the leaf's own name spans."""


@dataclass(frozen=True, slots=True)
class Group:
    """A level-1 indicator and its rows; without levels below, it is its own only row."""

    indicator: Indicator
    rows: Sequence[Row]

    @property
    def has_subtotal(self) -> bool:
        return not self.indicator.is_leaf


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """All groups, and which columns the table needs."""

    groups: Sequence[Group]
    depth: int
    full_marks: Figure
    total: Figure

    @property
    def levels(self) -> Sequence[str]:
        """Headings of the level columns."""
        return ("指标",) if self.depth == 1 else _LEVELS[: self.depth]

    @property
    def has_targets(self) -> bool:
        return any(leaf.target or leaf.actual for leaf in self._leaves())

    @property
    def has_reviews(self) -> bool:
        return any(leaf.review_score is not None for leaf in self._leaves())

    @property
    def has_reasons(self) -> bool:
        return any(leaf.deviation_reason or leaf.corrective_action for leaf in self._leaves())

    @property
    def subtotal_columns(self) -> int:
        """Columns between a level-1 cell and the points."""
        return self.total_columns - 1

    @property
    def total_columns(self) -> int:
        """Columns before the points."""
        return self.depth + 2 * self.has_targets

    @property
    def point_columns(self) -> int:
        """Columns from 分值 to the right edge."""
        return 3 + self.has_reviews + self.has_reasons

    @property
    def lost(self) -> Decimal | None:
        """Points lost of the frame's total."""
        full, reached = self.full_marks.shown, self.total.shown
        return None if full is None or reached is None else full - reached

    def _leaves(self) -> Iterator[Indicator]:
        return (row.indicator for group in self.groups for row in group.rows)


def score_table(indicators: Sequence[Indicator], full_marks: Figure, total: Figure) -> ScoreTable:
    """Lay a tree of indicators out as rows."""
    depth = max((indicator.depth for indicator in indicators), default=1)
    groups = [Group(i, tuple(_rows(i, 1, depth, ()))) for i in indicators]
    return ScoreTable(tuple(groups), depth, full_marks, total)


def _rows(
    indicator: Indicator, level: int, depth: int, begun: Sequence[LevelCell]
) -> Iterator[Row]:
    if indicator.is_leaf:
        yield Row(begun, indicator, depth - level + 1)
        return
    leaves = sum(1 for _ in indicator.leaves())
    # A level-1 cell also stands beside its subtotal row.
    cell = LevelCell(indicator, leaves + (level == 1), level == 1)
    for n, child in enumerate(indicator.children):
        yield from _rows(child, level + 1, depth, (*begun, cell) if n == 0 else ())
