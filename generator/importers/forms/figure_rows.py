"""Rows below a head laid across: each names a field first, and holds nothing but figures then."""

from collections.abc import Container, Sequence

from generator.importers.forms.grids import Grid, is_figure, starting
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.values import is_nothing


def figure_rows(
    grid: Grid, head: int, labels: Labels, part: Part, fields: Container[str]
) -> Sequence[tuple[str, Sequence[Cell]]]:
    """The rows from below a head to the first of another kind, each with the field it is of."""
    rows: list[tuple[str, Sequence[Cell]]] = []
    for below in range(head + 1, len(grid)):
        cells = starting(grid, below)
        field = labels.field(part, cells[0].text) if len(cells) > 1 else None
        told = [cell for cell in cells[1:] if not is_nothing(cell.text)]
        if field is None or field not in fields or not told:
            break
        if not all(is_figure(cell.text) for cell in told):
            break
        rows.append((field, cells))
    return rows
