"""A table of money laid the other way: sources across, stages down."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importers.context import Context
from generator.importers.forms.columns import OF_MONEY, STAGES
from generator.importers.forms.figure_rows import figure_rows
from generator.importers.forms.fund_pairs import FundPairs
from generator.importers.forms.grids import Grid, is_figure, starting
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
            context.label(cells[0])
            for cell in cells[1:]:
                column = next((one for one in self.sources if one.column == cell.column), None)
                if column is None or is_nothing(cell.text):
                    context.label(cell)
                elif column in whole:
                    context.put((*place, "stated_total", stage), cell, unit=unit)
                else:
                    kind, named = ("by_use", "use") if is_use else ("rows", "source")
                    row: At = (*place, kind, parts.index(column))
                    context.put((*row, named), column, "".join(column.text.split()))
                    context.put((*row, stage), cell, unit=unit)
        return self.below


def at_row(grid: Grid, row: int, labels: Labels) -> FundColumns | None:
    """The table whose head is a row; None where it is none."""
    head = [cell for cell in starting(grid, row) if cell.rows == 1]
    sources = [
        cell
        for cell in head[1:]
        if _KIND.fullmatch("".join(cell.text.split()))
        or (labels.field(Part.FUNDS, cell.text) not in STAGES and _is_source(cell.text, labels))
    ]
    if len(sources) < _LEAST or len(sources) < len(head) - 1:
        return None
    rows = figure_rows(grid, row, labels, Part.FUNDS, STAGES)
    if len(rows) < _LEAST:
        return None
    side = next((c for c in grid[row][:1] if c is not None and c not in head and c.text), None)
    return FundColumns(head, side, sources, rows, row + 1 + len(rows))


_KIND = re.compile(
    "(?:其中[:：]?)?(?:基本|项目|人员|公用)(?:经费)?支出|(?:人员|公用|项目)经费(?:支出)?|三公经费"
)
"""What a department spends its money for."""


def _is_source(text: str, labels: Labels) -> bool:
    is_total = labels.field(Part.FUND_TOTAL, text) is not None
    return is_total or (OF_MONEY.search(text) is not None and not is_figure(text))
