"""Amounts outside the table of money, with the unit that the name of their column says."""

from collections.abc import Iterable

from generator.importers.forms.fund_table import unit_in
from generator.importers.forms.grids import is_figure
from generator.importers.outline import Cell


def with_unit(cell: Cell, head: Iterable[Cell]) -> str:
    """The text of an amount, with the unit of its column where it says none itself."""
    text = cell.text.strip()
    over = [c.text for c in head if c.column <= cell.column <= c.last_column]
    is_bare = is_figure(text) and text[-1:].isdigit()
    return text + unit_in(over) if is_bare else text
