"""The score table: rows with merged level cells, and the columns they need."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.catalog import Entry
from generator.model.columns import ColumnType, Position
from generator.model.figures import Figure
from generator.model.indicators import Indicator, left_out
from generator.pages.parts.added import cells_of, labels_of, notes_of
from generator.pages.parts.levels import LevelTable, Note, level_table
from generator.values.money import grouped, printed

_REVIEW = "复核分"


@dataclass(frozen=True, slots=True)
class Headings:
    """What the columns are called: as the kind of document says, or as the form prints them."""

    actual: str
    score: str
    review: str


@dataclass(frozen=True)
class ScoreTable(LevelTable[Indicator]):
    """All rows of an evaluation, its sums, and which columns the table needs."""

    has_points: bool
    """False where the frame gives no points and the report prints none."""
    full_marks: Figure
    total: Figure
    review_total: Figure
    headings: Headings
    added: Sequence[str]
    """Columns that the form adds beside the others; those of text stand below their rows."""
    printed: AbstractSet[str]
    """The columns that the form is known to print: an empty cell of theirs is blank there."""

    @cached_property
    def has_targets(self) -> bool:
        return any(leaf.target or leaf.actual for leaf in self._leaves())

    @cached_property
    def has_forecasts(self) -> bool:
        return any(leaf.forecast for leaf in self._leaves())

    @cached_property
    def has_likelihoods(self) -> bool:
        return any(leaf.likelihood for leaf in self._leaves())

    @cached_property
    def has_rates(self) -> bool:
        return any(leaf.score_rate is not None for leaf in self._leaves())

    @cached_property
    def has_row_grades(self) -> bool:
        return any(leaf.grade for leaf in self._leaves())

    @cached_property
    def has_reviews(self) -> bool:
        return self.review_total.shown is not None or any(map(_is_reviewed, self._leaves()))

    @cached_property
    def has_reasons(self) -> bool:
        return any(leaf.deviation_reason or leaf.corrective_action for leaf in self._leaves())

    @cached_property
    def subtotal_columns(self) -> int:
        """Columns between a level-1 cell and the points."""
        return self.total_columns - 1

    @cached_property
    def total_columns(self) -> int:
        """Columns before the points."""
        forecasts = self.has_forecasts + self.has_likelihoods
        return self.depth + 2 * self.has_targets + forecasts

    @cached_property
    def point_columns(self) -> int:
        """Columns from 分值 to the right edge."""
        return 3 + self.has_rates + self.has_reviews + self.last_columns

    @cached_property
    def last_columns(self) -> int:
        """Columns behind the points."""
        return self.has_row_grades + len(self.added) + self.has_reasons

    @cached_property
    def note_columns(self) -> int:
        """Columns behind a leaf's name."""
        beside = self.total_columns - self.depth
        return beside + (self.point_columns if self.has_points else self._without_points)

    @property
    def _without_points(self) -> int:
        return self.has_rates + self.has_reviews + self.last_columns

    @property
    def lost(self) -> Decimal | None:
        """Points lost of the frame's total."""
        full, reached = self.full_marks.shown, self.total.shown
        return None if full is None or reached is None else full - reached

    @property
    def uncounted(self) -> Sequence[str]:
        """Rows that have no part in any sum."""
        rows = left_out(group.indicator for group in self.groups) if self.has_points else ()
        return tuple(row.name for row in rows)

    def _leaves(self) -> Iterator[Indicator]:
        return (row.indicator for group in self.groups for row in group.rows)


def score_table(entry: Entry) -> ScoreTable:
    """Lay the indicators of an evaluation out; without points there are no subtotals."""
    item, frame = entry.matter.item, entry.frame
    leaves = tuple(item.leaves())
    short = {
        column.name
        for column in entry.record.columns
        if column.position is Position.INDICATORS and column.type is not ColumnType.TEXT
    }
    added = tuple(label for label in labels_of(leaf.extra for leaf in leaves) if label in short)
    tops = frozenset(map(id, item.indicators))
    laid = level_table(
        item.indicators,
        subtotals=entry.is_scored,
        notes_of=lambda row: tuple(_notes(row, added, is_top=id(row) in tops)),
        added_of=lambda row: tuple(map(Note, added, cells_of(row.extra, added))),
    )
    return ScoreTable(
        laid.groups,
        laid.depth,
        entry.is_scored,
        item.full_marks(frame),
        entry.total,
        item.review_total(frame),
        _headings(entry),
        added,
        frozenset(frame.columns),
    )


def _headings(entry: Entry) -> Headings:
    names = entry.record.evaluation.scorers
    wording = entry.kind.wording
    return Headings(
        wording.actual,
        names[0] if names else "得分",
        names[1] if len(names) > 1 else "复核分",
    )


def _is_reviewed(leaf: Indicator) -> bool:
    return leaf.review_score is not None


def _notes(row: Indicator, added: Sequence[str], *, is_top: bool) -> Iterator[Note]:
    """What a row says beyond the columns: of a leaf the long texts, of a level all its values.

    The points of the top level stand in a row of their own.
    """
    if not row.is_leaf:
        yield from (note for note in _values(row) if not (is_top and note.label == _REVIEW))
    has_values = row.target or row.actual or row.forecast
    texts = (
        ("符号", row.operator.label if row.operator and not row.target else None),
        ("计量单位", None if has_values else row.unit),
        ("计分", row.counting.label if row.counting else None),
        ("编码", row.code),
        ("指标解释", row.explanation),
        ("评分标准", row.scoring_rule),
        ("得分说明", row.score_note),
        ("佐证", row.evidence),
    )
    yield from (Note(label, text) for label, text in texts if text)
    for note in notes_of(row.extra):
        if not row.is_leaf or note.label not in added:
            yield note


def _values(row: Indicator) -> Iterator[Note]:
    """What the columns show of a leaf, for a row that has others below it."""
    rate = row.score_rate
    texts = (
        ("指标值", row.target_shown),
        ("完成值", row.actual_shown),
        ("预计完成值", row.forecast_shown),
        ("可能性", row.likelihood),
        ("得分率", None if rate is None else printed(rate)),
        (_REVIEW, None if row.review_score is None else grouped(row.review_score)),
        ("等级", row.grade),
        ("偏差原因", row.deviation_reason),
        ("改进措施", row.corrective_action),
    )
    yield from (Note(label, text) for label, text in texts if text)
