"""The table of indicators: a tree by its level columns, each row's values with the row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importers.aims import actual_of, does_not_apply, operator_of, target_of
from generator.importers.context import Context
from generator.importers.forms.headers import Grid, Header, distinct
from generator.importers.labels import Part
from generator.importers.outline import Cell
from generator.importers.ticks import TICKS, chosen
from generator.importers.values import is_nothing
from generator.model.points import Counting
from generator.source import At
from generator.values.cells.signs import Operator
from generator.values.text import half_width

_WEIGHT = re.compile(r"\s?[（(]\s?(\d{1,3}(?:\.\d{1,2})?)\s?(分|%)?\s?[）)]\s?$")
_PLACEHOLDER = re.compile(r"(?:指标|目标)\s?\d{1,2}\s?[：:、]?\s?|[…\.。·]{1,6}")
_OWN_NUMBER = re.compile(r"(?:指标|目标)\s?\d{1,2}\s?[：:]\s?")
_COUNTED = {
    Counting.BONUS: re.compile(r"(?:奖励)?加分(?:项目?|指标|因素)?|附加分|奖励分"),
    Counting.DEDUCTION: re.compile("[扣减]分(?:项目?|指标|因素)"),
    Counting.VETO: re.compile("一票否决(?:项目?|指标|事项)?|否决(?:项目?|指标|事项)"),
}
"""Names of rows that add or take points, or decide alone."""
_TARGETS = ("target", "operator", "unit", "actual", "forecast")


@dataclass(slots=True)
class _Node:
    """A row of the tree in the making."""

    at: At
    cell: Cell
    first: int
    last: int
    children: int = 0
    cells: dict[str, list[Cell]] = field(default_factory=dict)


class ScoreTable:
    """Reads the rows below a head of indicators."""

    def __init__(self, context: Context, grid: Grid, header: Header, at: At) -> None:
        self._context = context
        self._grid = grid
        self._header = header
        self._at = at
        self._levels = _levels(header)
        self._path: list[_Node | None] = [None] * len(self._levels)
        self._nodes: list[_Node] = []
        self._top = context.gathering.length(*at, "indicators")

    def read(self, rows: Sequence[int]) -> int:
        """Take rows as long as they are of the table; the first that is not."""
        for n, row in enumerate(rows):
            cells = [cell for cell in distinct(self._grid[row]) if cell is not self._header.side]
            held = [cell for cell in cells if cell.text and cell.row == row]
            if held and (self._ends(held, row) or not self._row(row, cells)):
                self._settle()
                return n
        self._settle()
        return len(rows)

    def _ends(self, held: Sequence[Cell], row: int) -> bool:
        labels = self._context.labels
        first = held[0]
        if first.column > self._levels[-1] or first.row != row:
            return False
        if labels.field(Part.TOTAL, first.text) or labels.field(Part.PERSONS, first.text):
            return True
        is_wide = first.column == 0 and first.last_column >= len(self._grid[0]) - 1
        return is_wide or (bool(labels.field(Part.HEAD, first.text)) and len(held) <= 3)  # noqa: PLR2004

    def _row(self, row: int, cells: Sequence[Cell]) -> bool:
        owner = self._owner(row)
        if owner is None:
            return False
        for cell in cells:
            if cell.row != row or cell.column in self._levels or not cell.text:
                continue
            name = self._header.fields.get(cell.column, "")
            if not name or name.startswith("level."):
                if self._context.labels.field(Part.BLOCK, cell.text):
                    self._context.label(cell)
                continue
            name, _, level = name.partition("@")
            node = owner if cell.rows == 1 else self._spanning(cell, owner)
            if level:
                node = self._at_level(level) or node
            node.cells.setdefault(self._renamed(name, cell), []).append(cell)
        return True

    def _renamed(self, name: str, cell: Cell) -> str:
        """A column for one choice of a declared column is that column."""
        if name.startswith("extra."):
            column = self._context.choices.get(name.removeprefix("extra."))
            if column is not None and "".join(cell.text.split()) in TICKS:
                return f"choice.{column}.{name.removeprefix('extra.')}"
        return name

    def _owner(self, row: int) -> _Node | None:
        """The deepest row of the tree that this row of the table is, made where it is new."""
        owner: _Node | None = None
        is_new = False
        for n, column in enumerate(self._levels):
            cell = self._grid[row][column]
            known = self._path[n]
            if cell is None or cell.column < column:
                if cell is not None and owner is not None and cell is owner.cell:
                    self._path[n] = None
                continue
            if not cell.text:
                if is_new:
                    self._path[n] = None
                elif known is not None:
                    owner = known
                continue
            if known is not None and not is_new and self._is_same(cell, known, n):
                if cell is not known.cell:
                    self._context.label(cell)
                known.last = max(known.last, cell.last_row)
                owner = known
                continue
            if _PLACEHOLDER.fullmatch(cell.text):
                self._context.label(cell)
                continue
            owner, is_new = self._made(cell, owner), True
            self._path[n] = owner
        return owner

    def _is_same(self, cell: Cell, known: _Node, level: int) -> bool:
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

    def _made(self, cell: Cell, parent: _Node | None) -> _Node:
        if parent is None:
            at: At = (*self._at, "indicators", self._top)
            self._top += 1
        else:
            at = (*parent.at, "children", parent.children)
            parent.children += 1
        node = _Node(at, cell, cell.row, cell.last_row)
        self._nodes.append(node)
        return node

    def _at_level(self, level: str) -> _Node | None:
        """The row of the tree that a column for one level speaks of."""
        first = self._header.columns_of(level)[:1]
        return self._path[self._levels.index(first[0])] if first else None

    def _spanning(self, cell: Cell, owner: _Node) -> _Node:
        """The row of the tree that covers the same rows as a cell, else the one it begins in."""
        line = [node for node in self._path if node is not None]
        return next(
            (n for n in line if (n.first, n.last) == (cell.row, cell.last_row)
             or (n.cell.row, n.cell.last_row) == (cell.row, cell.last_row)), owner
        )  # fmt: skip

    def _settle(self) -> None:
        """Put what was found; a row that is only a name of a blank form is none."""
        for node in self._nodes:
            self._name(node)
            if any(name in node.cells for name in _TARGETS):
                self._aim(node)
            self._cells(node)
        self._nodes.clear()

    def _name(self, node: _Node) -> None:
        context, text = self._context, node.cell.text
        start = len(own[0]) if (own := _OWN_NUMBER.match(text)) else 0
        end = len(text)
        weight = _WEIGHT.search(text)
        if weight and (weight[2] or node.children) and "weight" not in node.cells:
            end = weight.start()
            sign = "%" if weight[2] == "%" else ""
            context.put((*node.at, "weight"), node.cell, weight[1] + sign, (end, None))
        elif weight and weight[2] and node.children:
            end = weight.start()
            context.label(node.cell, end)
        if start:
            context.label(node.cell, 0, start)
        name = "".join(text[start:end].split("\n"))
        context.put((*node.at, "name"), node.cell, name.strip(), (start, end))
        for counting, pattern in _COUNTED.items():
            if pattern.fullmatch("".join(name.split())):
                context.put((*node.at, "counting"), node.cell, counting.value, (start, end))

    def _aim(self, node: _Node) -> None:
        """Sign, target, unit and actual value, which are read together."""
        context, cells = self._context, {k: v[0] for k, v in node.cells.items() if k in _TARGETS}
        unit = "".join(cells["unit"].text.split()) if "unit" in cells else ""
        name = node.cell.text
        if does_not_apply(unit) or is_nothing(unit):
            unit = ""
        if "target" in cells:
            read = target_of(cells["target"].text, unit, name)
            context.put((*node.at, "target"), cells["target"], read.target)
            if read.operator and "operator" not in cells:
                context.put((*node.at, "operator"), cells["target"], _english(read.operator))
            if read.unit and not unit:
                context.put((*node.at, "unit"), cells["target"], read.unit)
            unit = unit or read.unit
        if "operator" in cells:
            self._operator(node, cells["operator"])
        if "unit" in cells:
            context.put((*node.at, "unit"), cells["unit"], unit)
        for which in ("actual", "forecast"):
            if which in cells:
                context.put((*node.at, which), cells[which], actual_of(cells[which].text, unit))
        for which in cells:
            del node.cells[which][0]

    def _operator(self, node: _Node, cell: Cell) -> None:
        sign = operator_of(cell.text)
        if sign:
            self._context.put((*node.at, "operator"), cell, _english(sign))
        elif sign is None and not is_nothing(cell.text):
            self._context.put((*node.at, "extra", "指标性质"), cell)
        else:
            self._context.label(cell)

    def _cells(self, node: _Node) -> None:
        for name, cells in node.cells.items():
            for cell in cells:
                self._put(node, name, cell)

    def _put(self, node: _Node, name: str, cell: Cell) -> None:
        context = self._context
        if name == "number":
            context.label(cell)
        elif name.startswith("choice."):
            _, column, choice = name.split(".", 2)
            span = context.gathering.ledger.span(cell)
            context.gathering.choose((*node.at, "extra", column), choice, span)
        elif name.startswith("extra."):
            context.put((*node.at, "extra", name.removeprefix("extra.")), cell)
        elif name in ("likelihood", "grade") and (ticked := chosen(cell.text)):
            context.put((*node.at, name), cell, ticked[0])
        elif name == "weight" and "%" in self._header.above.get(cell.column, ""):
            context.put((*node.at, name), cell, half_width(cell.text).strip())
        else:
            context.put((*node.at, name), cell)


def _english(sign: str) -> str:
    """A sign as an English record spells it."""
    return next(operator.value for operator in Operator if operator.label == sign)


def _levels(header: Header) -> list[int]:
    """The first column of each level, from the highest."""
    firsts: dict[str, int] = {}
    for column, name in sorted(header.fields.items()):
        if name.startswith("level."):
            firsts.setdefault(name, column)
    return sorted(firsts.values())
