"""Which rows of a score table are parts of the row above them, and give no points.

Forms print `其中：柳渡村` below a row with points, and go on with further parts that do not say it.
"""

from collections.abc import Mapping

from generator.importers.aims import target_of
from generator.importers.forms.columns import PART, POINTS
from generator.importers.forms.grids import Grid, is_figure
from generator.importers.forms.headers import Header
from generator.importers.forms.score_rows import Row
from generator.importers.outline import Cell
from generator.importers.values import is_nothing


class ScoreParts:
    """The parts of one table, in the order in which its rows are read."""

    def __init__(self, grid: Grid, header: Header) -> None:
        self._grid = grid
        self._header = header
        self._has_parts = False
        """Whether the last row was a part of the one above it."""

    def is_part(self, cell: Cell, whole: Row | None, *, is_deepest: bool) -> bool:
        """Whether a cell names a part of a row: `其中：…`, and what goes on so without points.

        Only where the table has points, and the whole has them, does a row without any tell that.
        """
        if not is_deepest or whole is None or whole.cell.row >= cell.row:
            self._has_parts = False
            return False
        told = {
            name.partition("@")[0]: c
            for column, name in self._header.fields.items()
            if (c := self._grid[cell.row][column]) is not None and not is_nothing(c.text)
        }
        goes_on = PART.match(cell.text) is not None or (
            self._has_parts and _is_counted_alike(whole, told)
        )
        is_part = goes_on and POINTS.isdisjoint(told) and not POINTS.isdisjoint(whole.cells)
        self._has_parts = is_part
        return is_part


def _is_counted_alike(whole: Row, told: Mapping[str, Cell]) -> bool:
    """Whether the aims of two rows are so many of the same; shares of a whole are no parts."""
    aims = [told.get("target"), next(iter(whole.cells.get("target", [])), None)]
    units = [told.get("unit"), next(iter(whole.cells.get("unit", [])), None)]
    read = [
        target_of(aim.text, unit.text.strip() if unit else "", "")
        for aim, unit in zip(aims, units, strict=True)
        if aim is not None
    ]
    counted = {one.unit for one in read if is_figure(one.target)}
    return len(read) == len(aims) and len(counted) == 1 and not counted & {"", "%", "％", "‰"}
