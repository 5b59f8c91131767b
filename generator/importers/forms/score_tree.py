"""The tree that the rows of a score table make: by its level columns, or by their numbers."""

import re
from collections.abc import Mapping, Sequence

from generator.importers.aims import does_not_apply
from generator.importers.context import Context
from generator.importers.forms.coded_rows import Coded, coded
from generator.importers.forms.columns import PART
from generator.importers.forms.contents import GOALS
from generator.importers.forms.grids import Grid
from generator.importers.forms.headers import Header
from generator.importers.forms.score_parts import ScoreParts
from generator.importers.forms.score_rows import Row, put
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.values import is_nothing
from generator.source import At

_PLACEHOLDER = re.compile(r"(?:指标|目标)\s?\d{1,2}\s?[：:、]?\s?|[…\.。·]{1,6}|无")
_POINTS_BEHIND = re.compile(r"[（(][^（()）]{0,12}\d[^（()）]{0,6}[）)]\Z")


class ScoreTree:
    """The rows of one table in the making, and where they belong."""

    def __init__(
        self, context: Context, grid: Grid, header: Header, at: At,
        upper: At | None = None, before: "ScoreTree | None" = None,
    ) -> None:  # fmt: skip
        """`upper` is the row that all are below, `before` the tree that this goes on with."""
        self._context = context
        self._grid = grid
        self._header = header
        self._at = at
        self.levels = _levels(header)
        """The first column of each level, from the highest."""
        self.path: list[Row | None] = [None] * len(self.levels)
        """The row of each level that was named last."""
        if upper is None and before is not None and len(before.path) == len(self.path):
            self.path = list(before.path)
        self._upper = upper
        self._coded: Mapping[Cell, Coded] = {}
        """The rows of a table that has one column for all its levels, by their numbers."""
        rows = (*upper, "children") if upper else (*at, "indicators")
        self._top = context.gathering.length(*rows)
        self._nodes: list[Row] = []
        self._parts = ScoreParts(grid, header)
        self.is_void = False
        """Whether the row that is looked at names nothing: `指标1：`, `不适用`."""

    def read_codes(self, rows: Sequence[int]) -> None:
        """Look for the numbers of rows, where all levels stand in one column."""
        if len(self.levels) != 1:
            return
        named = (self._grid[row][self.levels[0]] for row in rows)
        self._coded = coded([cell for cell in named if cell is not None and self._names(cell)])
        depths = 1 + max((one.depth for one in self._coded.values()), default=0)
        self.path = [*self.path, *([None] * (depths - len(self.path)))]

    def begin_below(self, upper: At) -> None:
        """Put what was found; the rows that follow are below another that was put already."""
        self.settle()
        self._upper, self._top = upper, 0
        self.path = [None] * len(self.levels)

    def owner(self, row: int) -> Row | None:
        """The deepest row of the tree that this row of the table is, made where it is new."""
        return self._by_code(row) if self._coded else self._by_levels(row)

    def at_level(self, level: str) -> Row | None:
        """The row of the tree that a column for one level speaks of."""
        first = self._header.columns_of(level)[:1]
        return self.path[self.levels.index(first[0])] if first else None

    def spanning(self, cell: Cell, owner: Row) -> Row:
        """The row of the tree that covers the same rows as a cell, else the one it begins in."""
        line = [node for node in self.path if node is not None]
        return next(
            (n for n in line if (n.first, n.last) == (cell.row, cell.last_row)
             or (n.cell.row, n.cell.last_row) == (cell.row, cell.last_row)), owner
        )  # fmt: skip

    def settle(self) -> None:
        """Put what was found; a row that is only a name of a blank form is none."""
        filled = self._filled()
        for node in self._nodes:
            if node.at not in filled:
                self._context.label(node.cell)
                continue
            put(self._context, node, self._header)
        self._nodes.clear()

    def _by_levels(self, row: int) -> Row | None:
        """The owner of a row by the columns of levels."""
        owner: Row | None = None
        is_new = self.is_void = False
        for n, column in enumerate(self.levels):
            cell = self._grid[row][column]
            known = self.path[n]
            if cell is None or cell.column < column:
                if cell is not None and owner is not None and cell is owner.cell:
                    self.path[n] = None
                continue
            if not cell.text:
                if is_new:
                    self.path[n] = None
                elif known is not None:
                    owner = known
                continue
            if known is not None and not is_new and self._is_same(cell, known, n):
                if cell is not known.cell:
                    self._context.label(cell)
                known.last = max(known.last, cell.last_row)
                owner = known
                continue
            is_goal = self._header.fields[column] == GOALS
            if (_PLACEHOLDER.fullmatch(cell.text) and not is_goal) or self._does_not_apply(cell):
                self._context.label(cell)
                self.is_void = True
                continue
            owner, is_new = self._new(cell, n, owner), True
        return owner

    def _new(self, cell: Cell, level: int, above: Row | None) -> Row:
        """A row that was not met before: a part of the last of its level, else one of its own."""
        is_last = cell.last_column >= self.levels[-1]
        is_deepest = is_last and level == len(self.levels) - 1
        whole = self.path[level]
        if self._parts.is_part(cell, whole, is_deepest=is_deepest) and whole is not None:
            return self._part(cell, whole)
        made = self._made(cell, above)
        made.is_deepest = is_last
        self.path[level] = made
        return made

    def _part(self, cell: Cell, whole: Row) -> Row:
        """A row that another contains; it gives no points of its own."""
        node = self._made(cell, whole)
        prefix = PART.match(cell.text)
        node.start, node.is_part = prefix.end() if prefix else 0, True
        return node

    def _names(self, cell: Cell) -> bool:
        """Whether a cell names a row of the tree, rather than the total or a block below."""
        labels = self._context.labels
        is_total = labels.field(Part.TOTAL, cell.text) or labels.field(Part.HEAD, cell.text)
        return bool(cell.text) and not is_total and cell.last_column <= self.levels[0]

    def _by_code(self, row: int) -> Row | None:
        """The same by numbers, where all levels stand in one column."""
        cell = self._grid[row][self.levels[0]]
        place = self._coded.get(cell) if cell is not None else None
        if cell is None or place is None:
            return next((one for one in reversed(self.path) if one is not None), None)
        above = [one for one in self.path[: place.depth] if one is not None]
        node = self._made(cell, above[-1] if above else None)
        node.start = place.start
        self.path[place.depth :] = [node, *([None] * (len(self.path) - place.depth - 1))]
        return node

    def _does_not_apply(self, cell: Cell) -> bool:
        """Whether a name says that there is no such indicator, and nothing is said of it."""
        behind = self._grid[cell.row][cell.last_column + 1 :]
        return does_not_apply(cell.text) and all(
            is_nothing(c.text) for c in behind if c is not None
        )

    def _is_same(self, cell: Cell, known: Row, level: int) -> bool:
        """The cell above reaching down, or its name written once more before another row."""
        if cell is known.cell:
            return True
        deeper = [
            c for c in self.levels[level + 1 :] if self._grid[cell.row][c] not in (None, cell)
        ]
        has_deeper = any(
            (found := self._grid[cell.row][c]) is not None and found.text for c in deeper
        )
        return has_deeper and cell.text == known.cell.text

    def _made(self, cell: Cell, parent: Row | None) -> Row:
        if parent is None:
            rows: At = (*self._upper, "children") if self._upper else (*self._at, "indicators")
            known = self._known(cell) if self._upper is None else None
            at: At = (*rows, self._top if known is None else known)
            self._top += known is None
        else:
            at = (*parent.at, "children", parent.children)
            parent.children += 1
        node = Row(at, cell, cell.row, cell.last_row)
        self._nodes.append(node)
        return node

    def _known(self, cell: Cell) -> int | None:
        """The row of an earlier table that a name is of, where one of the two has no rows below."""
        name, gathering = _bare(cell.text), self._context.gathering
        rows: At = (*self._at, "indicators")
        for n in range(gathering.length(*rows)):
            known = gathering.values.get((*rows, n, "name"))
            is_bare = not gathering.length(*rows, n, "children") or len(self.levels) == 1
            is_same = known is not None and "".join(known.text.split()) == name
            if is_same and is_bare and len(self.path) <= len(self.levels):
                return n
        return None

    def _filled(self) -> set[At]:
        """The rows that say more than a name which forms print, themselves or in rows below."""
        filled: set[At] = set()
        for node in reversed(self._nodes):
            says = node.is_deepest or any(c.text for cells in node.cells.values() for c in cells)
            if says or node.at in filled:
                filled |= {node.at, node.at[:-2]}
        return filled


def _bare(text: str) -> str:
    """A name without the points behind it."""
    return _POINTS_BEHIND.sub("", "".join(text.split()))


def _levels(header: Header) -> list[int]:
    """The first column of each level, from the highest."""
    firsts: dict[str, int] = {}
    for column, name in sorted(header.fields.items()):
        if name.startswith("level."):
            firsts.setdefault(name, column)
    return sorted(firsts.values())
