"""The table of indicators from row to row: where it ends, each row's values with its row."""

import re
from collections.abc import Sequence

from generator.importers.blanks import is_unfilled
from generator.importers.context import Context
from generator.importers.forms import goal_rows, group_rows
from generator.importers.forms.columns import POINTS
from generator.importers.forms.goal_rows import is_goal
from generator.importers.forms.grids import Grid, distinct, starting
from generator.importers.forms.headers import Header
from generator.importers.forms.score_tree import ScoreTree
from generator.importers.heads import pairs_in
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.ticks import TICKS
from generator.source import At

_SUBTOTAL = re.compile("(?:分项|本项)?小计(?:得分)?")
_PAIR, _WIDE = 2, 3
"""A name, and columns that a text beside it takes at least."""


class ScoreTable:
    """Reads the rows below a head of indicators."""

    def __init__(
        self, context: Context, grid: Grid, header: Header, at: At = (),
        upper: At | None = None, before: "ScoreTable | None" = None,
    ) -> None:  # fmt: skip
        """`upper` is the row that all are below, `before` the table that this goes on with."""
        self._context = context
        self._grid = grid
        self.header = header
        self._at = at
        above = before.tree if before is not None else None
        self.tree: ScoreTree = ScoreTree(context, grid, header, at, upper, above)
        self.is_open = False
        """Whether its last row is that of the grid: the next table may go on with it."""

    def read(self, rows: Sequence[int]) -> int:
        """Take rows as long as they are of the table; the first that is not."""
        self.tree.read_codes(rows)
        taken = self._taken(rows)
        self.tree.settle()
        self.is_open = self.header.below + taken == len(self._grid)
        return taken

    def _taken(self, rows: Sequence[int]) -> int:
        for n, row in enumerate(rows):
            cells = [cell for cell in distinct(self._grid[row]) if cell is not self.header.side]
            held = [cell for cell in cells if cell.text and cell.row == row]
            held = self._below_goal(held)
            if held and self._group(held, row):
                continue
            if held and (self._ends(held, row) or not self._row(row, cells)):
                return n
        return len(rows)

    def _below_goal(self, held: list[Cell]) -> list[Cell]:
        """The cells of a row without the next goal, beside it and those below: these are of it."""
        side = self.header.side
        first = held[0] if held else None
        if side is None or first is None or first.column != side.column or first.rows == 1:
            return held
        at = goal_rows.put(self._context, first, self._at) if is_goal(side.text) else None
        if at is None:
            return held
        self.tree.begin_below(at)
        return held[1:]

    def _group(self, held: Sequence[Cell], row: int) -> bool:
        """Take a row that only names what the rows below it belong to: `一级指标：产出指标`."""
        first = held[0]
        is_below = row + 1 < len(self._grid) and len(starting(self._grid, row + 1)) >= _PAIR
        is_wide = first.column <= self.tree.levels[0] and first.last_column >= self.tree.levels[-1]
        if len(held) > 1 or first.rows > 1 or not (is_wide and is_below):
            return False
        at = group_rows.put(self._context, first, self._at)
        if at is None:
            return False
        self.tree.begin_below(at)
        return True

    def _ends(self, held: Sequence[Cell], row: int) -> bool:
        labels = self._context.labels
        first = held[0]
        naming = next((cell for cell in held if cell.column in self.tree.levels), first)
        if labels.field(Part.TOTAL, naming.text):
            return True  # points may stand before the name
        if first.column > self.tree.levels[-1] or first.row != row:
            return False
        if labels.field(Part.PERSONS, first.text):
            return True
        is_wide = first.column == 0 and first.last_column >= len(self._grid[0]) - 1
        if is_wide or next(pairs_in(self._context, first), None) is not None:
            return True
        if len(held) == _PAIR and held[1].columns >= _WIDE and self._reaches_end(held[1]):
            return True
        named = [labels.field(Part.HEAD, cell.text) is not None for cell in held]
        return named[0] and (len(held) <= 3 or all(named[::2]))  # noqa: PLR2004 -- name, value, unit

    def _reaches_end(self, cell: Cell) -> bool:
        """Whether a text stands across all columns behind the name of its row."""
        return (
            cell.last_column == len(self._grid[0]) - 1 and cell.column <= self.tree.levels[-1] + 1
        )

    def _row(self, row: int, cells: Sequence[Cell]) -> bool:
        first = next((cell for cell in cells if cell.text and cell.row == row), None)
        if first is not None and _SUBTOTAL.fullmatch("".join(first.text.split())):
            self._subtotal(first, cells)
            return True
        owner = self.tree.owner(row)
        if owner is None:
            return False
        for cell in cells:
            if cell.row != row or cell.column in self.tree.levels or not cell.text:
                continue
            if is_unfilled(cell.text):
                self._context.label(cell)
                continue
            name = self.header.fields.get(cell.column, "")
            if not name or name.startswith("level."):
                if self._context.labels.field(Part.BLOCK, cell.text):
                    self._context.label(cell)
                continue
            name, _, level = name.partition("@")
            if self.tree.is_void and cell.rows == 1 and not level:
                continue
            node = owner if cell.rows == 1 else self.tree.spanning(cell, owner)
            if level:
                node = self.tree.at_level(level) or node
            node.cells.setdefault(self._renamed(name, cell), []).append(cell)
        return True

    def _subtotal(self, first: Cell, cells: Sequence[Cell]) -> None:
        """The sum of the rows below another, which is the points of that one."""
        self._context.label(first)
        level = sum(column < first.column for column in self.tree.levels)
        node = self.tree.path[max(level - 1, 0)]
        for cell in cells:
            name = self.header.fields.get(cell.column, "")
            if cell.row != first.row or cell is first or not cell.text:
                continue
            if node is not None and name in POINTS and name not in node.cells:
                node.cells[name] = [cell]
            else:
                self._context.label(cell)

    def _renamed(self, name: str, cell: Cell) -> str:
        """A column for one choice of a declared column is that column."""
        if name.startswith("extra."):
            column = self._context.choices.get(name.removeprefix("extra."))
            if column is not None and "".join(cell.text.split()) in TICKS:
                return f"choice.{column}.{name.removeprefix('extra.')}"
        return name
