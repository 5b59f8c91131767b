"""What stands below the names of columns."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.importers.forms.grids import Grid
from generator.importers.outline import Cell
from generator.importers.values import is_nothing


class Body(NamedTuple):
    """The rows below a head, and whose names the cells of its last row are."""

    grid: Grid
    first: int
    heads: Mapping[int, Cell]
    """By column of the grid."""

    @property
    def rows(self) -> range:
        """Up to a text over half of the columns, with which another block begins."""
        half = len(self.grid[0]) / 2
        for row in range(self.first, len(self.grid)):
            cells = self.grid[row]
            held = {c for c in cells if c is not None and c.row == row and c.text}
            if len(held) > 1 and any(cell.columns > half for cell in held):
                return range(self.first, row)
        return range(self.first, len(self.grid))

    def column(self, column: int) -> Iterator[Cell]:
        """The cells that begin below the head in a column, and hold something."""
        for row in self.rows:
            cell = self.grid[row][column]
            if cell is not None and cell.row == row and cell.column == column and cell.text:
                yield cell

    def is_text(self, column: int) -> bool:
        """Whether words stand in a column: figures and dashes name nothing."""
        told = [cell.text for cell in self.column(column) if not is_nothing(cell.text)]
        words = [text for text in told if any("\u4e00" <= sign <= "\u9fff" for sign in text)]
        return bool(words) and len(words) * 2 > len(told)

    def groups(self, column: int) -> bool:
        """Whether cells of a column stand beside several rows each, not one beside all."""
        cells = list(self.column(column))
        return len(cells) > 1 and any(cell.rows > 1 for cell in cells)
