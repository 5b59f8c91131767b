"""The row that adds a score table up, its points below the columns for points."""

from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.forms.grids import is_figure
from generator.importers.forms.headers import Header
from generator.importers.graded_totals import put_grade, put_points
from generator.importers.heads import take_line
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.values import is_nothing
from generator.source import At

_FIELDS = {"weight": "", "score": "total", "review_score": "review_total", "grade": "grade"}
"""By column what its cell is of the result; the weight of the whole goes without saying."""


def put(context: Context, cells: Sequence[Cell], header: Header, at: At, upper: At | None) -> bool:
    """Put what a row says of the whole; whether it is such a row.

    `upper` is the row that a heading above a piece of a score table names: the total is its own.
    """
    labels = context.labels
    named = next((cell for cell in cells if not is_figure(cell.text)), cells[0])
    if not labels.field(Part.TOTAL, named.text):
        return False
    others = [cell for cell in cells if cell is not named]
    points = [(header.fields.get(cell.column, "").partition("@")[0], cell) for cell in others]
    if not any(name in _FIELDS for name, _ in points):
        return False
    if any(labels.field(Part.HEAD, cell.text) for _, cell in points):
        return False  # a name and its value, and another name
    context.label(named)
    for name, cell in points:
        field = _FIELDS.get(name)
        if upper is not None and field is not None:
            context.put((*upper, name), cell)
        elif field in ("total", "review_total"):
            put_points(context, field, cell, at)
        elif field:
            context.put((*at, "result", field), cell)
        elif field is not None or is_nothing(cell.text):
            context.label(cell)
        elif not put_grade(context, cell, at):
            take_line(context, cell, at)
    return True
