"""The table of indicators: a tree by its level columns, each row's values with the row."""

import re
from collections.abc import Mapping, Sequence

from generator.importers.aims import does_not_apply, target_of
from generator.importers.blanks import is_unfilled
from generator.importers.context import Context
from generator.importers.forms import group_rows
from generator.importers.forms.coded_rows import Coded, coded
from generator.importers.forms.columns import PART
from generator.importers.forms.grids import Grid, distinct, is_figure, starting
from generator.importers.forms.headers import Header
from generator.importers.forms.score_rows import Row, put
from generator.importers.heads import pairs_in
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.ticks import TICKS
from generator.importers.values import is_nothing
from generator.source import At

_PLACEHOLDER = re.compile(r"(?:指标|目标)\s?\d{1,2}\s?[：:、]?\s?|[…\.。·]{1,6}|无")
_SUBTOTAL = re.compile("(?:分项|本项)?小计(?:得分)?")
_PAIR, _WIDE = 2, 3
"""A name, and columns that a text beside it takes at least."""
_POINTS = frozenset(("weight", "score", "review_score"))


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
        self._levels = _levels(header)
        self.path: list[Row | None] = [None] * len(self._levels)
        """The row of each level that was named last."""
        if upper is None and before is not None and len(before.path) == len(self.path):
            self.path = list(before.path)
        self._upper = upper
        self._coded: Mapping[Cell, Coded] = {}
        """The rows of a table that has one column for all its levels, by their numbers."""
        self.is_open = False
        """Whether its last row is that of the grid: the next table may go on with it."""
        rows = (*upper, "children") if upper else (*at, "indicators")
        self._top = context.gathering.length(*rows)
        self._nodes: list[Row] = []
        self._has_parts = False
        """Whether the last row was a part of the one above it."""
        self._is_void = False
        """Whether the row that is looked at names nothing: `指标1：`, `不适用`."""

    def read(self, rows: Sequence[int]) -> int:
        """Take rows as long as they are of the table; the first that is not."""
        if len(self._levels) == 1:
            column = self._levels[0]
            named = (self._grid[row][column] for row in rows)
            self._coded = coded([cell for cell in named if cell is not None and self._names(cell)])
            depths = 1 + max((one.depth for one in self._coded.values()), default=0)
            self.path = [*self.path, *([None] * (depths - len(self.path)))]
        taken = self._taken(rows)
        self._settle()
        self.is_open = self.header.below + taken == len(self._grid)
        return taken

    def _taken(self, rows: Sequence[int]) -> int:
        for n, row in enumerate(rows):
            cells = [cell for cell in distinct(self._grid[row]) if cell is not self.header.side]
            held = [cell for cell in cells if cell.text and cell.row == row]
            if held and self._group(held, row):
                continue
            if held and (self._ends(held, row) or not self._row(row, cells)):
                return n
        return len(rows)

    def _group(self, held: Sequence[Cell], row: int) -> bool:
        """Take a row that only names what the rows below it belong to: `一级指标：产出指标`."""
        first = held[0]
        is_below = row + 1 < len(self._grid) and len(starting(self._grid, row + 1)) >= _PAIR
        is_wide = first.column <= self._levels[0] and first.last_column >= self._levels[-1]
        if len(held) > 1 or first.rows > 1 or not (is_wide and is_below):
            return False
        at = group_rows.put(self._context, first, self._at)
        if at is None:
            return False
        self._settle()
        self._upper, self._top = at, 0
        self.path = [None] * len(self._levels)
        return True

    def _ends(self, held: Sequence[Cell], row: int) -> bool:
        labels = self._context.labels
        first = held[0]
        if first.column > self._levels[-1] or first.row != row:
            return False
        if labels.field(Part.TOTAL, first.text) or labels.field(Part.PERSONS, first.text):
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
        return cell.last_column == len(self._grid[0]) - 1 and cell.column <= self._levels[-1]

    def _row(self, row: int, cells: Sequence[Cell]) -> bool:
        first = next((cell for cell in cells if cell.text and cell.row == row), None)
        if first is not None and _SUBTOTAL.fullmatch("".join(first.text.split())):
            self._subtotal(first, cells)
            return True
        owner = self._coded_owner(row) if self._coded else self._owner(row)
        if owner is None:
            return False
        for cell in cells:
            if cell.row != row or cell.column in self._levels or not cell.text:
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
            if self._is_void and cell.rows == 1 and not level:
                continue
            node = owner if cell.rows == 1 else self._spanning(cell, owner)
            if level:
                node = self._at_level(level) or node
            node.cells.setdefault(self._renamed(name, cell), []).append(cell)
        return True

    def _subtotal(self, first: Cell, cells: Sequence[Cell]) -> None:
        """The sum of the rows below another, which is the points of that one."""
        self._context.label(first)
        level = sum(column < first.column for column in self._levels)
        node = self.path[max(level - 1, 0)]
        for cell in cells:
            name = self.header.fields.get(cell.column, "")
            if cell.row != first.row or cell is first or not cell.text:
                continue
            if node is not None and name in _POINTS and name not in node.cells:
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

    def _owner(self, row: int) -> Row | None:
        """The deepest row of the tree that this row of the table is, made where it is new."""
        owner: Row | None = None
        is_new = self._is_void = False
        for n, column in enumerate(self._levels):
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
            if _PLACEHOLDER.fullmatch(cell.text) or self._does_not_apply(cell):
                self._context.label(cell)
                self._is_void = True
                continue
            owner, is_new = self._new(cell, n, owner), True
        return owner

    def _new(self, cell: Cell, level: int, above: Row | None) -> Row:
        """A row that was not met before: a part of the last of its level, else one of its own."""
        if (whole := self._whole_of(cell, level, self.path[level])) is not None:
            return self._part(cell, whole)
        made = self._made(cell, above)
        made.is_deepest = cell.last_column >= self._levels[-1]
        self.path[level] = made
        return made

    def _whole_of(self, cell: Cell, level: int, known: Row | None) -> Row | None:
        """The row that one is contained in: `其中：…` below it, and what goes on so without points.

        Only where the table has points, and the whole has them, does a row without any tell that.
        """
        is_deepest = cell.last_column >= self._levels[-1] and level == len(self._levels) - 1
        if not is_deepest or known is None or known.cell.row >= cell.row:
            self._has_parts = False
            return None
        told = {
            name.partition("@")[0]: c
            for column, name in self.header.fields.items()
            if (c := self._grid[cell.row][column]) is not None and not is_nothing(c.text)
        }
        goes_on = PART.match(cell.text) is not None or (
            self._has_parts and _is_counted_alike(known, told)
        )
        is_part = goes_on and _POINTS.isdisjoint(told) and not _POINTS.isdisjoint(known.cells)
        self._has_parts = is_part
        return known if is_part else None

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
        return bool(cell.text) and not is_total and cell.last_column <= self._levels[0]

    def _coded_owner(self, row: int) -> Row | None:
        """The same where all levels stand in one column."""
        cell = self._grid[row][self._levels[0]]
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
            c for c in self._levels[level + 1 :] if self._grid[cell.row][c] not in (None, cell)
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
            is_bare = not gathering.length(*rows, n, "children") or len(self._levels) == 1
            is_same = known is not None and "".join(known.text.split()) == name
            if is_same and is_bare and len(self.path) <= len(self._levels):
                return n
        return None

    def _at_level(self, level: str) -> Row | None:
        """The row of the tree that a column for one level speaks of."""
        first = self.header.columns_of(level)[:1]
        return self.path[self._levels.index(first[0])] if first else None

    def _spanning(self, cell: Cell, owner: Row) -> Row:
        """The row of the tree that covers the same rows as a cell, else the one it begins in."""
        line = [node for node in self.path if node is not None]
        return next(
            (n for n in line if (n.first, n.last) == (cell.row, cell.last_row)
             or (n.cell.row, n.cell.last_row) == (cell.row, cell.last_row)), owner
        )  # fmt: skip

    def _settle(self) -> None:
        """Put what was found; a row that is only a name of a blank form is none."""
        filled = self._filled()
        for node in self._nodes:
            if node.at not in filled:
                self._context.label(node.cell)
                continue
            put(self._context, node, self.header)
        self._nodes.clear()

    def _filled(self) -> set[At]:
        """The rows that say more than a name which forms print, themselves or in rows below."""
        filled: set[At] = set()
        for node in reversed(self._nodes):
            says = node.is_deepest or any(c.text for cells in node.cells.values() for c in cells)
            if says or node.at in filled:
                filled |= {node.at, node.at[:-2]}
        return filled


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


_POINTS_BEHIND = re.compile(r"[（(][^（()）]{0,12}\d[^（()）]{0,6}[）)]\Z")


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
