"""The score table: rows with merged level cells, and the columns they need."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.catalog import Entry
from generator.model.figures import Figure
from generator.model.indicators import Indicator
from generator.pages.parts.levels import LevelTable, level_table


@dataclass(frozen=True, slots=True)
class ScoreTable(LevelTable[Indicator]):
    """All rows of an evaluation, its sums, and which columns the table needs."""

    has_points: bool
    """False where the frame gives no points and the report prints none."""
    full_marks: Figure
    total: Figure
    review_total: Figure

    @property
    def has_targets(self) -> bool:
        return any(leaf.target or leaf.actual for leaf in self._leaves())

    @property
    def has_reviews(self) -> bool:
        return self.review_total.shown is not None or any(map(_is_reviewed, self._leaves()))

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


def score_table(entry: Entry) -> ScoreTable:
    """Lay the indicators of an evaluation out; without points there are no subtotals."""
    evaluation, frame = entry.matter.item, entry.frame
    laid = level_table(evaluation.indicators, subtotals=entry.is_scored)
    return ScoreTable(
        laid.groups,
        laid.depth,
        entry.is_scored,
        evaluation.full_marks(frame),
        entry.total,
        evaluation.review_total(frame),
    )


def _is_reviewed(leaf: Indicator) -> bool:
    return leaf.review_score is not None
