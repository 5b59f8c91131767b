"""A table of money laid the other way: sources across, stages down."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importers.context import Context
from generator.importers.forms.columns import OF_MONEY, STAGES
from generator.importers.forms.figure_rows import EARLIER, PARTED, figure_rows, of_the_year
from generator.importers.forms.fund_names import start_of
from generator.importers.forms.fund_pairs import FundPairs
from generator.importers.forms.grids import Grid, distinct, is_figure, starting
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.values import is_nothing
from generator.source import At
from generator.values.money import Unit

_LEAST = 2
"""Sources, and stages, that make such a table."""


@dataclass(frozen=True, slots=True)
class FundColumns:
    """Its head and its rows, each with the stage that it is of."""

    head: Sequence[Cell]
    side: Cell | None
    """The name of the block beside it, which may say the unit."""
    sources: Sequence[Cell]
    """The total among them."""
    rows: Sequence[tuple[str, Sequence[Cell]]]
    below: int

    def read(self, context: Context, funds: FundPairs, at: At) -> int:
        """Put the amounts; the first row below."""
        labels, place = context.labels, (*at, "funds")
        names = (*self.head, *((self.side,) if self.side else ()))
        told = funds.unit_told(names)
        unit = next((one for one in Unit if one.label == told), None)
        for cell in names:
            context.label(cell)
        whole = [one for one in self.sources if labels.field(Part.FUND_TOTAL, one.text)]
        parts = [one for one in self.sources if one not in whole]
        is_use = all(_KIND.fullmatch("".join(one.text.split())) for one in parts)
        for stage, cells in self.rows:
            if stage == PARTED:
                continue  # a part of a stage, by source: unplaced
            context.label(cells[0])
            for cell in cells[1:]:
                column = next((one for one in self.sources if one.column == cell.column), None)
                if column is None or stage == EARLIER or is_nothing(cell.text):
                    context.label(cell)
                elif column in whole:
                    context.put((*place, "stated_total", stage), cell, unit=unit)
                else:
                    kind, named = ("by_use", "use") if is_use else ("rows", "source")
                    row: At = (*place, kind, parts.index(column))
                    start = start_of(column.text)
                    name = "".join(column.text[start:].split())
                    context.put((*row, named), column, name, (start, None))
                    context.put((*row, stage), cell, unit=unit)
        return self.below


def at_row(grid: Grid, row: int, labels: Labels) -> FundColumns | None:
    """The table whose head begins in a row; None where it is none."""
    if (planned := _planned(grid, row, labels)) is not None:
        return planned
    for height in range(1, min(_HIGHEST, len(grid) - row) + 1):
        rows = figure_rows(grid, row + height - 1, labels, Part.FUNDS, STAGES)
        is_one = height == 1 or any(c.rows == height for c in starting(grid, row))
        if of_the_year(rows) < _LEAST or not is_one:
            continue
        head = [c for line in grid[row : row + height] for c in distinct(line) if c.text]
        head = [c for c in dict.fromkeys(head) if row <= c.row and c.last_row < row + height]
        names = rows[0][1][0].column
        last = [c for c in distinct(grid[row + height - 1]) if c in head and c.column > names]
        corner = next((c for c in head if c.column <= names <= c.last_column), None)
        says = corner is not None and labels.field(Part.FUNDS, corner.text) == "source"
        sources = [c for c in last if _is_source(c, head, labels, says_sources=says)]
        beside = [cell for cell in starting(grid, row) if cell not in head]
        if len(sources) < _LEAST or len(sources) < len(last) or len(beside) > 1:
            return None
        side = next((c for c in grid[row][:1] if c is not None and c not in head and c.text), None)
        return FundColumns(head, side, sources, rows, row + height + len(rows))
    return None


def _planned(grid: Grid, row: int, labels: Labels) -> FundColumns | None:
    """One row of amounts that names no stage, beside the name of its block: the year's budget.

    Forms made beforehand print it so; one that tells results may mean what was spent.
    """
    cells = starting(grid, row)
    side, head = (cells[0], cells[1:]) if cells else (None, [])
    if side is None or side.column or side.rows != _LEAST or row + 1 >= len(grid):
        return None
    is_block = labels.field(Part.BLOCK, side.text) is not None or _BUDGET.search(side.text)
    amounts = [cell for cell in starting(grid, row + 1) if cell is not side]
    names = [labels.field(Part.FUND_TOTAL, cell.text) is not None for cell in head]
    if not is_block or len(head) <= _LEAST or sum(names) != 1 or not amounts:
        return None
    told = [one for one in head if one.text.strip() not in _OTHERS]
    if not all(_is_source(one, head, labels, says_sources=False) for one in told):
        return None
    places = {cell.column for cell in head}
    is_told = all(is_figure(one.text) or is_nothing(one.text) for one in amounts)
    if not is_told or any(one.column not in places for one in amounts) or _tells(grid, labels):
        return None
    return FundColumns(head, side, head, [("adjusted_budget", [side, *amounts])], row + _LEAST)


def _tells(grid: Grid, labels: Labels) -> bool:
    """Whether a form tells what was done, beside what was to be done."""
    cells = {cell for line in grid for cell in line if cell is not None and cell.text}
    return any(
        labels.field(Part.INDICATORS, cell.text) in _RESULTS
        or labels.field(Part.OBJECTIVE, cell.text) == "achieved"
        for cell in cells
    )


_OTHERS = frozenset(("其他", "其它"))
"""How sources are called that are none of those beside them."""
_RESULTS = frozenset(("actual", "score"))
_BUDGET = re.compile("资金|预算|经费|投资")
_HIGHEST = 3
"""Rows that a head may have: names of several sources stand above them."""
_KIND = re.compile(
    "(?:其中[:：]?)?(?:基本|项目|人员|公用)(?:经费)?支出|(?:人员|公用|项目)经费(?:支出)?|三公经费"
)
"""What a department spends its money for."""


def _is_source(cell: Cell, head: Sequence[Cell], labels: Labels, *, says_sources: bool) -> bool:
    """Whether a name is of money, or stands below or beside one that says that sources follow."""
    if _KIND.fullmatch("".join(cell.text.split())):
        return True
    if is_figure(cell.text) or labels.field(Part.FUNDS, cell.text) in STAGES:
        return False
    if says_sources:
        return True
    above = (c for c in head if c.row < cell.row and c.column <= cell.column <= c.last_column)
    names = (cell, *(c for c in above if c.columns > cell.columns))
    return any(_names_money(one.text, labels) for one in names)


def _names_money(text: str, labels: Labels) -> bool:
    is_total = labels.field(Part.FUND_TOTAL, text) is not None
    return is_total or OF_MONEY.search(text) is not None
