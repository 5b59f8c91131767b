"""A table of points laid the other way: names of rows across, their weight and points below."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.importers.context import Context
from generator.importers.forms.columns import POINTS
from generator.importers.forms.figure_rows import EARLIER, PARTED, figure_rows, of_the_year
from generator.importers.forms.grids import Grid, is_figure, starting
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.values import is_nothing
from generator.source import At

_POINTS = POINTS | {"score_rate"}
_TOTALS = {"score": "total", "review_score": "review_total"}
_LEAST = 2
"""Names across, and rows below, that make such a table."""


@dataclass(frozen=True, slots=True)
class ScoreColumns:
    """Its head and its rows, each with what it tells of the names above."""

    head: Sequence[Cell]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    below: int

    def read(self, context: Context, at: At) -> int:
        """Put the points; the first row below."""
        labels = context.labels
        first: At = (*at, "indicators")
        place = context.gathering.length(*first)
        whole = [one for one in self.head[1:] if labels.field(Part.TOTAL, one.text)]
        names = [one for one in self.head[1:] if one not in whole]
        context.label(self.head[0])
        for cell in whole:
            context.label(cell)
        for n, cell in enumerate(names):
            context.put((*first, place + n, "name"), cell, "".join(cell.text.split()))
        for field, cells in self.rows:
            context.label(cells[0])
            for cell in cells[1:]:
                over = next((one for one in self.head if one.column == cell.column), None)
                if field in (EARLIER, PARTED):
                    context.label(cell)
                elif over in names and not is_nothing(cell.text):
                    context.put((*first, place + names.index(over), field), cell)
                elif over in whole and field in _TOTALS:
                    context.put((*at, "result", _TOTALS[field]), cell)
                else:
                    context.label(cell)
        return self.below


def at_row(grid: Grid, row: int, labels: Labels) -> ScoreColumns | None:
    """The table whose head is a row; None where it is none."""
    head = [cell for cell in starting(grid, row) if cell.rows == 1]
    level = labels.field(Part.INDICATORS, head[0].text) if head else None
    if len(head) <= _LEAST or level is None or not level.startswith("level."):
        return None
    if any(is_figure(one.text) or _is_column(one.text, labels) for one in head[1:]):
        return None
    rows = figure_rows(grid, row, labels, Part.INDICATORS, _POINTS)
    return ScoreColumns(head, rows, row + 1 + len(rows)) if of_the_year(rows) >= _LEAST else None


def _is_column(text: str, labels: Labels) -> bool:
    """Whether a text names a column of a score table, not a row that stands across."""
    field = labels.field(Part.INDICATORS, text)
    return field is not None and labels.field(Part.TOTAL, text) is None
