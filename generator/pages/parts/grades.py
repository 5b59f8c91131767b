"""How many evaluations earned which grade, as a table and a chart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalog import Entry
from generator.pages.charts.bars import Share, StackChart, stack_chart
from generator.values.money import percentage

_WORST_LOOK = 3
_Grade = tuple[int, str]
"""Rank and name: 0 for the best; grades that no frame knows come last, then those without."""
_UNKNOWN = 97
_MISSING, _NOT_GIVEN = 98, 99


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One line of the table: its counts in the order of the columns."""

    name: str
    counts: Sequence[Share]
    total: int


@dataclass(frozen=True, slots=True)
class Grades:
    """Grades by line, and the chart of the same numbers."""

    rows: Sequence[GradeRow]
    chart: StackChart | None

    @property
    def names(self) -> tuple[Share, ...]:
        """The columns: grades met anywhere in the table, the best first."""
        return tuple(self.rows[0].counts)

    @property
    def shares(self) -> tuple[tuple[Share, Decimal], ...]:
        """Of a table with one line: each grade with its part of all, in per cent."""
        [row] = self.rows
        parts = ((s, percentage(Decimal(s.count), Decimal(row.total))) for s in row.counts)
        return tuple((share, part) for share, part in parts if part is not None)


def grades(name: str, title: str, groups: Iterable[tuple[str, Sequence[Entry]]]) -> Grades:
    """Count the grades of each group of entries; a name is one column, whatever frame gave it."""
    met = [(label, list(map(_grade, entries))) for label, entries in groups]
    best = {name: rank for rank, name in sorted((g for _, some in met for g in some), reverse=True)}
    counted = [(label, Counter((best[name], name) for _, name in some)) for label, some in met]
    columns = sorted({grade for _, counts in counted for grade in counts})
    rows = tuple(
        GradeRow(label, tuple(_share(g, counts[g]) for g in columns), counts.total())
        for label, counts in counted
    )
    drawn = ((row.name, [share for share in row.counts if share.count]) for row in rows)
    return Grades(rows, stack_chart(name, title, drawn))


def _grade(entry: Entry) -> _Grade:
    if entry.grade_name is None:
        rank = _MISSING if entry.is_graded else _NOT_GIVEN
    else:
        rank = _UNKNOWN if entry.grade_rank is None else entry.grade_rank
    return rank, entry.grade_told


def _share(grade: _Grade, count: int) -> Share:
    rank, name = grade
    look = str(min(rank, _WORST_LOOK)) if rank < _UNKNOWN else "none"
    return Share(name, count, look, is_grade=rank <= _UNKNOWN)
